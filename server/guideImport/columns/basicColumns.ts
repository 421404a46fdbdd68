import type { GuideContent, GuideContentField, TimeLimit } from '../../contract/guideContent';
import { choices } from '../../guideFields/choices';
import { guideFieldLabels as label, implementationCodeLabel } from '../../guideFields/labels';
import { choice, choiceList, flag } from '../values/choiceValues';
import { file } from '../values/fileValue';
import { audiences, everybody, itemType } from '../values/itemKinds';
import { nameList, topicList } from '../values/listValues';
import { timeAmount, whole } from '../values/numberValues';
import { code, date, line, looseCode, paragraphs, webAddress } from '../values/textValues';
import { column, type Column } from './column';
import { listFieldColumns, type ListField } from './listFields';

/** The columns of a time limit beside its number. `days` is a heading of older files, which says the unit. */
function timeLimitColumns(field: 'statutoryLimit' | 'committedLimit', shortName: string) {
  const name = label[field];
  return {
    unit: column(`${name}单位`, choice(choices.timeUnit, { aliases: { calendar_day: ['日历日'], month: ['个月'] } }), { width: 12, note: '不填就是工作日' }),
    note: column(`${name}说明`, paragraphs(500), { width: 24, note: '例如“审完即办”，或哪些时间不算在内' }),
    days: column(`${name}（工作日）`, timeAmount, { headers: [`${shortName}时限（工作日）`, `${shortName}期限（工作日）`] }),
  };
}
const statutory = timeLimitColumns('statutoryLimit', '法定');
const committed = timeLimitColumns('committedLimit', '承诺');

type SingleField = Exclude<GuideContentField, ListField>;
/** The number of a time limit stands under the field's own name. */
type CellValue<Field extends SingleField> = NonNullable<GuideContent[Field]> extends TimeLimit ? number : NonNullable<GuideContent[Field]>;

type SingleColumns = { readonly [Field in SingleField]-?: Column<CellValue<Field>> };

