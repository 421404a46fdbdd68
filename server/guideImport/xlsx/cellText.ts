import { emptyCell, textCell, type Cell } from '../guideSource';

/** ECMA-376 writes characters that XML cannot hold as _xHHHH_. */
export function decodeExcelEscapes(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

/** What the writer of workbooks leaves out although XML could hold it, or cannot be in XML at all. */
// eslint-disable-next-line no-control-regex
const leftOut = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g;

/** The reverse of `decodeExcelEscapes`: the text comes back as it was. */
export function encodeExcelEscapes(text: string): string {
  const escape = (characters: string): string => [...Array(characters.length).keys()].map((at) => escapeOf(characters, at)).join('');
  const encoded = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, escape).replace(leftOut, escape);
  // The writer looks texts up in a plain object, where these names are taken.
  return encoded in Object.prototype ? `${escapeOf(encoded, 0)}${encoded.slice(1)}` : encoded;
}

function escapeOf(text: string, at: number): string {
  return `_x${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Days from 1899-12-30 (or 1904-01-01) to 1970-01-01. */
const epochDays = { from1900: 25_569, from1904: 24_107 };
const millisecondsADay = 86_400_000;

/** A date cell as people read it: 2026-03-01, 2026-03-01 09:00, or 09:00 alone. */
export function dateCell(serial: number, isFrom1904: boolean): Cell {
  const days = serial - (isFrom1904 ? epochDays.from1904 : epochDays.from1900);
  const instant = new Date(Math.round(days * millisecondsADay));
  if (Number.isNaN(instant.getTime())) return { kind: 'unreadable', reason: '日期超出范围' };
  const iso = instant.toISOString();
  const [date, time] = [iso.slice(0, 10), iso.slice(11, 16)];
  if (serial >= 0 && serial < 1) return { kind: 'date', text: time };
  return { kind: 'date', text: Number.isInteger(serial) ? date : `${date} ${time}` };
}

export interface CellContext {
  sharedString(index: number): string | undefined;
  isDateStyle(style: number): boolean;
  isFrom1904: boolean;
}

/**
 * What a `<c>` element says.
 *
 * @param value the text of `<v>`, which for a formula is its last result; undefined where there is none.
 */
export function readCell(cell: { type: string; style: number; value: string | undefined; inlineText: string | undefined; hasFormula: boolean }, context: CellContext): Cell {
  const { type, value } = cell;
  if (type === 'inlineStr') return textCell(decodeExcelEscapes(cell.inlineText ?? ''));
  if (value === undefined || value === '') {
    if (cell.hasFormula && type !== 'str') return { kind: 'unreadable', reason: '公式没有算出结果，请在表格软件里打开、保存后再导入' };
    return emptyCell;
  }
  switch (type) {
    case 's': {
      const text = context.sharedString(Number(value));
      return text === undefined ? { kind: 'unreadable', reason: '单元格内容已损坏' } : textCell(text);
    }
    case 'str':
      return textCell(decodeExcelEscapes(value));
    case 'b':
      return { kind: 'text', text: value === '1' ? '是' : '否' };
    case 'e':
      return { kind: 'unreadable', reason: `公式出错（${value}）` };
    case 'd':
      return { kind: 'date', text: value };
    default: {
      const number = Number(value);
      if (Number.isNaN(number)) return { kind: 'unreadable', reason: '单元格内容已损坏' };
      return context.isDateStyle(cell.style) ? dateCell(number, context.isFrom1904) : { kind: 'number', value: number };
    }
  }
}
