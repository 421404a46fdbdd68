import type { TimeLimit } from '../../contract/guideContent';
import { readText } from './cleanText';
import type { FieldResult, ValueKind } from './valueKind';

const wholeNumber = /^\d{1,9}(?:\.0+)?$/u;
const isDate = (text: string): FieldResult => ({ problem: `是日期 ${text}，应是整数（请把单元格格式改为常规）` });

function readWhole(digits: string, given: string, most: number): FieldResult<number> {
  const value = wholeNumber.test(digits) ? Number(digits) : undefined;
  if (value === undefined) return { problem: `“${given.slice(0, 20)}”不是整数` };
  return value > most ? { problem: `${value} 太大，最多 ${most}` } : { value };
}

/** A whole number, with its unit behind it or without. */
export function whole(most: number, unit: RegExp, unitName: string): ValueKind<number> {
  return {
    read: (cell) => {
      if (cell.kind === 'date') return isDate(cell.text);
      return readText(cell, (text) => readWhole(text.normalize('NFKC').replace(unit, '').trim(), text, most));
    },
    write: (value) => value,
    explain: () => `整数，0 到 ${most}${unitName === '' ? '' : `，单位${unitName}`}`,
  };
}

export function decimal(least: number, most: number): ValueKind<number> {
  return {
    read: (cell) =>
      readText(cell, (text) => {
        const value = /^-?\d{1,4}(?:\.\d{1,20})?$/u.test(text) ? Number(text) : Number.NaN;
        return value >= least && value <= most ? { value } : { problem: `“${text.slice(0, 20)}”应是 ${least} 到 ${most} 之间的数` };
      }),
    write: (value) => value,
    explain: () => `${least} 到 ${most} 之间的数`,
  };
}

/** 天 and 日 say neither working nor calendar days, and are refused. */
const unitOfWord: Readonly<Record<string, TimeLimit['unit']>> = {
  个工作日: 'working_day', 工作日: 'working_day', 工作天: 'working_day', 个工作天: 'working_day',
  个自然日: 'calendar_day', 自然日: 'calendar_day', 个日历日: 'calendar_day', 日历日: 'calendar_day',
  个月: 'month', 月: 'month',
  个小时: 'hour', 小时: 'hour',
};
const mostAmount = 9_999;

/** The number of a time limit, and its unit where the cell names it: 20, 20 个工作日. Reads as `{amount, unit?}`. */
export const timeAmount: ValueKind<number> = {
  read: (cell) => {
    if (cell.kind === 'date') return isDate(cell.text);
    return readText(cell, (text) => {
      const [, digits = '', word = ''] = /^([\d.]+)\s*(\D*)$/u.exec(text.normalize('NFKC')) ?? [];
      if (word === '天' || word === '日') return { problem: `“${text.slice(0, 20)}”没有说是工作日还是自然日，请写“20 个工作日”或“20 个自然日”这样` };
      const unit = Object.hasOwn(unitOfWord, word) ? unitOfWord[word] : undefined;
      if (word !== '' && unit === undefined) return { problem: `“${text.slice(0, 20)}”不是整数` };
      const amount = readWhole(digits, text, mostAmount);
      return 'problem' in amount ? amount : { value: { amount: amount.value, ...(unit === undefined ? {} : { unit }) } };
    });
  },
  write: (value) => value,
  explain: () => `整数，0 到 ${mostAmount}；单位写在后一列，不写就是工作日。也可以在这一格里写“20 个工作日”`,
};
