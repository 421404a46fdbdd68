import type { Audience, HandlingType, ItemType, ServiceGuideSummary } from '../../server/contract/serviceGuides';

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

/** How long it takes: 当场办好, 10 个工作日; null when the department has not published it. */
export const timeLimitLabel = ({ handlingType, committedDays }: Pick<ServiceGuideSummary, 'handlingType' | 'committedDays'>): string | null =>
  handlingType === 'immediate' || committedDays === 0 ? '当场办好' : committedDays === null ? null : `${committedDays} 个工作日`;

/** What stands under a guide's name in a list. */
export const guideNote = (guide: ServiceGuideSummary): string =>
  [guide.department.name, timeLimitLabel(guide)].filter((part) => part !== null).join(' · ');
