import type { Faq, Fee, GuidePlace, HandlingResult, LegalBasis, ProcessStep, RequiredMaterial, SpecialProcedure } from '../../contract/guideContent';
import { choices } from '../../guideFields/choices';
import { listItemLabels } from '../../guideFields/labels';
import { choice, choiceList, flag } from '../values/choiceValues';
import { file } from '../values/fileValue';
import { nameList } from '../values/listValues';
import { whole } from '../values/numberValues';
import { code, line, paragraphs } from '../values/textValues';
import { column, type ItemColumns } from './column';

// The fields of what stands in the lists of a guide: columns of their sheets, keys of their objects in JSON.

const law = listItemLabels.legalBasis;
export const legalBasisColumns: ItemColumns<LegalBasis> = {
  law: column(law.law, line(300), { isRequired: true, headers: ['法律法规名称', '依据名称'], width: 40, note: '法律、法规或文件的全称' }),
  article: column(law.article, line(200), { headers: ['条款号'], note: '例如“第十一条”' }),
  text: column(law.text, paragraphs(5_000), { headers: ['条款内容'], width: 60 }),
  isVerified: column(law.isVerified, flag, { headers: ['已核实'], whenEmpty: false, width: 12, note: '对照过原文才填“是”；不填就是“否”，给人看时注明“待核实”' }),
};

const step = listItemLabels.processStep;
export const processStepColumns: ItemColumns<ProcessStep> = {
  name: column(step.name, line(100), { isRequired: true, headers: ['环节'], note: '例如“受理”；按先后排列' }),
  description: column(step.description, paragraphs(2_000), { headers: ['办理内容', '审查标准'], width: 60, note: '做什么、审查标准' }),
  limit: column(step.limit, line(100), { note: '例如“1 个工作日”' }),
};

const procedure = listItemLabels.specialProcedure;
export const specialProcedureColumns: ItemColumns<SpecialProcedure> = {
  name: column(procedure.name, line(100), { isRequired: true, headers: ['名称', '程序名称'], width: 24, note: '听证、检验、检测、鉴定、公告、专家评审等；所用时间不计入办结时限' }),
  limit: column(procedure.limit, line(200), { headers: ['时限'], width: 24 }),
  basis: column(procedure.basis, paragraphs(1_000), { headers: ['依据'], width: 40 }),
};

const material = listItemLabels.requiredMaterial;
export const requiredMaterialColumns: ItemColumns<RequiredMaterial> = {
  name: column(material.name, line(500), { isRequired: true, width: 30 }),
  note: column(material.note, paragraphs(2_000), { headers: ['说明'], width: 40, note: '给人看的一句话：什么情况要带、带什么样的' }),
  type: column(material.type, line(100), { note: '例如“证件证书证明”“申请表格文书”' }),
  form: column(material.form, choice(choices.materialForm, { aliases: { either: ['纸质/电子', '纸质、电子', '纸质和电子'] } })),
  copyKind: column(material.copyKind, choice(choices.copyKind, { aliases: { original_and_copy: ['原件、复印件', '原件及复印件', '原件/复印件'] } }), { headers: ['原件/复印件'] }),
  count: column(material.count, whole(999, /份$/u, '份'), { headers: ['材料份数'], width: 8 }),
  specification: column(material.specification, line(500), { headers: ['材料规格'], note: '例如“A4”“二寸彩色”' }),
  necessity: column(material.necessity, choice(choices.necessity, { aliases: { may_follow: ['可容缺', '容缺'] } }), { headers: ['必要性'], note: '“非必要”是只在有的情况下才要；“容缺后补”是可以先办、后交' }),
  source: column(material.source, choice(choices.materialSource), { headers: ['材料来源'], width: 20 }),
  sourceNote: column(material.sourceNote, line(500), { headers: ['出具单位'], width: 24, note: '例如出具单位' }),
  blankForm: column(material.blankForm, file, { headers: ['空白表格文件'], width: 24 }),
  filledSample: column(material.filledSample, file, { headers: ['示例样表', '填写样例文件'], width: 24 }),
  fillingNote: column(material.fillingNote, paragraphs(2_000), { headers: ['填写说明'], width: 40 }),
  acceptanceStandard: column(material.acceptanceStandard, paragraphs(2_000), { width: 40 }),
  basis: column(material.basis, paragraphs(1_000), { headers: ['要求提供材料的依据'], width: 40, note: '要求提供这份材料的依据' }),
  isWaived: column(material.isWaived, flag, { headers: ['免提交'], whenEmpty: false, width: 12, note: '部门已经通过数据共享取得、不用带的填“是”；不填就是“否”' }),
  waivedSource: column(material.waivedSource, line(500), { headers: ['数据来源'], width: 24, note: '免提交时从哪里取得' }),
};

const fee = listItemLabels.fee;
export const feeColumns: ItemColumns<Fee> = {
  item: column(fee.item, line(200), { isRequired: true, headers: ['收费项目', '项目名称'], width: 24 }),
  standard: column(fee.standard, line(500), { isRequired: true, width: 24, note: '例如“40 元/证”' }),
  basis: column(fee.basis, paragraphs(1_000), { headers: ['依据'], width: 40 }),
  isReducible: column(fee.isReducible, flag, { headers: ['是否减免'] }),
  reductionNote: column(fee.reductionNote, paragraphs(1_000), { headers: ['减免依据', '减免情形'], width: 40, note: '什么人可以减免' }),
  canPayOnline: column(fee.canPayOnline, flag, { headers: ['网上支付'] }),
};

const result = listItemLabels.result;
export const resultColumns: ItemColumns<HandlingResult> = {
  name: column(result.name, line(200), { isRequired: true, width: 30, note: '例如“居民身份证”' }),
  type: column(result.type, choice(choices.resultType)),
  sample: column(result.sample, file, { headers: ['结果样本文件'], width: 24 }),
  delivery: column(result.delivery, choiceList(choices.delivery, { aliases: { window: ['窗口', '自取'], download: ['下载', '网上'] } }), { width: 20 }),
  validity: column(result.validity, line(500), { headers: ['结果有效期'] }),
};

const place = listItemLabels.place;
export const placeColumns: ItemColumns<GuidePlace> = {
  officeCode: column(place.officeCode, code(40), { isRequired: true, note: '工作表「大厅」里有的编码' }),
  windowNumbers: column(place.windowNumbers, nameList(50, 40, { isCode: true }), { headers: ['窗口', '窗口号'], width: 24, note: '工作表「窗口」里有的编号' }),
  note: column(place.note, line(500), { headers: ['说明'], width: 30, note: '例如“周六只办身份证”' }),
};

const faq = listItemLabels.faq;
export const faqColumns: ItemColumns<Faq> = {
  question: column(faq.question, line(500), { isRequired: true, width: 40 }),
  answer: column(faq.answer, paragraphs(5_000), { isRequired: true, headers: ['答复'], width: 70 }),
};
