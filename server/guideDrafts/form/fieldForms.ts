import { GuideContent, type GuideContentField } from '../../contract/guideContent';
import type { FieldKind, FormField, ItemField } from '../../contract/guideForm';
import type { choices } from '../../guideFields/choices';
import { guideFieldLabels, listItemLabels } from '../../guideFields/labels';

/** A set of choices: an enumeration of the contract, or what this installation has. */
export type ChoiceSet = keyof typeof choices | 'naturalPersonTopics' | 'legalPersonTopics' | 'lifeEvents' | 'offices';

interface Given {
  kind: FieldKind;
  help: string;
  choices?: ChoiceSet;
  unit?: string;
  /** Of a list of objects: what one of them is called, and its fields, the one that names it first. */
  itemName?: string;
  emptyMeans?: string;
  itemFields?: ItemField[];
}

/** The part of JSON Schema that limits are read from: they stand in the contract once. */
interface Schema {
  maxLength?: number;
  maximum?: number;
  maxItems?: number;
  items?: Schema & { properties?: Record<string, Schema>; required?: string[] };
  required?: string[];
  properties?: Record<string, Schema>;
}

const contract = GuideContent as unknown as Required<Pick<Schema, 'properties' | 'required'>>;

const limits = ({ maxLength, maximum, maxItems, items }: Schema) => ({
  ...((maxLength ?? items?.maxLength) === undefined ? {} : { maxLength: maxLength ?? items?.maxLength ?? 0 }),
  ...(maximum === undefined ? {} : { maximum }),
  ...(maxItems === undefined ? {} : { maxItems }),
});

type Labels = keyof typeof listItemLabels;
type ItemForms<List extends Labels> = readonly (readonly [field: keyof (typeof listItemLabels)[List], kind: FieldKind, help: string, choices?: ChoiceSet])[];

function itemsOf<List extends Labels>(field: GuideContentField, list: List, itemName: string, help: string, forms: ItemForms<List>): Given {
  const schema = contract.properties[field]?.items ?? {};
  const labels = listItemLabels[list] as Record<string, string>;
  const itemFields = forms.map(([name, kind, itemHelp, set]): ItemField => {
    const key = String(name);
    return {
      field: key,
      label: labels[key] ?? key,
      help: itemHelp,
      kind,
      isRequired: schema.required?.includes(key) ?? false,
      ...limits(schema.properties?.[key] ?? {}),
      ...(set === undefined ? {} : { choices: set }),
    };
  });
  return { kind: 'items', help, itemName, itemFields };
}

const line = (help = ''): Given => ({ kind: 'line', help });
const paragraphs = (help = ''): Given => ({ kind: 'paragraphs', help });
const lines = (help: string): Given => ({ kind: 'lines', help });
const oneOf = (set: ChoiceSet, help = ''): Given => ({ kind: 'choice', help, choices: set });
const someOf = (set: ChoiceSet, help = ''): Given => ({ kind: 'choices', help, choices: set });
const yesNo = (help = ''): Given => ({ kind: 'yes_no', help });
const date = (help: string): Given => ({ kind: 'date', help });
const number = (unit: string, help = ''): Given => ({ kind: 'number', help, unit });
const timeLimit = (help: string): Given => ({ kind: 'time_limit', help, choices: 'timeUnit' });

const steps = [
  ['name', 'line', '例如“受理”'],
  ['limit', 'line', '例如“1 个工作日”或“当场”'],
  ['description', 'paragraphs', '群众要做什么，窗口做什么'],
] as const satisfies ItemForms<'processStep'>;

