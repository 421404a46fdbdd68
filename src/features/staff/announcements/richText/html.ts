import { DOMParser, type Fragment, type Mark, type Node } from 'prosemirror-model';
import { schema } from './schema';

/** Rich text as the server keeps it, opened for editing. */
export function readHtml(html: string): Node {
  const parsed = new window.DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  return DOMParser.fromSchema(schema).parse(parsed.body);
}

/** What was written, as the server keeps it, so that an edit that is undone is none. Empty paragraphs go. */
export const writeHtml = (document: Node): string => writeBlocks(document.content);

const writeBlocks = (blocks: Fragment): string => childrenOf(blocks).map(writeBlock).join('');

function writeBlock(node: Node): string {
  switch (node.type.name) {
    case 'paragraph':
      return node.content.size === 0 ? '' : `<p>${writeInline(node.content)}</p>`;
    case 'heading': {
      const tag = `h${String(node.attrs['level'])}`;
      return node.content.size === 0 ? '' : `<${tag}>${writeInline(node.content)}</${tag}>`;
    }
    case 'blockquote':
      return wrap('blockquote', writeBlocks(node.content));
    case 'bullet_list':
      return wrap('ul', childrenOf(node.content).map((item) => wrap('li', writeContents(item.content))).join(''));
    case 'ordered_list':
      return wrap('ol', childrenOf(node.content).map((item) => wrap('li', writeContents(item.content))).join(''));
    case 'table': {
      const rows = childrenOf(node.content);
      const isHead = (row: Node): boolean => row.attrs['isHead'] === true;
      return `<table>${writeRows('thead', rows.filter(isHead))}${writeRows('tbody', rows.filter((row) => !isHead(row)))}</table>`;
    }
    default:
      return '';
  }
}

/** One paragraph in an item or a cell needs no `p`, nor one with nothing but lists below it: as the server writes it. */
function writeContents(blocks: Fragment): string {
  const [first, ...rest] = childrenOf(blocks).filter((block) => writeBlock(block) !== '');
  const isPlain = first?.type.name === 'paragraph' && rest.every((block) => /_list$/.test(block.type.name));
  return isPlain ? writeInline(first.content) + rest.map(writeBlock).join('') : writeBlocks(blocks);
}

const wrap = (tag: string, content: string): string => (content === '' ? '' : `<${tag}>${content}</${tag}>`);

function writeRows(part: 'thead' | 'tbody', rows: readonly Node[]): string {
  const written = rows.filter((row) => row.childCount > 0).map((row) => `<tr>${childrenOf(row.content).map(writeCell).join('')}</tr>`);
  return wrap(part, written.join(''));
}

function writeCell(cell: Node): string {
  const tag = cell.type.name === 'table_header' ? 'th' : 'td';
  const span = (name: 'colspan' | 'rowspan'): string => (cell.attrs[name] === 1 ? '' : ` ${name}="${String(cell.attrs[name])}"`);
  return `<${tag}${span('colspan')}${span('rowspan')}>${writeContents(cell.content)}</${tag}>`;
}

const markNames = ['strong', 'em', 'u'] as const;

/** Links outside, then the marks in a fixed order: the same look is always written the same way. */
function writeInline(content: Fragment): string {
  const leaves = childrenOf(content);
  return inRuns(leaves, (leaf) => hrefOf(leaf.marks))
    .map(([href, run]) => (href === null ? writeMarked(run, 0) : `<a href="${escapeHtml(href)}" rel="noopener">${writeMarked(run, 0)}</a>`))
    .join('');
}

function writeMarked(leaves: readonly Node[], depth: number): string {
  const name = markNames[depth];
  if (name === undefined) return leaves.map(writeLeaf).join('');
  return inRuns(leaves, (leaf) => leaf.type.name !== 'hard_break' && leaf.marks.some((mark) => mark.type.name === name))
    .map(([isMarked, run]) => (isMarked ? `<${name}>${writeMarked(run, depth + 1)}</${name}>` : writeMarked(run, depth + 1)))
    .join('');
}

function writeLeaf(leaf: Node): string {
  if (leaf.isText) return escapeHtml(leaf.text ?? '');
  if (leaf.type.name === 'hard_break') return '<br>';
  return `<img src="${escapeHtml(String(leaf.attrs['source']))}" alt="${escapeHtml(String(leaf.attrs['alt']))}">`;
}

function hrefOf(marks: readonly Mark[]): string | null {
  const link = marks.find((mark) => mark.type.name === 'link');
  return link === undefined ? null : String(link.attrs['href']);
}

function inRuns<Key>(leaves: readonly Node[], keyOf: (leaf: Node) => Key): [Key, Node[]][] {
  const runs: [Key, Node[]][] = [];
  for (const leaf of leaves) {
    const key = keyOf(leaf);
    const last = runs[runs.length - 1];
    if (last !== undefined && last[0] === key) last[1].push(leaf);
    else runs.push([key, [leaf]]);
  }
  return runs;
}

const childrenOf = (fragment: Fragment): Node[] => Array.from({ length: fragment.childCount }, (_, index) => fragment.child(index));

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
