import { Type, type Static, type TSchema } from 'typebox';

/**
 * What a department publishes of a service item: the field groups of the national 实施清单. The same shape is imported,
 * stored, compared between versions, checked, exported and shown.
 *
 * A field that is absent has not been published; nothing is null.
 */

const literals = <const Names extends readonly string[]>(title: string, names: Names) => Type.Unsafe<Names[number]>({ type: 'string', enum: names, title });
const closed = <Properties extends Record<string, TSchema>>(title: string, properties: Properties) => Type.Object(properties, { title, additionalProperties: false });
const line = (maxLength: number, description: string) => Type.String({ minLength: 1, maxLength, description });
const optional = (maxLength: number, description: string) => Type.Optional(line(maxLength, description));
const flag = (description: string) => Type.Optional(Type.Boolean({ description }));
const listOf = <Item extends TSchema>(item: Item, maxItems: number, description: string) => Type.Optional(Type.Array(item, { maxItems, description }));
const date = (description: string) => Type.Optional(Type.String({ format: 'date', description }));

export const Audience = literals('Audience', ['natural_person', 'legal_person']);
export type Audience = Static<typeof Audience>;

/** 事项类型, as the national catalogue of government service items names them. */
export const ItemType = literals('ItemType', ['licence', 'payment', 'confirmation', 'ruling', 'reward', 'levy', 'other_power', 'public_service']);
export type ItemType = Static<typeof ItemType>;

/** 即办件 is finished while you wait; 承诺件 within the committed limit. */
export const HandlingType = literals('HandlingType', ['immediate', 'committed']);
export type HandlingType = Static<typeof HandlingType>;

/** 在用, 暂停, 取消. A cancelled guide stands in no list and in no search result. */
export const GuideStatus = literals('GuideStatus', ['in_effect', 'suspended', 'cancelled']);
export type GuideStatus = Static<typeof GuideStatus>;

/** 行使层级 */
export const ExerciseLevel = literals('ExerciseLevel', ['national', 'province', 'city', 'county', 'township', 'village']);
export type ExerciseLevel = Static<typeof ExerciseLevel>;

/** 权力来源: 法定本级行使, 上级下放, 上级授权, 上级委托 */
export const PowerSource = literals('PowerSource', ['statutory', 'devolved', 'authorised', 'entrusted']);
export type PowerSource = Static<typeof PowerSource>;

/** 实施主体性质: 法定机关, 授权组织, 受委托组织 */
export const BodyNature = literals('BodyNature', ['statutory_body', 'authorised_body', 'entrusted_body']);
export type BodyNature = Static<typeof BodyNature>;

/** 办理形式: 窗口, 网上, 自助终端, 邮寄 */
export const Channel = literals('Channel', ['window', 'online', 'self_service', 'post']);
export type Channel = Static<typeof Channel>;

/** 网上办理深度, from asking to 全程网办. */
export const OnlineDepth = literals('OnlineDepth', ['consultation', 'intake', 'pre_review', 'acceptance', 'handling', 'full']);
export type OnlineDepth = Static<typeof OnlineDepth>;

/** 通办范围: 全国, 跨省, 全省, 全市, 全县 */
export const CrossRegionScope = literals('CrossRegionScope', ['national', 'cross_province', 'province', 'city', 'county']);
export type CrossRegionScope = Static<typeof CrossRegionScope>;

/** 工作日, 自然日, 月, 小时 */
export const TimeUnit = literals('TimeUnit', ['working_day', 'calendar_day', 'month', 'hour']);
export type TimeUnit = Static<typeof TimeUnit>;

/** 原件, 复印件, 原件和复印件 */
export const CopyKind = literals('CopyKind', ['original', 'copy', 'original_and_copy']);
export type CopyKind = Static<typeof CopyKind>;

/** 纸质, 电子, 纸质或电子 */
export const MaterialForm = literals('MaterialForm', ['paper', 'electronic', 'either']);
export type MaterialForm = Static<typeof MaterialForm>;

/** 必要, 非必要 (only in some cases), 容缺后补 (may be handed in later) */
export const Necessity = literals('Necessity', ['necessary', 'situational', 'may_follow']);
export type Necessity = Static<typeof Necessity>;

/** 来源渠道: 申请人自备, 政府部门核发, 中介或其他机构出具 */
export const MaterialSource = literals('MaterialSource', ['applicant', 'government', 'third_party']);
export type MaterialSource = Static<typeof MaterialSource>;

