import type { ServiceGuide } from '../../../server/contract/serviceGuides';
import type { SummaryItem } from '../../components/SummaryList';
import { audienceLabels, timeLimitLabel } from '../../text/serviceGuideLabels';

const unpublished = '尚未公布';

const visitsLabel = (visits: number | null): string => (visits === null ? unpublished : visits === 0 ? '不用去' : `${visits} 次`);

/** The four facts that answer most visits: how long, how often to come, what it costs, who it is for. */
export const fourFacts = (guide: ServiceGuide): SummaryItem[] => [
  { term: '多久办好', value: timeLimitLabel(guide) ?? unpublished, note: guide.statutoryDays === null ? undefined : `法定 ${guide.statutoryDays} 个工作日内` },
  { term: '要去几次', value: visitsLabel(guide.visits) },
  { term: '费用', ...feeFact(guide.fee) },
  { term: '谁可以办', value: guide.audiences.map((audience) => audienceLabels[audience]).join('、') || unpublished },
];

/** Departments write the amount first and its exceptions after: the amount is the fact, the rest its note. */
const feeFact = (fee: string | null): Pick<SummaryItem, 'value' | 'note'> => {
  const [amount, rest] = /^([^。；;]+)[。；;](.+)$/s.exec(fee ?? '')?.slice(1) ?? [];
  return { value: amount ?? fee ?? unpublished, note: rest };
};

/** What the department has not published yet, named so that people ask before they travel. */
export const unpublishedParts = (guide: ServiceGuide): string[] => {
  const parts: [string, boolean][] = [
    ['办结时限', timeLimitLabel(guide) === null],
    ['到现场次数', guide.visits === null],
    ['收费', guide.fee === null],
    ['受理条件', guide.eligibility === null],
    ['要带的材料', guide.requiredMaterials.length === 0],
    ['办理地点', guide.address === null],
    ['办理时间', guide.openingHours === null],
    ['咨询电话', guide.consultationPhone === null],
    ['监督电话', guide.supervisionPhone === null],
  ];
  return parts.filter(([, isMissing]) => isMissing).map(([name]) => name);
};

/** Title of a shared guide: what the family needs to know at a glance. */
export const shareTitle = ({ name, requiredMaterials }: ServiceGuide): string => {
  const count = requiredMaterials.filter(({ isWaived }) => !isWaived).length;
  return count === 0 ? `${name}：办事指南` : `${name}：要带 ${count} 样材料`;
};

/** What the browser puts on the clipboard: the list in words, and the way to the page. */
export const shareText = (guide: ServiceGuide, link: string): string => {
  const names = guide.requiredMaterials.filter(({ isWaived }) => !isWaived).map(({ name }) => name);
  return `${guide.name}${names.length === 0 ? '' : `，要带的材料：${names.join('、')}`}\n${link}`;
};
