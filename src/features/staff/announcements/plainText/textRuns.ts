import { escapeText, plain, type Node } from './richHtml';

/** Words that look alike: bold, slanted, underlined, a link. A line break is a \n. */
export interface Run {
  text: string;
  /** The opening tags around it, from the outside in. */
  look: readonly string[];
}

/** The runs of a paragraph; null when there is a picture or anything else that is no text. */
export function runsOf(nodes: readonly Node[], look: readonly string[] = []): Run[] | null {
  const runs: Run[] = [];
  for (const node of nodes) {
    if (typeof node === 'string') runs.push({ text: plain(node), look });
    else if (node.tag === 'br') runs.push({ text: '\n', look: [] });
    else {
      const inner = /^(a|strong|em|u)$/.test(node.tag) ? runsOf(node.children, [...look, node.opening]) : null;
      if (inner === null) return null;
      runs.push(...inner);
    }
  }
  return runs;
}

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

export function writeRuns(runs: readonly Run[]): string {
  return runs
    .filter(({ text }) => text !== '')
    .map(({ text, look }) => {
      const words = escapeText(text).replace(/\n/g, '<br>');
      return words === '<br>' ? words : look.join('') + words + [...look].reverse().map((opening) => `</${/[a-z]+/.exec(opening)?.[0] ?? ''}>`).join('');
    })
    .join('');
}

/**
 * The runs after their text was typed over in a plain field: what stayed keeps its look, what is new looks like the words
 * before it, links apart.
 */
export function retype(runs: readonly Run[], typed: string): Run[] {
  const old = textOf(runs);
  let start = 0;
  while (start < old.length && start < typed.length && old[start] === typed[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < typed.length - start && old[old.length - 1 - end] === typed[typed.length - 1 - end]) end += 1;
  const before = cut(runs, 0, start);
  const last = before[before.length - 1];
  const fresh: Run = { text: typed.slice(start, typed.length - end), look: last === undefined || last.text.endsWith('\n') ? [] : last.look.filter((opening) => !opening.startsWith('<a ')) };
  return joinAlike([...before, fresh, ...cut(runs, old.length - end, old.length)]);
}

function joinAlike(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined[joined.length - 1];
    if (run.text === '') continue;
    if (last !== undefined && last.look.join('') === run.look.join('')) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

/** The runs between two places of their text. */
export function cut(runs: readonly Run[], from: number, to: number): Run[] {
  const parts: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') parts.push({ ...run, text });
    at += run.text.length;
  }
  return parts;
}