/** 结果类型: 证照, 批文, 其他 */
export const ResultType = literals('ResultType', ['certificate', 'approval', 'other']);
export type ResultType = Static<typeof ResultType>;

/** 送达方式: 窗口领取, 邮寄, 网上下载 */
export const Delivery = literals('Delivery', ['window', 'post', 'download']);
export type Delivery = Static<typeof Delivery>;

export const TimeLimit = closed('TimeLimit', {
  amount: Type.Integer({ minimum: 0, maximum: 9_999 }),
  unit: TimeUnit,
  note: optional(500, '例如“审完即办”，或哪些时间不算在内'),
});
export type TimeLimit = Static<typeof TimeLimit>;

/** SHA-256 of a stored file's bytes. */
export const FileHash = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** A file that everybody may open: a blank form, a filled sample, a picture of the process. */
export const GuideFile = closed('GuideFile', {
  hash: FileHash,
  name: line(200, '给人看的文件名，带扩展名'),
  mediaType: line(200, '例如 application/pdf'),
  byteSize: Type.Integer({ minimum: 1 }),
});
export type GuideFile = Static<typeof GuideFile>;

export const LegalBasis = closed('LegalBasis', {
  law: line(300, '法律、法规或文件的名称'),
  article: optional(200, '条款，例如“第十一条”'),
  text: optional(5_000, '条款原文'),
  isVerified: Type.Boolean({ description: '是否已对照原文核实；false 时给人看“待核实”' }),
});
export type LegalBasis = Static<typeof LegalBasis>;

export const ProcessStep = closed('ProcessStep', {
  name: line(100, '环节名称，例如“受理”'),
  description: optional(2_000, '做什么、审查标准'),
  limit: optional(100, '这个环节的时限，例如“1 个工作日”'),
});
export type ProcessStep = Static<typeof ProcessStep>;

export const SpecialProcedure = closed('SpecialProcedure', {
  name: line(100, '听证、检验、检测、鉴定、公告、专家评审等'),
  limit: optional(200, '需要多久'),
  basis: optional(1_000, '依据'),
});
export type SpecialProcedure = Static<typeof SpecialProcedure>;

export const RequiredMaterial = closed('RequiredMaterial', {
  name: line(500, '材料名称'),
  note: optional(2_000, '给人看的一句话：什么情况要带、带什么样的'),
  type: optional(100, '材料类型，例如“证件证书证明”“申请表格文书”'),
  form: Type.Optional(MaterialForm),
  copyKind: Type.Optional(CopyKind),
  count: Type.Optional(Type.Integer({ minimum: 0, maximum: 999, description: '份数' })),
  specification: optional(500, '规格，例如“A4”“二寸彩色”'),
  necessity: Type.Optional(Necessity),
  source: Type.Optional(MaterialSource),
  sourceNote: optional(500, '来源渠道说明，例如出具单位'),
  blankForm: Type.Optional(GuideFile),
  filledSample: Type.Optional(GuideFile),
  fillingNote: optional(2_000, '填报须知'),
  acceptanceStandard: optional(2_000, '受理标准'),
  basis: optional(1_000, '要求提供这份材料的依据'),
  isWaived: Type.Boolean({ description: '免提交：部门已通过数据共享取得，不用带' }),
  waivedSource: optional(500, '免提交时从哪里取得'),
});
export type RequiredMaterial = Static<typeof RequiredMaterial>;

export const Fee = closed('Fee', {
  item: line(200, '收费项目'),
  standard: line(500, '收费标准，例如“40 元/证”'),
  basis: optional(1_000, '收费依据'),
  isReducible: flag('是否可以减免'),
  reductionNote: optional(1_000, '什么人可以减免'),
  canPayOnline: flag('是否支持网上支付'),
});
export type Fee = Static<typeof Fee>;

export const HandlingResult = closed('HandlingResult', {
  name: line(200, '结果名称，例如“居民身份证”'),
  type: Type.Optional(ResultType),
  sample: Type.Optional(GuideFile),
  delivery: listOf(Delivery, 3, '怎么拿到'),
  validity: optional(500, '有效期'),
});
export type HandlingResult = Static<typeof HandlingResult>;

