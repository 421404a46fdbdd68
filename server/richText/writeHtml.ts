import { RichTextError } from './richTextError';
import type { Block, Cell, Leaf } from './richText';
import type { Mark } from './whitelist';

const deepest = 50;
/** From the outside in, always the same, so that the same look is always written the same way. */
const markOrder: readonly Mark[] = ['strong', 'em', 'u'];

/** @throws RichTextError `html_too_deep`. */
export function writeBlocks(blocks: readonly Block[], depth = 0): string {
  return blocks.map((block) => writeBlock(block, depth)).join('');
}

function element(tag: string, depth: number, write: (depth: number) => string, attributes = ''): string {
  if (depth >= deepest) throw new RichTextError('html_too_deep');
  return `<${tag}${attributes}>${write(depth + 1)}</${tag}>`;
}

function writeBlock(block: Block, depth: number): string {
  switch (block.type) {
    case 'paragraph':
      return element(block.tag, depth, (inner) => writeLeaves(block.leaves, inner));
    case 'quote':
      return element('blockquote', depth, (inner) => writeBlocks(block.blocks, inner));
    case 'list':
      return element(block.tag, depth, (list) => block.items.map((item) => element('li', list, (inner) => writeContents(item, inner))).join(''));
    case 'table':
      return element('table', depth, (inner) => writeRows('thead', block.head, inner) + writeRows('tbody', block.body, inner));
  }
}

function writeRows(tag: 'thead' | 'tbody', rows: readonly Cell[][], depth: number): string {
  if (rows.length === 0) return '';
  return element(tag, depth, (part) => rows.map((cells) => element('tr', part, (row) => cells.map((cell) => writeCell(cell, row)).join(''))).join(''));
}

function writeCell({ tag, columns, rows, blocks }: Cell, depth: number): string {
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  return element(tag, depth, (inner) => writeContents(blocks, inner), spans);
}

/** One paragraph in an item or a cell needs no `p`, nor one with nothing but lists below it. */
function writeContents(blocks: readonly Block[], depth: number): string {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph' || first.tag !== 'p' || rest.some((block) => block.type !== 'list')) return writeBlocks(blocks, depth);
  return writeLeaves(first.leaves, depth) + writeBlocks(rest, depth);
}

function writeLeaves(leaves: readonly Leaf[], depth: number): string {
  return inRuns(leaves, (leaf) => leaf.link)
    .map(([link, run]) => (link === undefined ? writeMarks(run, 0, depth) : element('a', depth, (inner) => writeMarks(run, 0, inner), ` href="${escape(link)}" rel="noopener"`)))
    .join('');
}

function writeMarks(leaves: readonly Leaf[], order: number, depth: number): string {
  const mark = markOrder[order];
  if (mark === undefined) return leaves.map(writeLeaf).join('');
  return inRuns(leaves, (leaf) => leaf.marks.has(mark))
    .map(([isMarked, run]) => (isMarked ? element(mark, depth, (inner) => writeMarks(run, order + 1, inner)) : writeMarks(run, order + 1, depth)))
    .join('');
}

function writeLeaf({ content }: Leaf): string {
  switch (content.type) {
    case 'text':
      return escape(content.text);
    case 'break':
      return '<br>';
    case 'picture':
      return `<img src="${escape(content.source)}" alt="${escape(content.alt)}">`;
  }
}

function inRuns<Key>(leaves: readonly Leaf[], keyOf: (leaf: Leaf) => Key): [Key, Leaf[]][] {
  const runs: [Key, Leaf[]][] = [];
  for (const leaf of leaves) {
    const last = runs.at(-1);
    const key = keyOf(leaf);
    if (last !== undefined && last[0] === key) last[1].push(leaf);
    else runs.push([key, [leaf]]);
  }
  return runs;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}
