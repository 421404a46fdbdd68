import type { Audience, HandlingType, ItemType, RequiredMaterial } from '../contract/serviceGuides';
import type { GuideField } from './guideColumns';
import { cellText, type Cell } from './guideSource';
import { readAudiences, readHandlingType, readItemType } from './itemKinds';
import { mostMaterials, parseRequiredMaterials, readMaterialList } from './requiredMaterials';

export type FieldResult<Value> = { value: Value } | { problem: string };
type Reader<Value> = (cell: Cell) => FieldResult<Value>;

/** What an empty cell means is decided here: nothing is known of it any more, or, for lists, the usual. */
export interface FieldValues {
  implementation_code: string;
  name: string;
  department: string;
  item_type: ItemType;
  audiences: Audience[];
  handling_type: HandlingType | null;
  statutory_days: number | null;
  committed_days: number | null;
  visits: number | null;
  summary: string | null;
  eligibility: string | null;
  fee: string | null;
  required_materials: RequiredMaterial[];
  address: string | null;
  opening_hours: string | null;
  consultation_phone: string | null;
  supervision_phone: string | null;
}

/** Of the column `audiences` in the database: whoever does not say, means everybody. */
export const everybody: readonly Audience[] = ['natural_person', 'legal_person'];

// Control characters, halves of surrogate pairs, line separators, and marks that turn the reading direction.
const forbiddenInLine = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const forbiddenInText = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/u;
const invisible = /[\u200b\ufeff]/gu;
const codePattern = /^[A-Za-z0-9-]{1,64}$/u;

/** One normal form, line breaks as \n, without what nobody sees at the ends. */
function clean(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replace(/\r\n?/gu, '\n').trim();
}

function textOf(cell: Cell): FieldResult<string> {
  if (cell.kind === 'unreadable') return { problem: cell.reason };
  if (cell.kind === 'json') return { problem: '应是文字' };
  return { value: clean(cellText(cell)) };
}

/** Length is counted in characters as people count them: 𠮷 is one. */
function checkLength(text: string, most: number): string | undefined {
  const length = text.length <= most ? text.length : [...text].length;
  return length > most ? `有 ${length} 个字，最多 ${most} 个` : undefined;
}

const required = <Value>(read: (text: string) => FieldResult<Value>): Reader<Value> => (cell) => {
  const text = textOf(cell);
  if ('problem' in text) return text;
  return text.value === '' ? { problem: '没有填写' } : read(text.value);
};
const optional = <Value>(read: (text: string) => FieldResult<Value>): Reader<Value | null> => (cell) => {
  const text = textOf(cell);
  if ('problem' in text) return text;
  return text.value === '' ? { value: null } : read(text.value);
};

const line = (most: number) => (text: string): FieldResult<string> => {
  if (forbiddenInLine.test(text)) return { problem: '含有换行或看不见的控制字符' };
  const problem = checkLength(text, most);
  return problem === undefined ? { value: text } : { problem };
};
const paragraphs = (most: number) => (text: string): FieldResult<string> => {
  if (forbiddenInText.test(text)) return { problem: '含有看不见的控制字符' };
  const problem = checkLength(text, most);
  return problem === undefined ? { value: text } : { problem };
};

/** A whole number, with its unit or without; 计 unit: 工作日 or 次, because 天 and 月 would be other numbers. */
const whole = (most: number, unit: RegExp): Reader<number | null> => (cell) => {
  if (cell.kind === 'date') return { problem: `是日期 ${cell.text}，应是整数（请把单元格格式改为常规）` };
  return optional((text): FieldResult<number> => {
    const digits = text.normalize('NFKC').replace(unit, '').trim();
    const value = /^\d{1,9}(?:\.0+)?$/u.test(digits) ? Number(digits) : undefined;
    if (value === undefined) return { problem: `“${text.slice(0, 20)}”不是整数` };
    return value > most ? { problem: `${value} 太大，最多 ${most}` } : { value };
  })(cell);
};

function readCode(cell: Cell): FieldResult<string> {
  // A spreadsheet keeps 15 digits of a number; the rest of a code has become zeros.
  if (cell.kind === 'number' && Math.abs(cell.value) >= 1e15) return { problem: '编码被存成了数字，后几位已丢失，请把这一列的格式改为文本后重新填写' };
  return required((text): FieldResult<string> => {
    if (codePattern.test(text)) return { value: text };
    if (/^\d(?:\.\d+)?E\+?\d+$/iu.test(text)) return { problem: `“${text}”是科学记数，编码已被表格软件改坏，请把这一列的格式改为文本后重新填写` };
    return { problem: text.length > 64 ? `有 ${[...text].length} 个字符，最多 64 个` : `“${text}”只能由字母、数字和 - 组成` };
  })(cell);
}

function readAudienceCell(cell: Cell): FieldResult<Audience[]> {
  const given: unknown = cell.kind === 'json' ? cell.value : undefined;
  if (given !== undefined && !(Array.isArray(given) && given.every((name) => typeof name === 'string'))) return { problem: '应是文字或文字的数组' };
  const text = given === undefined ? textOf(cell) : { value: (given as string[]).join('、') };
  if ('problem' in text) return text;
  const names = text.value.split(/[、,，;；/|｜\s]+/u).filter((name) => name !== '');
  return names.length === 0 ? { value: [...everybody] } : readAudiences(names);
}

function readMaterialCell(cell: Cell): FieldResult<RequiredMaterial[]> {
  const text = cell.kind === 'json' ? undefined : textOf(cell);
  if (text !== undefined && 'problem' in text) return text;
  const list = cell.kind === 'json' && Array.isArray(cell.value) ? readMaterialList(cell.value) : undefined;
  const materials = text === undefined ? list : parseRequiredMaterials(text.value);
  if (materials === undefined) return { problem: '应是文字、文字的数组，或 {name, note, isWaived} 的数组' };
  if (materials.length > mostMaterials) return { problem: `有 ${materials.length} 份材料，最多 ${mostMaterials} 份` };
  const read: RequiredMaterial[] = [];
  for (const { name, note, isWaived } of materials) {
    const cleanName = line(500)(clean(name));
    if ('problem' in cleanName) return { problem: `材料名称${cleanName.problem}` };
    const cleanNote = note === null ? { value: null } : paragraphs(2_000)(clean(note));
    if ('problem' in cleanNote) return { problem: `材料说明${cleanNote.problem}` };
    read.push({ name: cleanName.value, note: cleanNote.value, isWaived });
  }
  return { value: read };
}

const workingDays = whole(9_999, /(?:个)?工作日$/u);

/** How each field is read from its cell. */
export const fieldReaders: { [Field in GuideField]: Reader<FieldValues[Field]> } = {
  implementation_code: readCode,
  name: required(line(200)),
  department: required(line(100)),
  item_type: required(readItemType),
  audiences: readAudienceCell,
  handling_type: optional(readHandlingType),
  statutory_days: workingDays,
  committed_days: workingDays,
  visits: whole(99, /次$/u),
  summary: optional(paragraphs(5_000)),
  eligibility: optional(paragraphs(10_000)),
  fee: optional(paragraphs(5_000)),
  required_materials: readMaterialCell,
  address: optional(paragraphs(1_000)),
  opening_hours: optional(paragraphs(1_000)),
  consultation_phone: optional(line(200)),
  supervision_phone: optional(line(200)),
};
