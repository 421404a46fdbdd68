import type {
  Faq,
  Fee,
  GuideContentField,
  GuidePlace,
  HandlingResult,
  LegalBasis,
  ProcessStep,
  RequiredMaterial,
  SpecialProcedure,
} from '../contract/guideContent';

/** What each field of a guide is called, as in the national 实施清单: heading in files, name in lists of changes. */
export const guideFieldLabels: Record<GuideContentField | 'department', string> = {
  name: '事项名称',
  department: '实施主体',
  itemType: '事项类型',
  summary: '事项简介',
  keywords: '搜索关键词',
  status: '事项状态',
  basicCode: '基本编码',
  businessCode: '业务办理项编码',
  effectiveOn: '生效日期',
  cancelledOn: '取消日期',
  exerciseLevel: '行使层级',
  powerSource: '权力来源',
  legalBases: '设定依据',
  implementingBodyCode: '实施主体编码',
  implementingBodyNature: '实施主体性质',
  delegatedBody: '委托部门',
  jointBodies: '联办机构',
  audiences: '服务对象',
  naturalPersonTopics: '自然人主题',
  legalPersonTopics: '法人主题',
  lifeEvents: '人生大事',
  handlingType: '办件类型',
  statutoryLimit: '法定办结时限',
  committedLimit: '承诺办结时限',
  specialProcedures: '特别程序',
  quantityLimit: '数量限制',
  eligibility: '受理条件',
  channels: '办理形式',
  onlineDepth: '网上办理深度',
  onlineAddress: '网上办理地址',
  crossRegionScope: '通办范围',
  visits: '到办事现场次数',
  visitsReason: '必须到现场的原因',
  onSiteSteps: '窗口办理流程',
  onlineSteps: '网上办理流程',
  processPicture: '流程图',
  intermediaryServices: '中介服务',
  places: '办理窗口',
  address: '办理地点',
  openingHours: '办理时间',
  transport: '交通指引',
  requiredMaterials: '申请材料',
  isCharged: '是否收费',
  fee: '收费说明',
  fees: '收费项目',
  results: '办理结果',
  isBookable: '是否支持预约',
  dailyCapacity: '每日可办件数',
  bookingNote: '预约说明',
  consultationPhone: '咨询电话',
  supervisionPhone: '监督投诉电话',
  rightsAndDuties: '权利和义务',
  reconsiderationBody: '行政复议机关',
  litigationBody: '行政诉讼法院',
  faqs: '常见问题',
  relatedCodes: '相关事项',
};

export const implementationCodeLabel = '实施编码';

/** The names of what stands in the lists of a guide. */
export const listItemLabels: {
  legalBasis: Record<keyof LegalBasis, string>;
  processStep: Record<keyof ProcessStep, string>;
  specialProcedure: Record<keyof SpecialProcedure, string>;
  requiredMaterial: Record<keyof RequiredMaterial, string>;
  fee: Record<keyof Fee, string>;
  result: Record<keyof HandlingResult, string>;
  place: Record<keyof GuidePlace, string>;
  faq: Record<keyof Faq, string>;
} = {
  legalBasis: { law: '法律名称', article: '条款', text: '条款原文', isVerified: '是否已核实' },
  processStep: { name: '环节名称', description: '环节说明', limit: '环节时限' },
  specialProcedure: { name: '特别程序名称', limit: '所需时间', basis: '特别程序依据' },
  requiredMaterial: {
    name: '材料名称',
    note: '材料说明',
    type: '材料类型',
    form: '材料形式',
    copyKind: '原件或复印件',
    count: '份数',
    specification: '规格',
    necessity: '材料必要性',
    source: '来源渠道',
    sourceNote: '来源渠道说明',
    blankForm: '空白表格',
    filledSample: '填写样例',
    fillingNote: '填报须知',
    acceptanceStandard: '受理标准',
    basis: '材料依据',
    isWaived: '是否免提交',
    waivedSource: '免提交说明',
  },
  fee: {
    item: '收费项目名称',
    standard: '收费标准',
    basis: '收费依据',
    isReducible: '是否可减免',
    reductionNote: '减免说明',
    canPayOnline: '是否支持网上支付',
  },
  result: { name: '结果名称', type: '结果类型', sample: '结果样本', delivery: '送达方式', validity: '有效期' },
  place: { officeCode: '大厅编码', windowNumbers: '窗口编号', note: '窗口说明' },
  faq: { question: '问题', answer: '回答' },
};