/** How every field is filled in. A field that the contract gains does not compile until it stands here. */
const given: Record<GuideContentField, Given> = {
  name: line('群众看到的名称，不写简称'),
  itemType: oneOf('itemType'),
  summary: paragraphs('这件事是什么、谁来办，两三句大白话'),
  keywords: lines('群众会怎么说、怎么搜，一行一个，例如“身份证丢了”'),
  status: oneOf('status', '“取消”的指南不再出现在列表和搜索里'),
  basicCode: line('国家目录里的编码，没有就不填'),
  businessCode: line('没有就不填'),
  effectiveOn: date('从哪天起这样办'),
  cancelledOn: date('从哪天起不再办理'),
  exerciseLevel: oneOf('exerciseLevel'),
  powerSource: oneOf('powerSource'),
  legalBases: itemsOf('legalBases', 'legalBasis', '依据', '按哪部法律、哪一条办理', [
    ['law', 'line', '法律、法规或文件的全称'],
    ['article', 'line', '例如“第十一条”'],
    ['text', 'paragraphs', '照原文抄写'],
    ['isVerified', 'yes_no', '对照过原文才选“是”；选“否”的，群众会看到“待核实”'],
  ]),
  implementingBodyCode: line('本单位的统一社会信用代码，18 位'),
  implementingBodyNature: oneOf('bodyNature'),
  delegatedBody: line('委托别的单位办的才填'),
  jointBodies: lines('一起办的单位，一行一个'),
  audiences: someOf('audience', '个人来办的选自然人，企业和单位来办的选法人'),
  naturalPersonTopics: someOf('naturalPersonTopics', '群众按主题找的时候，放在哪些主题里'),
  legalPersonTopics: someOf('legalPersonTopics', '企业按主题找的时候，放在哪些主题里'),
  lifeEvents: someOf('lifeEvents', '和哪些人生大事有关'),
  handlingType: oneOf('handlingType', '当场办完的是即办件，过几天办完的是承诺件'),
  statutoryLimit: timeLimit('法律规定最长多久办完'),
  committedLimit: timeLimit('我们承诺多久办完，不能比法定的长'),
  specialProcedures: itemsOf('specialProcedures', 'specialProcedure', '特别程序', '听证、检验、公告等，用的时间不算在办结时限里', [
    ['name', 'line', '例如“专家评审”'],
    ['limit', 'line', '例如“30 个工作日”'],
    ['basis', 'paragraphs', '依据哪条规定'],
  ]),
  quantityLimit: paragraphs('一年只办多少件的才填'),
  eligibility: paragraphs('什么人、什么情况能办，一条一行'),
  channels: someOf('channel', '可以怎么办，能选的都选上'),
  onlineDepth: oneOf('onlineDepth'),
  onlineAddress: line('以 https:// 开头'),
  crossRegionScope: oneOf('crossRegionScope', '外地人也能在这里办的才选'),
  visits: number('次', '要到现场几次，不用去填 0'),
  visitsReason: paragraphs('为什么非来不可'),
  onSiteSteps: itemsOf('onSiteSteps', 'processStep', '环节', '在窗口办，按先后一步一步写', steps),
  onlineSteps: itemsOf('onlineSteps', 'processStep', '环节', '在网上办，按先后一步一步写', steps),
  processPicture: { kind: 'file', help: '可以去掉；要换文件，请用表格导入' },
  intermediaryServices: paragraphs('要中介机构出报告的才填'),
  places: itemsOf('places', 'place', '地点', '在哪些大厅、哪些窗口办', [
    ['officeCode', 'choice', '', 'offices'],
    ['windowNumbers', 'lines', '窗口编号，一行一个，例如“A01”'],
    ['note', 'line', '例如“周六只办身份证”'],
  ]),
  address: paragraphs('上面选了大厅的，可以不填'),
  openingHours: paragraphs('和大厅的开放时间一样的，可以不填'),
  transport: paragraphs('坐哪路车、在哪儿停车'),
  requiredMaterials: {
    emptyMeans: '不需要材料',
    ...itemsOf('requiredMaterials', 'requiredMaterial', '材料', '一份材料写一项；没有依据的材料不能要', [
    ['name', 'line', '例如“居民户口簿”'],
    ['note', 'paragraphs', '什么情况要带、带什么样的，一句话'],
    ['necessity', 'choice', '“非必要”是只在有的情况下才要；“容缺后补”是可以先办、后交', 'necessity'],
    ['copyKind', 'choice', '', 'copyKind'],
    ['count', 'number', '几份'],
    ['form', 'choice', '', 'materialForm'],
    ['specification', 'line', '例如“A4”“二寸彩色”'],
    ['isWaived', 'yes_no', '部门自己能查到、不用带的选“是”'],
    ['waivedSource', 'line', '不用带的，从哪里取得'],
    ['source', 'choice', '', 'materialSource'],
    ['sourceNote', 'line', '例如出具单位'],
    ['type', 'line', '例如“证件证书证明”“申请表格文书”'],
    ['fillingNote', 'paragraphs', '表格怎么填'],
    ['acceptanceStandard', 'paragraphs', '什么样的算合格'],
    ['basis', 'paragraphs', '按哪条规定要这份材料'],
    ['blankForm', 'file', '可以去掉；要换文件，请用表格导入'],
    ['filledSample', 'file', '可以去掉；要换文件，请用表格导入'],
  ]),
  },
  isCharged: yesNo(),
  fee: paragraphs('一句话说清，金额写在前面'),
  fees: itemsOf('fees', 'fee', '收费项目', '收费的，一项一项写清', [
    ['item', 'line', '例如“证件工本费”'],
    ['standard', 'line', '例如“40 元/证”'],
    ['basis', 'paragraphs', '按哪个文件收'],
    ['canPayOnline', 'yes_no', ''],
    ['isReducible', 'yes_no', ''],
    ['reductionNote', 'paragraphs', '什么人可以减免'],
  ]),
  results: itemsOf('results', 'result', '结果', '办完以后群众拿到什么', [
    ['name', 'line', '例如“居民身份证”'],
    ['type', 'choice', '', 'resultType'],
    ['delivery', 'choices', '怎么拿到', 'delivery'],
    ['validity', 'line', '多久有效'],
    ['sample', 'file', '可以去掉；要换文件，请用表格导入'],
  ]),
  isBookable: yesNo(),
  dailyCapacity: number('件', '一天最多办几件'),
  bookingNote: paragraphs('怎么约、最早最晚约哪天'),
  consultationPhone: line('群众打这个电话问怎么办'),
  supervisionPhone: line('群众打这个电话投诉，不能和咨询电话一样'),
  rightsAndDuties: paragraphs(),
  reconsiderationBody: line('例如“云岫县人民政府”'),
  litigationBody: line('例如“云岫县人民法院”'),
  faqs: itemsOf('faqs', 'faq', '问题', '窗口上最常被问到的', [
    ['question', 'line', '照群众的问法写'],
    ['answer', 'paragraphs', '先说结论'],
  ]),
  relatedCodes: lines('相关指南的实施编码，一行一个'),
};

/** The form of every field, its limits taken from the contract. */
export const fieldForms = Object.fromEntries(
  Object.entries(given).map(([field, form]) => [
    field,
    { field, label: guideFieldLabels[field as GuideContentField], isRequired: contract.required.includes(field), ...limits(contract.properties[field] ?? {}), ...form },
  ]),
) as Record<GuideContentField, FormField>;
