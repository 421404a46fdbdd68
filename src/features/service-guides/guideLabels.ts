import type { GuideContent } from '../../../server/contract/guideContent';
import type { ServiceGuide } from '../../../server/contract/serviceGuides';
import type { SummaryItem } from '../../components/SummaryList';
import { plainDate } from '../../text/dates';
import { audienceLabels, durationLabel, guideStatusLabels, handlingTypeLabels, itemTypeLabels, timeLimitLabel } from '../../text/serviceGuideLabels';
import { crossRegionScopeLabels, joined } from './contentLabels';

const unpublished = '尚未公布';

/** Cut at so many characters. */
export const shortened = (text: string, longest: number): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);

/** The first screen has room for a sentence: the whole of it stands in its section. */
const longestNote = 40;
export const inBrief = (text: string | undefined): string | null => (text === undefined ? null : shortened(/^[^。]+/.exec(text)?.[0] ?? text, longestNote));

/** As long as 审完即办 and the like; what is longer explains exceptions. */
const longestTimeNote = 12;

const noteOf = (...parts: (string | null | undefined)[]): { note?: string } => {
  const note = joined(parts);
  return note === null ? {} : { note };
};

const timeFact = ({ handlingType, statutoryLimit, committedLimit }: GuideContent): Pick<SummaryItem, 'value' | 'note'> => {
  const promised = timeLimitLabel({ handlingType, committedLimit });
  const statutory = statutoryLimit === undefined ? null : `法定 ${durationLabel(statutoryLimit)}内`;
  if (promised === null) return statutory === null ? { value: unpublished } : { value: statutory, note: '部门还没有公布承诺时限' };
  const remark = committedLimit?.note;
  return { value: promised, ...noteOf(statutory, remark !== undefined && remark.length <= longestTimeNote ? remark : null) };
};

const visitsFact = ({ visits, visitsReason }: GuideContent): Pick<SummaryItem, 'value' | 'note'> => ({
  value: visits === undefined ? unpublished : visits === 0 ? '不用去' : `${visits} 次`,
  ...noteOf(inBrief(visitsReason)),
});

/** A fee longer than this is a rule, not an amount. */
const longestAmount = 24;

/** Departments write the amount first and its exceptions after: the amount is the fact, the rest its note. */
const feeFact = ({ isCharged, fee, fees = [] }: GuideContent): Pick<SummaryItem, 'value' | 'note'> => {
  const [first] = fees;
  const [amount, rest] = /^([^。；;，]+)[。；;，](.+)$/s.exec(fee ?? '')?.slice(1) ?? [];
  if (isCharged === false) return { value: '不收费', ...noteOf(inBrief(rest)) };
  const listed = first === undefined ? undefined : fees.length === 1 ? first.standard : `${first.standard}等 ${fees.length} 项`;
  const value = shortened(amount ?? fee ?? listed ?? (isCharged === true ? '收费' : unpublished), longestAmount);
  const online = fees.length > 0 && fees.every(({ canPayOnline }) => canPayOnline === true) ? '可网上付款' : null;
  return { value, ...noteOf(inBrief(rest), online) };
};

/** The four facts that answer most visits: how long, how often to come, what it costs, who it is for. */
export const fourFacts = (content: GuideContent): SummaryItem[] => [
  { term: '多久办好', ...timeFact(content) },
  { term: '要去几次', ...visitsFact(content) },
  { term: '费用', ...feeFact(content) },
  { term: '谁可以办', value: content.audiences.map((audience) => audienceLabels[audience]).join('、') || unpublished },
];

export interface GuideTag {
  tone: 'accent' | 'neutral' | 'green';
  word: string;
}

/** The words under the name: what kind of matter it is, and what makes it easier. */
export const guideTags = ({ itemType, handlingType, isBookable, crossRegionScope, onlineDepth, channels = [] }: GuideContent): GuideTag[] => {
  const online = onlineDepth === 'full' ? '全程网办' : channels.includes('online') ? '可网上办' : null;
  const ease = [isBookable === true ? '可预约' : null, online, crossRegionScope === undefined ? null : crossRegionScopeLabels[crossRegionScope]];
  return [
    { tone: 'accent', word: itemTypeLabels[itemType] },
    ...(handlingType === undefined ? [] : [{ tone: 'neutral' as const, word: handlingTypeLabels[handlingType] }]),
    ...ease.flatMap((word) => (word === null ? [] : [{ tone: 'green' as const, word }])),
  ];
};

export interface StatusNotice {
  tone: 'amber' | 'red';
  title: string;
  text: string;
}

/**
 * Whatever keeps a person from using the guide today; null when nothing does.
 * @param today 2026-11-23, in China
 */
export const statusNotice = ({ status = 'in_effect', effectiveOn, cancelledOn }: GuideContent, today: string): StatusNotice | null => {
  const title = guideStatusLabels[status] ?? '';
  const isOver = cancelledOn !== undefined && cancelledOn <= today;
  if (status === 'cancelled' || isOver) {
    return { tone: 'red', title: title === '' ? '已经取消' : title, text: `这件事${isOver ? `从${plainDate(cancelledOn)}起` : '已经'}不再办理，下面的内容只供查看。` };
  }
  if (status === 'suspended') return { tone: 'amber', title, text: '这件事现在不办理，去之前请先打电话问清楚什么时候恢复。' };
  if (effectiveOn !== undefined && effectiveOn > today) return { tone: 'amber', title: '还没有开始', text: `下面的内容从${plainDate(effectiveOn)}起执行。` };
  if (cancelledOn !== undefined) return { tone: 'amber', title: '即将取消', text: `这件事从${plainDate(cancelledOn)}起不再办理。` };
  return null;
};

const isEmpty = (list: readonly unknown[] | undefined): boolean => list === undefined || list.length === 0;

/** What the department has not published yet, named so that people ask before they travel. */
export const unpublishedParts = ({ content, offices }: ServiceGuide): string[] => {
  const parts: [string, boolean][] = [
    ['办结时限', timeLimitLabel(content) === null],
    ['到现场次数', content.visits === undefined],
    ['收费', content.isCharged === undefined && content.fee === undefined && isEmpty(content.fees)],
    ['要带的材料', content.requiredMaterials === undefined],
    ['办理流程', isEmpty(content.onSiteSteps) && isEmpty(content.onlineSteps)],
    ['办理地点', offices.length === 0 && content.address === undefined],
    ['办理时间', content.openingHours === undefined && offices.every(({ openingHours }) => openingHours === null)],
    ['受理条件', content.eligibility === undefined],
    ['办理结果', isEmpty(content.results)],
    ['能不能预约', content.isBookable === undefined],
    ['法律依据', isEmpty(content.legalBases)],
    ['权利和救济途径', content.rightsAndDuties === undefined && content.reconsiderationBody === undefined && content.litigationBody === undefined],
    ['咨询电话', content.consultationPhone === undefined],
    ['监督电话', content.supervisionPhone === undefined],
  ];
  return parts.filter(([, isMissing]) => isMissing).map(([name]) => name);
};
