import type {
  BodyNature,
  Channel,
  CopyKind,
  CrossRegionScope,
  Delivery,
  ExerciseLevel,
  MaterialForm,
  MaterialSource,
  Necessity,
  OnlineDepth,
  PowerSource,
  ResultType,
} from '../../../server/contract/guideContent';

export const exerciseLevelLabels: Record<ExerciseLevel, string> = { national: '国家级', province: '省级', city: '市级', county: '县级', township: '镇（乡、街道）级', village: '村（社区）级' };

export const powerSourceLabels: Record<PowerSource, string> = { statutory: '法定本级行使', devolved: '上级下放', authorised: '上级授权', entrusted: '上级委托' };

export const bodyNatureLabels: Record<BodyNature, string> = { statutory_body: '法定机关', authorised_body: '授权组织', entrusted_body: '受委托组织' };

export const channelLabels: Record<Channel, string> = { window: '到窗口办', online: '在网上办', self_service: '在自助终端办', post: '邮寄办理' };

/** How far one gets on the web, in words of whoever wants to know whether to travel. */
export const onlineDepthLabels: Record<OnlineDepth, string> = {
  consultation: '网上可以咨询',
  intake: '网上可以交材料',
  pre_review: '网上可以预审',
  acceptance: '网上可以受理',
  handling: '网上可以办理',
  full: '全程网上办好',
};

export const crossRegionScopeLabels: Record<CrossRegionScope, string> = { national: '全国通办', cross_province: '跨省通办', province: '全省通办', city: '全市通办', county: '全县通办' };

export const copyKindLabels: Record<CopyKind, string> = { original: '原件', copy: '复印件', original_and_copy: '原件和复印件' };

export const materialFormLabels: Record<MaterialForm, string> = { paper: '纸质', electronic: '电子版', either: '纸质或电子版' };

export const necessityLabels: Record<Necessity, string> = { necessary: '必要', situational: '特殊情况才要', may_follow: '可以后补' };

export const materialSourceLabels: Record<MaterialSource, string> = { applicant: '自己准备', government: '政府部门发的', third_party: '其他机构开的' };

export const resultTypeLabels: Record<ResultType, string> = { certificate: '证照', approval: '批文', other: '其他' };

export const deliveryLabels: Record<Delivery, string> = { window: '到窗口领', post: '邮寄', download: '网上下载' };

/** Several words in one line; null when there is none. */
export const joined = (parts: readonly (string | null | undefined)[], separator = ' · '): string | null => {
  const known = parts.filter((part) => part !== null && part !== undefined && part !== '');
  return known.length === 0 ? null : known.join(separator);
};
