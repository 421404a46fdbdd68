import { attributeOf, escapeText, parseRichHtml, wordsOf, writeNode, type Element, type Node } from './richHtml';
import { cut, retype, runsOf, textOf, writeRuns, type Run } from './textRuns';

export type TextTag = 'p' | 'h2' | 'h3' | 'h4';
export type ListTag = 'ul' | 'ol';

interface Keyed {
  /** Tells the block from its neighbours while it is moved about. */
  key: number;
}

/** A paragraph or heading that can be typed in. */
export interface TextBlock extends Keyed {
  type: 'text';
  tag: TextTag;
  runs: Run[];
}

/** A list of plain items: one line of the field each. */
export interface ListBlock extends Keyed {
  type: 'list';
  tag: ListTag;
  runs: Run[];
}

/** What a plain editor cannot change: a table, a picture, a quotation. It can be moved and removed. */
export interface KeptBlock extends Keyed {
  type: 'kept';
  html: string;
  name: string;
  words: string;
}

export type PlainBlock = TextBlock | ListBlock | KeptBlock;

let lastKey = 0;
const newKey = (): number => (lastKey += 1);

export const readBlocks = (html: string): PlainBlock[] => parseRichHtml(html).map(readBlock);

function readBlock(node: Node): PlainBlock {
  if (typeof node === 'string') return { key: newKey(), type: 'text', tag: 'p', runs: runsOf([node]) ?? [] };
  if (isTextTag(node.tag)) {
    const runs = runsOf(node.children);
    if (runs !== null) return { key: newKey(), type: 'text', tag: node.tag, runs };
  }
  if (node.tag === 'ul' || node.tag === 'ol') {
    const runs = itemRuns(node);
    if (runs !== null) return { key: newKey(), type: 'list', tag: node.tag, runs };
  }
  return { key: newKey(), type: 'kept', html: writeNode(node), ...describe(node) };
}

const isTextTag = (tag: string): tag is TextTag => tag === 'p' || tag === 'h2' || tag === 'h3' || tag === 'h4';

/** The items one below the other; null when one of them is more than a line of text. */
function itemRuns({ children }: Element): Run[] | null {
  const runs: Run[] = [];
  for (const [index, item] of children.entries()) {
    const inner = typeof item === 'string' ? null : runsOf(item.children);
    if (inner === null || textOf(inner).includes('\n')) return null;
    if (index > 0) runs.push({ text: '\n', look: [] });
    runs.push(...inner);
  }
  return runs;
}

function describe(node: Element): { name: string; words: string } {
  const words = wordsOf(node.children).replace(/\s+/g, ' ').trim();
  const short = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  if (node.tag === 'table') return { name: '表格', words: short };
  if (node.tag === 'blockquote') return { name: '引用', words: short };
  if (node.tag === 'ul' || node.tag === 'ol') return { name: '分层的列表', words: short };
  const [first] = node.children;
  const isAlone = node.children.length === 1 && typeof first === 'object' && first.tag === 'img';
  return isAlone ? { name: '图片', words: attributeOf(first, 'alt') } : { name: '带图片的段落', words: short };
}

/** Blocks without words go, as they do on the server. */
export const writeBlocks = (blocks: readonly PlainBlock[]): string => blocks.map(writeBlock).join('');

function writeBlock(block: PlainBlock): string {
  if (block.type === 'kept') return block.html;
  if (textOf(block.runs).trim() === '') return '';
  if (block.type === 'text') return `<${block.tag}>${writeRuns(block.runs)}</${block.tag}>`;
  const items = linesOf(block.runs).filter((line) => textOf(line).trim() !== '');
  return `<${block.tag}>${items.map((line) => `<li>${writeRuns(line)}</li>`).join('')}</${block.tag}>`;
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [];
  let at = 0;
  for (const line of textOf(runs).split('\n')) {
    lines.push(cut(runs, at, at + line.length));
    at += line.length + 1;
  }
  return lines;
}

export const newBlock = (tag: TextTag | ListTag): TextBlock | ListBlock => (tag === 'ul' || tag === 'ol' ? { key: newKey(), type: 'list', tag, runs: [] } : { key: newKey(), type: 'text', tag, runs: [] });

/** A picture as a block of its own. */
export const pictureBlock = (hash: string, alt: string): KeptBlock => ({ key: newKey(), type: 'kept', html: `<p><img src="file:${hash}" alt="${escapeText(alt)}"></p>`, name: '图片', words: alt });

export const plainTextOf = (block: TextBlock | ListBlock): string => textOf(block.runs);

export const typedOver = <Block extends TextBlock | ListBlock>(block: Block, typed: string): Block => ({ ...block, runs: retype(block.runs, typed) });

/** The same words as another kind of block. */
export function turnedInto(block: TextBlock | ListBlock, tag: TextTag | ListTag): TextBlock | ListBlock {
  const { key, runs } = block;
  return tag === 'ul' || tag === 'ol' ? { key, type: 'list', tag, runs } : { key, type: 'text', tag, runs };
}
