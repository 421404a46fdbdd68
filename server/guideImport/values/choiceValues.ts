import { comparable, readText } from './cleanText';
import { joinList, noneWord, splitCell } from './listText';
import type { ValueKind } from './valueKind';

/** Other spellings that people use, by the value that they mean. */
type Aliases<Value extends string> = Partial<Record<Value, readonly string[]>>;

interface Options<Value extends string> {
  aliases?: Aliases<Value>;
  /** Why a name that is known is refused; `undefined` for every other name. */
  refuse?: (text: string) => string | undefined;
  /** Ends the list of what may be written. */
  more?: string;
}

function reader<Value extends string>(names: Record<Value, string>, { aliases = {}, refuse, more = '' }: Options<Value>): (text: string) => { value: Value } | { problem: string } {
  const byName = new Map<string, Value>();
  for (const [value, name] of Object.entries(names) as [Value, string][]) {
    for (const spelling of [value, name, ...((aliases as Aliases<Value>)[value] ?? [])]) byName.set(comparable(spelling), value);
  }
  const all = Object.values<string>(names).join('、');
  return (text) => {
    const value = byName.get(comparable(text));
    if (value !== undefined) return { value };
    return { problem: refuse?.(text) ?? `不认识“${text.slice(0, 50)}”，可以填：${all}${more}` };
  };
}

/** One of an enumeration, by its Chinese name or the contract's own value. */
export function choice<Value extends string>(names: Record<Value, string>, options: Options<Value> = {}): ValueKind<Value> {
  const read = reader(names, options);
  return {
    read: (cell) => readText(cell, read),
    write: (value) => names[value],
    explain: () => `填其中一个：${Object.values(names).join('、')}`,
  };
}

/** Several of an enumeration, each once, in the order given. */
export function choiceList<Value extends string>(names: Record<Value, string>, options: Options<Value> = {}): ValueKind<Value[]> {
  const read = reader(names, options);
  return {
    read: (cell) => {
      const items = splitCell(cell, /[、,，;；/|｜\s]+/u);
      if ('problem' in items || items.value === null) return items;
      const found = new Set<Value>();
      for (const item of items.value) {
        const result = read(item);
        if ('problem' in result) return result;
        found.add(result.value);
      }
      return { value: [...found] };
    },
    write: (values) => joinList(values.map((value) => names[value])),
    explain: () => `可以填几个，用“、”隔开：${Object.values(names).join('、')}；一个也没有写“${noneWord}”`,
  };
}

export const flag: ValueKind<boolean> = {
  read: (cell) => {
    if (cell.kind === 'json' && typeof cell.value === 'boolean') return { value: cell.value };
    return readText(cell, (text) => {
      const word = comparable(text);
      if (['是', 'true', 'yes', '1', '有'].includes(word)) return { value: true };
      if (['否', 'false', 'no', '0', '无'].includes(word)) return { value: false };
      return { problem: `“${text.slice(0, 20)}”应是“是”或“否”` };
    });
  },
  write: (value) => (value ? '是' : '否'),
  explain: () => '填“是”或“否”',
};