const single: SingleColumns = {
  name: column(label.name, line(200), { isRequired: true, headers: ['办事项名称', '办理项名称', '业务办理项名称', 'item_name'], width: 30 }),
  itemType: column(label.itemType, itemType, { isRequired: true, headers: ['task_type'] }),
  summary: column(label.summary, paragraphs(5_000), { headers: ['简介', '事项说明'], width: 40, note: '这件事是什么、谁来办' }),
  keywords: column(label.keywords, nameList(50, 50), { headers: ['关键词'], width: 30, note: '群众常用的说法' }),
  status: column(label.status, choice(choices.status, { aliases: { in_effect: ['有效'] } }), { headers: ['状态'], width: 10, note: '不填就是“在用”；“取消”的事项不再出现在列表和搜索里' }),
  basicCode: column(label.basicCode, looseCode(12), { width: 16 }),
  businessCode: column(label.businessCode, looseCode(64), { headers: ['办理项编码'], width: 24 }),
  effectiveOn: column(label.effectiveOn, date, { width: 12 }),
  cancelledOn: column(label.cancelledOn, date, { width: 12 }),
  exerciseLevel: column(label.exerciseLevel, choice(choices.exerciseLevel, { aliases: { township: ['乡镇级', '镇级', '乡级', '街道级'], village: ['村级', '社区级'] } })),
  powerSource: column(label.powerSource, choice(choices.powerSource)),
  implementingBodyCode: column(label.implementingBodyCode, looseCode(18), { headers: ['统一社会信用代码'], width: 22, note: '实施主体的统一社会信用代码' }),
  implementingBodyNature: column(label.implementingBodyNature, choice(choices.bodyNature)),
  delegatedBody: column(label.delegatedBody, line(200)),
  jointBodies: column(label.jointBodies, nameList(20, 200)),
  audiences: column(label.audiences, audiences, { headers: ['audience', '办理对象'], whenEmpty: [...everybody], note: '不填就是自然人和法人' }),
  naturalPersonTopics: column(label.naturalPersonTopics, topicList('natural_person'), { headers: ['面向自然人事项主题分类'], width: 20 }),
  legalPersonTopics: column(label.legalPersonTopics, topicList('legal_person'), { headers: ['面向法人事项主题分类'], width: 20 }),
  lifeEvents: column(label.lifeEvents, topicList('life_event'), { headers: ['一件事', '企业一件事'], width: 20 }),
  handlingType: column(label.handlingType, choice(choices.handlingType)),
  statutoryLimit: column(label.statutoryLimit, timeAmount, { headers: ['法定时限', '法定期限'], width: 12 }),
  committedLimit: column(label.committedLimit, timeAmount, { headers: ['承诺时限', '承诺期限'], width: 12 }),
  quantityLimit: column(label.quantityLimit, paragraphs(1_000)),
  eligibility: column(label.eligibility, paragraphs(10_000), { headers: ['申请条件', '办理条件'], width: 50 }),
  channels: column(
    label.channels,
    choiceList(choices.channel, { aliases: { window: ['窗口'], online: ['网上', '网办'], self_service: ['自助终端', '自助'], post: ['邮寄'] } }),
    { width: 24 },
  ),
  onlineDepth: column(label.onlineDepth, choice(choices.onlineDepth)),
  onlineAddress: column(label.onlineAddress, webAddress, { headers: ['在线办理地址', '网办地址'], width: 30 }),
  crossRegionScope: column(label.crossRegionScope, choice(choices.crossRegionScope, { aliases: { national: ['全国'], cross_province: ['跨省'], province: ['全省'], city: ['全市'], county: ['全县'] } })),
  visits: column(label.visits, whole(99, /次$/u, '次'), { headers: ['到现场次数', '到办事现场次数（次）', '跑动次数'], width: 10 }),
  visitsReason: column(label.visitsReason, paragraphs(500), { headers: ['必须现场办理原因'], width: 30 }),
  processPicture: column(label.processPicture, file, { headers: ['办理流程图'], width: 24 }),
  intermediaryServices: column(label.intermediaryServices, paragraphs(1_000)),
  address: column(label.address, paragraphs(1_000), { headers: ['办理地址', '办公地址', '地址'], width: 30, note: '工作表「办理窗口」里写了大厅的，可以不填' }),
  openingHours: column(label.openingHours, paragraphs(1_000), { headers: ['办公时间', '工作时间'], width: 30, note: '和大厅的开放时间一样的，可以不填' }),
  transport: column(label.transport, paragraphs(1_000), { width: 30 }),
  isCharged: column(label.isCharged, flag, { width: 10 }),
  fee: column(label.fee, paragraphs(5_000), { headers: ['收费', '收费标准', '收费情况'], width: 30, note: '一句话说清，金额写在前面' }),
  isBookable: column(label.isBookable, flag, { headers: ['支持预约', '是否预约'], width: 12 }),
  dailyCapacity: column(label.dailyCapacity, whole(100_000, /件$/u, '件'), { width: 12 }),
  bookingNote: column(label.bookingNote, paragraphs(1_000), { width: 24 }),
  consultationPhone: column(label.consultationPhone, line(200), { headers: ['咨询方式'], width: 18 }),
  supervisionPhone: column(label.supervisionPhone, line(200), { headers: ['监督电话', '投诉电话', '监督投诉方式'], width: 18 }),
  rightsAndDuties: column(label.rightsAndDuties, paragraphs(5_000), { headers: ['申请人的权利和义务', '权利与义务'], width: 40 }),
  reconsiderationBody: column(label.reconsiderationBody, line(500), { headers: ['行政复议部门'], width: 20 }),
  litigationBody: column(label.litigationBody, line(500), { headers: ['行政诉讼部门'], width: 20 }),
  relatedCodes: column(label.relatedCodes, nameList(20, 64, { isCode: true }), { width: 24, note: '相关事项的实施编码' }),
};

const timeLimitParts = {
  statutoryLimitUnit: statutory.unit,
  statutoryLimitNote: statutory.note,
  statutoryDays: statutory.days,
  committedLimitUnit: committed.unit,
  committedLimitNote: committed.note,
  committedDays: committed.days,
};

const { name, ...singleButName } = single;

/**
 * Everything that a row of a guide may carry: single values, and, in JSON and in older files, lists in one cell. The order is
 * that of the errors of a row.
 */
export const basicColumns = {
  implementationCode: column(implementationCodeLabel, code(64), { isRequired: true, headers: ['item_code', '实施清单编码', '事项实施编码'], width: 22 }),
  name,
  department: column(label.department, line(100), {
    isRequired: true,
    headers: ['部门', '部门名称', '实施部门', '实施主体名称', '所属部门', 'department_name'],
    width: 22,
    note: '部门全称；没有的部门会新建',
  }),
  ...singleButName,
  ...timeLimitParts,
  ...listFieldColumns,
};

export type BasicColumn = keyof typeof basicColumns;
