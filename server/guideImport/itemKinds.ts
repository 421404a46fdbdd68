import type { Audience, HandlingType, ItemType } from '../contract/serviceGuides';

/**
 * 事项类型 by our identifier, its Chinese name and the national code. Codes 02 (行政处罚), 03 (行政强制) and 06 (行政检查)
 * exist, but nobody applies for those: they are no services and are refused by name.
 */
const itemTypes: readonly { type: ItemType; names: readonly string[] }[] = [
  { type: 'licence', names: ['行政许可', '1', '01'] },
  { type: 'levy', names: ['行政征收', '4', '04'] },
  { type: 'payment', names: ['行政给付', '5', '05'] },
  { type: 'confirmation', names: ['行政确认', '7', '07'] },
  { type: 'reward', names: ['行政奖励', '8', '08'] },
  { type: 'ruling', names: ['行政裁决', '9', '09'] },
  { type: 'other_power', names: ['其他行政权力', '其他权力', '其它行政权力', '10'] },
  { type: 'public_service', names: ['公共服务', '公共服务事项', '20'] },
];

const notServices: Readonly<Record<string, string>> = {
  '2': '行政处罚', '02': '行政处罚', 行政处罚: '行政处罚',
  '3': '行政强制', '03': '行政强制', 行政强制: '行政强制',
  '6': '行政检查', '06': '行政检查', 行政检查: '行政检查',
};

const itemTypeByName = new Map(itemTypes.flatMap(({ type, names }) => [type, ...names].map((name) => [name, type] as const)));

/** @returns the type, or in `problem` why there is none. */
export function readItemType(text: string): { value: ItemType } | { problem: string } {
  const value = itemTypeByName.get(text);
  if (value !== undefined) return { value };
  const power = Object.hasOwn(notServices, text) ? notServices[text] : undefined;
  if (power !== undefined) return { problem: `“${text}”是${power}，不是群众申请办理的事项，不能导入` };
  return { problem: `不认识“${text}”，可以填：${itemTypes.map(({ names }) => names[0]).join('、')}，或它们的代码` };
}

/** 服务对象 as the national list divides it; everything that is not a natural person is one group to us. */
const audienceByName = new Map<string, Audience>([
  ...['natural_person', '自然人', '个人', '群众'].map((name) => [name, 'natural_person'] as const),
  ...['legal_person', '法人', '企业', '企业法人', '事业法人', '社会组织法人', '非法人企业', '行政机关', '其他组织', '法人和其他组织', '法人或其他组织', '法人及其他组织'].map(
    (name) => [name, 'legal_person'] as const,
  ),
]);

/** Reads a list such as 自然人、企业法人; in the order natural person, legal person, each once. */
export function readAudiences(names: readonly string[]): { value: Audience[] } | { problem: string } {
  const found = new Set<Audience>();
  for (const name of names) {
    const audience = audienceByName.get(name);
    if (audience === undefined) return { problem: `不认识“${name}”，可以填：自然人、法人，或两者` };
    found.add(audience);
  }
  return { value: (['natural_person', 'legal_person'] as const).filter((audience) => found.has(audience)) };
}

const handlingTypeByName = new Map<string, HandlingType>([
  ['immediate', 'immediate'],
  ['即办件', 'immediate'],
  ['committed', 'committed'],
  ['承诺件', 'committed'],
]);

export function readHandlingType(text: string): { value: HandlingType } | { problem: string } {
  const value = handlingTypeByName.get(text);
  return value === undefined ? { problem: `不认识“${text}”，可以填：即办件、承诺件` } : { value };
}
