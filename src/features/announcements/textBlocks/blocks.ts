import { parse, type Element, type Node } from './parse';

export type Mark = 'strong' | 'em' | 'u';

/** A run of text that looks the same; a line break is a text as well. */
export interface Leaf {
  text: string;
  marks: readonly Mark[];
  href: string | null;
}

export type TextTag = 'p' | 'h2' | 'h3' | 'h4';

export interface TextBlock {
  kind: 'text';
  tag: TextTag;
  /** How deep in lists. */
  depth: number;
  /** • or 1. for the first text of an item. */
  marker: string | null;
  isQuote: boolean;
  /** Goes on where the block before it was cut. */
  isContinued: boolean;
  leaves: Leaf[];
}

export interface PictureBlock {
  kind: 'picture';
  hash: string;
  alt: string;
}

export interface TableBlock {
  kind: 'table';
  head: Element[];
  rows: Element[];
  isContinued: boolean;
}

/** A text is a row of these: so it can be mounted a portion at a time, however long it is. */
export type Block = TextBlock | PictureBlock | TableBlock;

const marks: ReadonlySet<string> = new Set(['strong', 'em', 'u']);
const textTags: ReadonlySet<string> = new Set(['p', 'h2', 'h3', 'h4']);

type Around = Pick<TextBlock, 'depth' | 'isQuote'>;
const outside: Around = { depth: 0, isQuote: false };

export const readBlocks = (html: string): Block[] => blocksOf(parse(html));

/** The blocks of a cell, an item or a whole text. */
export const blocksOf = (nodes: readonly Node[], around: Around = outside): Block[] => {
  const blocks: Block[] = [];
  let leaves: Leaf[] = [];
  const finish = (tag: TextTag): void => {
    if (leaves.some(({ text }) => text.trim() !== '')) blocks.push({ kind: 'text', tag, ...around, marker: null, isContinued: false, leaves });
    leaves = [];
  };
  const readInline = (inline: readonly Node[], tag: TextTag, look: readonly Mark[], href: string | null): void => {
    for (const node of inline) {
      if (typeof node === 'string') leaves.push({ text: node, marks: look, href });
      else if (node.tag === 'br') leaves.push({ text: '\n', marks: [], href: null });
      else if (node.tag === 'img') {
        finish(tag);
        const hash = /^file:([0-9a-f]{64})$/.exec(node.attributes['src'] ?? '')?.[1];
        if (hash !== undefined) blocks.push({ kind: 'picture', hash, alt: node.attributes['alt'] ?? '' });
      } else if (marks.has(node.tag)) readInline(node.children, tag, [...look, node.tag as Mark], href);
      else if (node.tag === 'a') readInline(node.children, tag, look, node.attributes['href'] ?? null);
      else {
        finish(tag);
        blocks.push(...readBlock(node, around));
      }
    }
  };
  for (const node of nodes) {
    if (typeof node === 'string' || !textTags.has(node.tag)) readInline([node], 'p', [], null);
    else {
      finish('p');
      readInline(node.children, node.tag as TextTag, [], null);
      finish(node.tag as TextTag);
    }
  }
  finish('p');
  return blocks;
};

function readBlock(element: Element, around: Around): Block[] {
  const { tag, children } = element;
  switch (tag) {
    case 'ul':
    case 'ol':
      return children.filter(isElement).flatMap((item, index) => withMarker(blocksOf(item.children, { ...around, depth: around.depth + 1 }), tag === 'ol' ? `${index + 1}.` : '•'));
    case 'blockquote':
      return blocksOf(children, { ...around, isQuote: true });
    case 'table': {
      const parts = children.filter(isElement);
      const rowsOf = (name: string): Element[] => parts.filter((part) => part.tag === name).flatMap((part) => part.children.filter(isElement));
      return [{ kind: 'table', head: rowsOf('thead'), rows: [...rowsOf('tbody'), ...parts.filter((part) => part.tag === 'tr')], isContinued: false }];
    }
    default:
      return blocksOf(children, around);
  }
}

const isElement = (node: Node): node is Element => typeof node !== 'string';

function withMarker([first, ...rest]: Block[], marker: string): Block[] {
  if (first === undefined) return [];
  return first.kind === 'text' && first.marker === null ? [{ ...first, marker }, ...rest] : [first, ...rest];
}
