import type { GuideContent, GuideContentField, GuideFile, LegalBasis, ProcessStep, RequiredMaterial, TimeLimit } from '../contract/guideContent';
import { choices } from './choices';
import { listItemLabels } from './labels';

/** The names of topics by their codes: they are kept in the database. A code without a name stays as it is. */
export type TopicNames = ReadonlyMap<string, string>;

type Describe<Value> = (value: Value, topicNames: TopicNames) => string;
type Present<Field extends GuideContentField> = NonNullable<GuideContent[Field]>;

const plain: Describe<string> = (text) => text;
const yesOrNo: Describe<boolean> = (is) => (is ? '是' : '否');
const count = (unit: string): Describe<number> => (amount) => `${amount} ${unit}`;
const oneOf = <Value extends string>(names: Record<Value, string>): Describe<Value> => (value) => names[value];
const someOf = <Value extends string>(names: Record<Value, string>): Describe<Value[]> => (values) => values.map((value) => names[value]).join('、');
const names: Describe<string[]> = (list) => list.join('、');
const topics: Describe<string[]> = (codes, topicNames) => codes.map((code) => topicNames.get(code) ?? code).join('、');
const lines = <Item>(describe: (item: Item) => string): Describe<Item[]> => (list) => list.map(describe).join('\n');
const file = ({ name }: GuideFile): string => name;

const units: Record<TimeLimit['unit'], string> = { working_day: '个工作日', calendar_day: '天', month: '个月', hour: '小时' };
const timeLimit: Describe<TimeLimit> = ({ amount, unit, note }) => `${amount} ${units[unit]}${note === undefined ? '' : `（${note}）`}`;

/** Of each detail its name and what it says; a detail that was not published is left out. */
function details(heading: string, given: readonly [label: string, text: string | undefined][]): string {
  const said = given.flatMap(([label, text]) => (text === undefined ? [] : [`${label}：${text}`]));
  return [heading, ...said].join('；');
}

const legalBasis = ({ law, article, text, isVerified }: LegalBasis): string =>
  `${law}${article ?? ''}${isVerified ? '' : '（待核实）'}${text === undefined ? '' : `：${text}`}`;
const processStep = ({ name, description, limit }: ProcessStep, index: number): string =>
  `${index + 1}. ${name}${limit === undefined ? '' : `（${limit}）`}${description === undefined ? '' : `：${description}`}`;
const steps: Describe<ProcessStep[]> = (list) => list.map(processStep).join('\n');

function requiredMaterial(material: RequiredMaterial): string {
  const label = listItemLabels.requiredMaterial;
  const { form, copyKind, necessity, source, blankForm, filledSample } = material;
  return details(`${material.name}${material.isWaived ? '（免提交）' : ''}`, [
    [label.note, material.note],
    [label.type, material.type],
    [label.form, form && choices.materialForm[form]],
    [label.copyKind, copyKind && choices.copyKind[copyKind]],
    [label.count, material.count?.toString()],
    [label.specification, material.specification],
    [label.necessity, necessity && choices.necessity[necessity]],
    [label.source, source && choices.materialSource[source]],
    [label.sourceNote, material.sourceNote],
    [label.blankForm, blankForm && file(blankForm)],
    [label.filledSample, filledSample && file(filledSample)],
    [label.fillingNote, material.fillingNote],
    [label.acceptanceStandard, material.acceptanceStandard],
    [label.basis, material.basis],
    [label.waivedSource, material.waivedSource],
  ]);
}

const flag = (value: boolean | undefined): string | undefined => (value === undefined ? undefined : value ? '是' : '否');

const describers: { [Field in GuideContentField]: Describe<Present<Field>> } = {
  name: plain,
  itemType: oneOf(choices.itemType),
  summary: plain,
  keywords: names,
  status: oneOf(choices.status),
  basicCode: plain,
  businessCode: plain,
  effectiveOn: plain,
  cancelledOn: plain,
  exerciseLevel: oneOf(choices.exerciseLevel),
  powerSource: oneOf(choices.powerSource),
  legalBases: lines(legalBasis),
  implementingBodyCode: plain,
  implementingBodyNature: oneOf(choices.bodyNature),
  delegatedBody: plain,
  jointBodies: names,
  audiences: someOf(choices.audience),
  naturalPersonTopics: topics,
  legalPersonTopics: topics,
  lifeEvents: topics,
  handlingType: oneOf(choices.handlingType),
  statutoryLimit: timeLimit,
  committedLimit: timeLimit,
  specialProcedures: lines(({ name, limit, basis }) => details(name, [[listItemLabels.specialProcedure.limit, limit], ['依据', basis]])),
  quantityLimit: plain,
  eligibility: plain,
  channels: someOf(choices.channel),
  onlineDepth: oneOf(choices.onlineDepth),
  onlineAddress: plain,
  crossRegionScope: oneOf(choices.crossRegionScope),
  visits: count('次'),
  visitsReason: plain,
  onSiteSteps: steps,
  onlineSteps: steps,
  processPicture: file,
  intermediaryServices: plain,
  places: lines(({ officeCode, windowNumbers, note }) => details(officeCode, [['窗口', windowNumbers && names(windowNumbers, new Map())], ['说明', note]])),
  address: plain,
  openingHours: plain,
  transport: plain,
  requiredMaterials: (list, topicNames) => (list.length === 0 ? '不需要材料' : lines(requiredMaterial)(list, topicNames)),
  isCharged: yesOrNo,
  fee: plain,
  fees: lines(({ item, standard, basis, isReducible, reductionNote, canPayOnline }) => {
    const label = listItemLabels.fee;
    return details(`${item}：${standard}`, [
      [label.basis, basis],
      [label.isReducible, flag(isReducible)],
      [label.reductionNote, reductionNote],
      [label.canPayOnline, flag(canPayOnline)],
    ]);
  }),
  results: lines(({ name, type, sample, delivery, validity }) => {
    const label = listItemLabels.result;
    return details(name, [
      [label.type, type && choices.resultType[type]],
      [label.sample, sample && file(sample)],
      [label.delivery, delivery && someOf(choices.delivery)(delivery, new Map())],
      [label.validity, validity],
    ]);
  }),
  isBookable: yesOrNo,
  dailyCapacity: count('件'),
  bookingNote: plain,
  consultationPhone: plain,
  supervisionPhone: plain,
  rightsAndDuties: plain,
  reconsiderationBody: plain,
  litigationBody: plain,
  faqs: lines(({ question, answer }) => `问：${question}\n答：${answer}`),
  relatedCodes: names,
};

/**
 * The value of a field as plain Chinese text, the items of a list each on a line of its own.
 *
 * Every detail that can differ is said, but for what a file holds under an unchanged name.
 *
 * @param value of that field in a guide's content; the name, for `department`.
 */
export function describeFieldValue<Field extends GuideContentField>(field: Field, value: Present<Field>, topicNames?: TopicNames): string;
export function describeFieldValue(field: 'department', value: string): string;
export function describeFieldValue(field: GuideContentField | 'department', value: unknown, topicNames: TopicNames = new Map()): string {
  if (field === 'department') return value as string;
  return (describers[field] as Describe<unknown>)(value, topicNames);
}