/** Where it is handled: an office by its code and its windows by their numbers. */
export const GuidePlace = closed('GuidePlace', {
  officeCode: line(40, '大厅编码'),
  windowNumbers: listOf(line(40, '窗口编号'), 50, '在哪些窗口'),
  note: optional(500, '例如“周六只办身份证”'),
});
export type GuidePlace = Static<typeof GuidePlace>;

export const Faq = closed('Faq', { question: line(500, '问题'), answer: line(5_000, '回答') });
export type Faq = Static<typeof Faq>;

const topicCodes = (description: string) => listOf(Type.String({ pattern: '^[a-z_.]{1,60}$' }), 20, description);

export const GuideContent = closed('GuideContent', {
  // What it is
  name: line(200, '事项名称'),
  itemType: ItemType,
  summary: optional(5_000, '这件事是什么、谁来办'),
  keywords: listOf(line(50, '群众常用的说法'), 50, '搜索关键词'),
  status: Type.Optional(GuideStatus),
  basicCode: optional(12, '基本编码'),
  businessCode: optional(64, '业务办理项编码'),
  effectiveOn: date('生效日期'),
  cancelledOn: date('取消日期'),
  exerciseLevel: Type.Optional(ExerciseLevel),
  powerSource: Type.Optional(PowerSource),
  legalBases: listOf(LegalBasis, 50, '设定依据'),

  // Who
  implementingBodyCode: optional(18, '实施主体的统一社会信用代码'),
  implementingBodyNature: Type.Optional(BodyNature),
  delegatedBody: optional(200, '委托部门'),
  jointBodies: listOf(line(200, '联办机构'), 20, '联办机构'),
  audiences: Type.Array(Audience, { maxItems: 2, description: '服务对象' }),
  naturalPersonTopics: topicCodes('自然人主题'),
  legalPersonTopics: topicCodes('法人主题'),
  lifeEvents: topicCodes('人生大事、企业一件事'),

  // Time
  handlingType: Type.Optional(HandlingType),
  statutoryLimit: Type.Optional(TimeLimit),
  committedLimit: Type.Optional(TimeLimit),
  specialProcedures: listOf(SpecialProcedure, 20, '特别程序，其时间不计入办结时限'),
  quantityLimit: optional(1_000, '数量限制'),

  // How
  eligibility: optional(10_000, '受理条件'),
  channels: listOf(Channel, 4, '办理形式'),
  onlineDepth: Type.Optional(OnlineDepth),
  onlineAddress: Type.Optional(Type.String({ maxLength: 500, pattern: '^https://[^\\s]+$', description: '网上办理地址' })),
  crossRegionScope: Type.Optional(CrossRegionScope),
  visits: Type.Optional(Type.Integer({ minimum: 0, maximum: 99, description: '到办事现场次数' })),
  visitsReason: optional(500, '必须到现场的原因'),
  onSiteSteps: listOf(ProcessStep, 30, '窗口办理流程'),
  onlineSteps: listOf(ProcessStep, 30, '网上办理流程'),
  processPicture: Type.Optional(GuideFile),
  intermediaryServices: optional(1_000, '中介服务'),

  // Where
  places: listOf(GuidePlace, 20, '在哪些大厅和窗口'),
  address: optional(1_000, '办理地点'),
  openingHours: optional(1_000, '办理时间'),
  transport: optional(1_000, '交通指引'),

  // What to bring, what it costs, what comes of it
  requiredMaterials: listOf(RequiredMaterial, 200, '申请材料；空的列表表示已公布不需要材料'),
  isCharged: flag('是否收费'),
  fee: optional(5_000, '收费说明'),
  fees: listOf(Fee, 50, '收费项目'),
  results: listOf(HandlingResult, 20, '办理结果'),

  // Booking
  isBookable: flag('是否支持预约'),
  dailyCapacity: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, description: '每日可办件数' })),
  bookingNote: optional(1_000, '预约说明'),

  // Rights
  consultationPhone: optional(200, '咨询电话'),
  supervisionPhone: optional(200, '监督投诉电话'),
  rightsAndDuties: optional(5_000, '申请人的权利和义务'),
  reconsiderationBody: optional(500, '行政复议机关'),
  litigationBody: optional(500, '行政诉讼法院'),

  faqs: listOf(Faq, 100, '常见问题'),
  relatedCodes: listOf(line(64, '实施编码'), 20, '相关事项的实施编码'),
});
export type GuideContent = Static<typeof GuideContent>;
export type GuideContentField = keyof GuideContent;
