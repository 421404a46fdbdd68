import type { TopicKind } from '../../contract/topics';
import { comparable, problemOfLine } from './cleanText';
import { joinList, noneWord, splitCell } from './listText';
import { problemOfSpoiltCode } from './textValues';
import type { TopicName, ValueContext, ValueKind } from './valueKind';

/** A list of names in one cell. */
export function nameList(mostItems: number, mostCharacters: number, options: { isCode?: boolean } = {}): ValueKind<string[]> {
  return {
    read: (cell) => {
      const spoilt = options.isCode === true ? problemOfSpoiltCode(cell) : undefined;
      if (spoilt !== undefined) return { problem: spoilt };
      const items = splitCell(cell);
      if ('problem' in items || items.value === null) return items;
      if (items.value.length > mostItems) return { problem: `有 ${items.value.length} 个，最多 ${mostItems} 个` };
      for (const item of items.value) {
        const problem = problemOfLine(item, mostCharacters);
        if (problem !== undefined) return { problem: `“${item.slice(0, 20)}”${problem}` };
      }
      return { value: items.value };
    },
    write: joinList,
    explain: () => `可以填几个，用“、”隔开，或者一行一个；最多 ${mostItems} 个，每个最多 ${mostCharacters} 个字；一个也没有写“${noneWord}”`,
    ...(options.isCode === true ? { isCode: true } : {}),
  };
}

/** Topics of one kind by their names in the installation's table, or by their codes. */
export function topicList(kind: TopicKind): ValueKind<string[]> {
  const ofKind = ({ topics }: ValueContext): TopicName[] => topics.filter((topic) => topic.kind === kind);
  return {
    read: (cell, context) => {
      const known = ofKind(context);
      const codes = new Map(known.flatMap(({ code, name }) => [[comparable(code), code] as const, [comparable(name), code] as const]));
      const pieces = splitCell(cell);
      if ('problem' in pieces || pieces.value === null) return pieces;
      const found = new Set<string>();
      for (let at = 0; at < pieces.value.length; ) {
        // A name may itself have a separator: 找工作、交社保. The longest run of pieces that is a name counts.
        const length = longestName(pieces.value.slice(at), codes);
        const code = codes.get(comparable(pieces.value.slice(at, at + length).join('、')));
        if (code === undefined) return { problem: `不认识“${(pieces.value[at] ?? '').slice(0, 50)}”，可以填：${known.map(({ name }) => name).join('、')}` };
        found.add(code);
        at += length;
      }
      return found.size > 20 ? { problem: `有 ${found.size} 个，最多 20 个` } : { value: [...found] };
    },
    write: (codes, context) => {
      const names = new Map(ofKind(context).map(({ code, name }) => [code, name]));
      return joinList(codes.map((code) => names.get(code) ?? code));
    },
    explain: (context) => `可以填几个，用“、”隔开：${ofKind(context).map(({ name }) => name).join('、')}`,
  };
}

function longestName(pieces: readonly string[], codes: ReadonlyMap<string, string>): number {
  for (let length = Math.min(pieces.length, 4); length > 1; length -= 1) {
    if (codes.has(comparable(pieces.slice(0, length).join('、')))) return length;
  }
  return 1;
}
