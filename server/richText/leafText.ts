import type { Leaf } from './richText';

/** Ideographs, their punctuation and full-width forms: a line break of the source between two of them is no blank. */
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** Never seen, and able to turn the reading direction or break a search. */
// eslint-disable-next-line no-control-regex
const invisible = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;
/** Half a surrogate pair is no character. */
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// Line and paragraph separators count as blanks.
const blanks = /[ \t\n\r\f\u0085\u00a0\u2028\u2029]+/g;

/**
 * Neat text: runs of blanks are one, none stand at the beginning or end of a line, and the full-width spaces that
 * indent a paragraph are gone. The result of it comes out of it unchanged.
 */
export function tidyLeaves(leaves: readonly Leaf[]): Leaf[] {
  const merged = mergeAlike(leaves.map(cleanText));
  collapseBlanks(merged);
  trimLines(merged);
  return dropEdgeBreaks(mergeAlike(merged.filter((leaf) => leaf.content.type !== 'text' || leaf.content.text !== '')));
}

export function isAlike(first: Leaf, second: Leaf): boolean {
  return first.link === second.link && first.marks.size === second.marks.size && [...first.marks].every((mark) => second.marks.has(mark));
}

function cleanText(leaf: Leaf): Leaf {
  if (leaf.content.type !== 'text') return leaf;
  return { ...leaf, content: { type: 'text', text: leaf.content.text.replace(loneSurrogate, '').replace(invisible, '') } };
}

function mergeAlike(leaves: readonly Leaf[]): Leaf[] {
  const merged: { leaf: Leaf; pieces: string[] }[] = [];
  for (const leaf of leaves) {
    const last = merged.at(-1);
    if (leaf.content.type !== 'text') merged.push({ leaf, pieces: [] });
    else if (last?.leaf.content.type === 'text' && isAlike(last.leaf, leaf)) last.pieces.push(leaf.content.text);
    else merged.push({ leaf, pieces: [leaf.content.text] });
  }
  return merged.map(({ leaf, pieces }) => (leaf.content.type === 'text' ? { ...leaf, content: { type: 'text', text: pieces.join('') } } : leaf));
}

/** Across the borders of leaves too: of two blanks that meet, the second goes. */
function collapseBlanks(leaves: Leaf[]): void {
  const firstOf = leaves.map((leaf) => (leaf.content.type === 'text' ? leaf.content.text.charAt(0) : ''));
  let last = '';
  leaves.forEach((leaf, index) => {
    if (leaf.content.type !== 'text') {
      last = '';
      return;
    }
    const text = leaf.content.text;
    const next = firstOf[index + 1] ?? '';
    const collapsed = text.replace(blanks, (run: string, at: number) => {
      const before = at === 0 ? last : text.charAt(at - 1);
      const after = text.charAt(at + run.length) || next;
      if (before === ' ') return '';
      return /[\n\r]/.test(run) && wide.test(before) && wide.test(after) ? '' : ' ';
    });
    leaf.content.text = collapsed;
    if (collapsed !== '') last = collapsed.charAt(collapsed.length - 1);
  });
}

function trimLines(leaves: Leaf[]): void {
  const trim = (order: readonly Leaf[], edge: RegExp): void => {
    let isAtEdge = true;
    for (const { content } of order) {
      if (content.type === 'text') {
        if (isAtEdge) content.text = content.text.replace(edge, '');
        if (content.text !== '') isAtEdge = false;
      } else isAtEdge = content.type === 'break';
    }
  };
  trim(leaves, /^[ \u3000]+/);
  trim(leaves.toReversed(), /(?<![ \u3000])[ \u3000]+$/);
}

function dropEdgeBreaks(leaves: Leaf[]): Leaf[] {
  const first = leaves.findIndex((leaf) => leaf.content.type !== 'break');
  const last = leaves.findLastIndex((leaf) => leaf.content.type !== 'break');
  return first < 0 ? [] : leaves.slice(first, last + 1);
}

/** Two line breaks in a row part two paragraphs. */
export function splitAtDoubleBreaks(leaves: readonly Leaf[]): Leaf[][] {
  const parts: Leaf[][] = [[]];
  let breaks = 0;
  for (const leaf of leaves) {
    if (leaf.content.type === 'break') {
      breaks += 1;
      continue;
    }
    if (breaks > 1) parts.push([]);
    else if (breaks === 1) parts.at(-1)?.push({ content: { type: 'break' }, marks: new Set(), link: undefined });
    breaks = 0;
    parts.at(-1)?.push(leaf);
  }
  return parts.filter((part) => part.length > 0);
}
