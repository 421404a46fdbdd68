import type { RequiredMaterial } from '../../../server/contract/guideContent';
import type { ServiceGuide } from '../../../server/contract/serviceGuides';
import { fullDate } from '../../text/dates';
import { joined } from './contentLabels';
import { fourFacts, inBrief } from './guideLabels';
import { copiesLine, materialTags } from './materialLabels';
import { placeLines } from './placeLabels';

/** Title of a shared guide: what the family needs to know at a glance. */
export const shareTitle = ({ content: { name, requiredMaterials = [] } }: ServiceGuide): string => {
  const count = requiredMaterials.filter(({ isWaived }) => !isWaived).length;
  return count === 0 ? `${name}：办事指南` : `${name}：要带 ${count} 样材料`;
};

export interface Checklist {
  title: string;
  department: string;
  /** Null when the department has not published what to bring. */
  materials: { name: string; note: string | null }[] | null;
  waived: string[];
  facts: { term: string; text: string }[];
  updated: string;
}

/** How many copies, and for a material that not everybody needs, who does. */
const materialNote = (material: RequiredMaterial): string | null =>
  joined([copiesLine(material), ...materialTags(material).map(({ word }) => word), material.necessity === 'situational' ? inBrief(material.note) : null], '，');

/** What one takes along on paper: what to bring, where, when, whom to call. */
export const checklistOf = (guide: ServiceGuide): Checklist => {
  const { content } = guide;
  const [, , fee] = fourFacts(content);
  const toBring = content.requiredMaterials?.filter(({ isWaived }) => !isWaived);
  const consultation = content.consultationPhone ?? joined(guide.offices.map(({ phone }) => phone), '、');
  return {
    title: content.name,
    department: guide.department.name,
    materials: toBring?.map((material) => ({ name: material.name, note: materialNote(material) })) ?? null,
    waived: (content.requiredMaterials ?? []).filter(({ isWaived }) => isWaived).map(({ name }) => name),
    facts: [
      ...placeLines(guide),
      ...(consultation === null ? [] : [{ term: '电话', text: consultation }]),
      ...(fee === undefined ? [] : [{ term: fee.term, text: fee.value }]),
    ],
    updated: `${fullDate(guide.updatedAt)}更新`,
  };
};

/**
 * The list in plain words, for a message or a printer.
 * @param source where the guide can be read: a link in the browser, the name of the mini-program in WeChat
 */
export const checklistText = (guide: ServiceGuide, source: string): string => {
  const { title, department, materials, waived, facts, updated } = checklistOf(guide);
  return [
    `${title}（${department}）`,
    materials === null ? '要带的材料：还没有公布，去之前请先打电话问清楚' : materials.length === 0 ? '不用带材料' : '要带的材料：',
    ...(materials ?? []).map(({ name, note }) => `□ ${name}${note === null ? '' : `（${note}）`}`),
    ...(waived.length === 0 ? [] : [`不用带：${waived.join('、')}`]),
    ...facts.map(({ term, text }) => `${term}：${text}`),
    updated,
    source,
  ].join('\n');
};
