import type {
  Audience,
  BodyNature,
  Channel,
  CopyKind,
  CrossRegionScope,
  Delivery,
  ExerciseLevel,
  GuideStatus,
  HandlingType,
  ItemType,
  MaterialForm,
  MaterialSource,
  Necessity,
  OnlineDepth,
  PowerSource,
  ResultType,
  TimeUnit,
} from '../contract/guideContent';

/** Every enumeration of a guide with the Chinese names of its values, in the order in which they are offered. */
export const choices: {
  audience: Record<Audience, string>;
  itemType: Record<ItemType, string>;
  handlingType: Record<HandlingType, string>;
  status: Record<GuideStatus, string>;
  exerciseLevel: Record<ExerciseLevel, string>;
  powerSource: Record<PowerSource, string>;
  bodyNature: Record<BodyNature, string>;
  channel: Record<Channel, string>;
  onlineDepth: Record<OnlineDepth, string>;
  crossRegionScope: Record<CrossRegionScope, string>;
  timeUnit: Record<TimeUnit, string>;
  copyKind: Record<CopyKind, string>;
  materialForm: Record<MaterialForm, string>;
  necessity: Record<Necessity, string>;
  materialSource: Record<MaterialSource, string>;
  resultType: Record<ResultType, string>;
  delivery: Record<Delivery, string>;
} = {
  audience: { natural_person: '自然人', legal_person: '法人' },
  itemType: {
    licence: '行政许可',
    payment: '行政给付',
    confirmation: '行政确认',
    ruling: '行政裁决',
    reward: '行政奖励',
    levy: '行政征收',
    other_power: '其他行政权力',
    public_service: '公共服务',
  },
  handlingType: { immediate: '即办件', committed: '承诺件' },
  status: { in_effect: '在用', suspended: '暂停', cancelled: '取消' },
  exerciseLevel: { national: '国家级', province: '省级', city: '市级', county: '县级', township: '镇（乡、街道）级', village: '村（社区）级' },
  powerSource: { statutory: '法定本级行使', devolved: '上级下放', authorised: '上级授权', entrusted: '上级委托' },
  bodyNature: { statutory_body: '法定机关', authorised_body: '授权组织', entrusted_body: '受委托组织' },
  channel: { window: '窗口办理', online: '网上办理', self_service: '自助终端办理', post: '邮寄办理' },
  onlineDepth: { consultation: '网上咨询', intake: '网上收件', pre_review: '网上预审', acceptance: '网上受理', handling: '网上办理', full: '全程网办' },
  crossRegionScope: { national: '全国通办', cross_province: '跨省通办', province: '全省通办', city: '全市通办', county: '全县通办' },
  timeUnit: { working_day: '工作日', calendar_day: '自然日', month: '月', hour: '小时' },
  copyKind: { original: '原件', copy: '复印件', original_and_copy: '原件和复印件' },
  materialForm: { paper: '纸质', electronic: '电子', either: '纸质或电子' },
  necessity: { necessary: '必要', situational: '非必要', may_follow: '容缺后补' },
  materialSource: { applicant: '申请人自备', government: '政府部门核发', third_party: '中介或其他机构出具' },
  resultType: { certificate: '证照', approval: '批文', other: '其他' },
  delivery: { window: '窗口领取', post: '邮寄', download: '网上下载' },
};
