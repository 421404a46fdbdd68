import { cellText, type Cell } from '../guideSource';
import { clean } from './cleanText';
import type { FieldResult } from './valueKind';

/** Says that a list was published and is empty. */
export const noneWord = '无';

const listSeparator = /[、,，;；]+/u;

/**
 * The items of a list in one cell: between separators, or, as soon as there is a line break, one a line, so that an item may
 * have a separator in it. Null for an empty cell. A list of texts in JSON is taken as it is.
 */
export function splitCell(cell: Cell, separator: RegExp = listSeparator): FieldResult<string[] | null> {
  if (cell.kind === 'unreadable') return { problem: cell.reason };
  if (cell.kind === 'json') {
    const list: unknown = cell.value;
    if (!Array.isArray(list) || !list.every((item) => typeof item === 'string')) return { problem: '应是文字或文字的数组' };
    return { value: list.map((item: string) => clean(item)).filter((item) => item !== '') };
  }
  const text = cellText(cell);
  if (clean(text) === '') return { value: null };
  return { value: splitText(text, separator) };
}

function splitText(text: string, separator: RegExp): string[] {
  const isOneALine = /[\r\n]/u.test(text);
  if (!isOneALine && clean(text) === noneWord) return [];
  return text
    .split(isOneALine ? /[\r\n]+/u : separator)
    .map(clean)
    .filter((item) => item !== '');
}

/** The reverse of `splitCell`. */
export function joinList(items: readonly string[]): string {
  if (items.length === 0) return noneWord;
  const joined = items.join('、');
  const isReadTheSame = sameItems(splitText(joined, listSeparator), items);
  // The line break at the end makes one item a list of lines too.
  return isReadTheSame ? joined : `${items.join('\n')}\n`;
}

function sameItems(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((item, index) => item === others[index]);
}
