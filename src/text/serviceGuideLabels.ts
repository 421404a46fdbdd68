import type { Audience, GuideStatus, HandlingType, ItemType, TimeLimit, TimeUnit } from '../../server/contract/guideContent';
import type { ServiceGuideSummary } from '../../server/contract/serviceGuides';

/** 事项类型, in the words of the national catalogue. */
export const itemTypeLabels: Record<ItemType, string> = {
  licence: '行政许可',
  payment: '行政给付',
  confirmation: '行政确认',
  ruling: '行政裁决',
  reward: '行政奖励',
  levy: '行政征收',
  other_power: '其他行政权力',
  public_service: '公共服务',
};

export const handlingTypeLabels: Record<HandlingType, string> = { immediate: '即办件', committed: '承诺件' };

export const audienceLabels: Record<Audience, string> = { natural_person: '个人', legal_person: '企业和其他单位' };

/** What is said of a guide that cannot be used now; null for one that can. */
export const guideStatusLabels: Record<GuideStatus, string | null> = { in_effect: null, suspended: '暂停办理', cancelled: '已经取消' };

const unitLabels: Record<TimeUnit, string> = { working_day: '个工作日', calendar_day: '天', month: '个月', hour: '小时' };

/** 10 个工作日, 60 天, 3 个月, 2 小时 */
export const durationLabel = ({ amount, unit }: Pick<TimeLimit, 'amount' | 'unit'>): string => `${amount} ${unitLabels[unit]}`;

/** How long it takes: 当场办好, 10 个工作日; null when the department has not published it. */
export const timeLimitLabel = ({ handlingType, committedLimit }: { handlingType?: HandlingType | null | undefined; committedLimit?: TimeLimit | null | undefined }): string | null => {
  if (handlingType === 'immediate' || committedLimit?.amount === 0) return '当场办好';
  return committedLimit ? durationLabel(committedLimit) : null;
};

/** What stands under a guide's name in a list. */
export const guideNote = (guide: Pick<ServiceGuideSummary, 'department' | 'handlingType' | 'committedLimit' | 'status'>): string =>
  [guideStatusLabels[guide.status], guide.department.name, timeLimitLabel(guide)].filter((part) => part !== null).join(' · ');
