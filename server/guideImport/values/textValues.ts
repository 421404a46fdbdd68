import type { Cell } from '../guideSource';
import { problemOfLine, problemOfText, readText, textOf } from './cleanText';
import type { FieldResult, ValueKind } from './valueKind';

const unchanged = (text: string): string => text;

export function line(most: number): ValueKind<string> {
  return {
    read: (cell) => readText(cell, (text) => asResult(text, problemOfLine(text, most))),
    write: unchanged,
    explain: () => `一行文字，最多 ${most} 个字`,
  };
}

/** Text that may have several lines. */
export function paragraphs(most: number): ValueKind<string> {
  return {
    read: (cell) => readText(cell, (text) => asResult(text, problemOfText(text, most))),
    write: unchanged,
    explain: () => `文字，可以分行，最多 ${most} 个字`,
  };
}

function asResult(text: string, problem: string | undefined): FieldResult {
  return problem === undefined ? { value: text } : { problem };
}

/** Why a cell holds no code any more: a spreadsheet has taken it for a number. */
export function problemOfSpoiltCode(cell: Cell): string | undefined {
  // A spreadsheet keeps 15 digits of a number; the rest of a code has become zeros.
  if (cell.kind === 'number' && Math.abs(cell.value) >= 1e15) return '编码被存成了数字，后几位已丢失，请把这一列的格式改为文本后重新填写';
  const text = textOf(cell);
  if ('value' in text && scientific.test(text.value)) return `“${text.value}”是科学记数，编码已被表格软件改坏，请把这一列的格式改为文本后重新填写`;
  return undefined;
}
const scientific = /^\d(?:\.\d+)?E\+?\d+$/iu;

/** Letters, digits and -, such as 实施编码; refuses what a spreadsheet has made of a code that it took for a number. */
export function code(most: number): ValueKind<string> {
  const pattern = new RegExp(`^[A-Za-z0-9-]{1,${most}}$`, 'u');
  return {
    read: (cell) => {
      const spoilt = problemOfSpoiltCode(cell);
      if (spoilt !== undefined) return { problem: spoilt };
      return readText(cell, (text) => {
        if (pattern.test(text)) return { value: text };
        return { problem: text.length > most ? `有 ${[...text].length} 个字符，最多 ${most} 个` : `“${text}”只能由字母、数字和 - 组成` };
      });
    },
    write: unchanged,
    explain: () => `字母、数字和 -，最多 ${most} 个字符；单元格格式要设为文本`,
    isCode: true,
  };
}

/** A code in whatever letters its issuer chose, such as 基本编码 or the number of a window. */
export function looseCode(most: number): ValueKind<string> {
  const kind = line(most);
  return {
    ...kind,
    read: (cell, context) => {
      const spoilt = problemOfSpoiltCode(cell);
      return spoilt === undefined ? kind.read(cell, context) : { problem: spoilt };
    },
    explain: () => `编码，最多 ${most} 个字符；单元格格式要设为文本`,
    isCode: true,
  };
}

export const webAddress: ValueKind<string> = {
  read: (cell) =>
    readText(cell, (text) => {
      if (!/^https:\/\/[^\s]+$/u.test(text)) return { problem: '应是以 https:// 开头的网址，中间没有空格' };
      return asResult(text, problemOfLine(text, 500));
    }),
  write: unchanged,
  explain: () => '以 https:// 开头的网址',
};

const datePatterns = [/^(\d{4})-(\d{1,2})-(\d{1,2})(?: 00:00)?$/u, /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/u, /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u, /^(\d{4})(\d{2})(\d{2})$/u];

export const date: ValueKind<string> = {
  read: (cell) =>
    readText(cell, (text) => {
      const parts = datePatterns.map((pattern) => pattern.exec(text)).find((match) => match !== null);
      const [, year = '', month = '', day = ''] = parts ?? [];
      const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      const instant = new Date(`${iso}T00:00:00Z`);
      const exists = parts !== undefined && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso);
      return exists ? { value: iso } : { problem: `“${text.slice(0, 20)}”不是日期，请写成 2026-01-31 这样` };
    }),
  write: unchanged,
  explain: () => '日期，例如 2026-01-31',
  isCode: true,
};
