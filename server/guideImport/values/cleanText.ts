import { cellText, type Cell } from '../guideSource';
import type { FieldResult } from './valueKind';

// Control characters, halves of surrogate pairs, line separators, and marks that turn the reading direction.
const forbiddenInLine = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const forbiddenInText = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/u;
const invisible = /[\u200b\ufeff]/gu;

/** One normal form, line breaks as \n, without what nobody sees at the ends. */
export function clean(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replace(/\r\n?/gu, '\n').trim();
}

/** The cell's text, cleaned; empty for an empty cell. */
export function textOf(cell: Cell): FieldResult<string> {
  if (cell.kind === 'unreadable') return { problem: cell.reason };
  if (cell.kind === 'json') return { problem: '应是文字' };
  return { value: clean(cellText(cell)) };
}

/** Reads a cell that is not empty by its text; null for an empty one. */
export function readText(cell: Cell, read: (text: string) => FieldResult): FieldResult {
  const text = textOf(cell);
  if ('problem' in text) return text;
  return text.value === '' ? { value: null } : read(text.value);
}

/** Length is counted in characters as people count them: 𠮷 is one. */
function checkLength(text: string, most: number): string | undefined {
  const length = text.length <= most ? text.length : [...text].length;
  return length > most ? `有 ${length} 个字，最多 ${most} 个` : undefined;
}

/** Why a cleaned text is no single line of at most `most` characters. */
export function problemOfLine(text: string, most: number): string | undefined {
  return forbiddenInLine.test(text) ? '含有换行或看不见的控制字符' : checkLength(text, most);
}

export function problemOfText(text: string, most: number): string | undefined {
  return forbiddenInText.test(text) ? '含有看不见的控制字符' : checkLength(text, most);
}

/** How names are compared: width, case and blanks make no difference. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}
