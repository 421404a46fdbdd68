/**
 * The rich text of the server taken apart without a browser: the mini-program has none. It only ever meets what
 * server/richText wrote, so every element is closed and every attribute stands in double quotes.
 */
export interface Element {
  tag: string;
  /** The opening tag as it was written. */
  opening: string;
  children: Node[];
}
export type Node = Element | string;

const empty: ReadonlySet<string> = new Set(['br', 'img']);
const token = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+/g;

export function parseRichHtml(html: string): Node[] {
  const root: Element = { tag: '', opening: '', children: [] };
  const open = [root];
  for (const [written, slash, tag] of html.matchAll(token)) {
    const top = open[open.length - 1] ?? root;
    if (tag === undefined) top.children.push(written);
    else if (slash === '/') {
      if (open.length > 1) open.pop();
    } else {
      const element = { tag, opening: written, children: [] };
      top.children.push(element);
      if (!empty.has(tag)) open.push(element);
    }
  }
  return root.children;
}

export const writeNode = (node: Node): string => (typeof node === 'string' ? node : `${node.opening}${node.children.map(writeNode).join('')}${empty.has(node.tag) ? '' : `</${node.tag}>`}`);

const named: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
export const plain = (written: string): string => written.replace(/&(?:amp|lt|gt|quot);/g, (entity) => named[entity] ?? entity);

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeText = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

export const attributeOf = (element: Element, name: string): string => plain(new RegExp(` ${name}="([^"]*)"`).exec(element.opening)?.[1] ?? '');

/** All words in it, lines and cells apart by a blank. */
export function wordsOf(nodes: readonly Node[]): string {
  const pieces = nodes.map((node) => (typeof node === 'string' ? plain(node) : node.tag === 'img' ? `［图片${attributeOf(node, 'alt') === '' ? '' : `：${attributeOf(node, 'alt')}`}］` : wordsOf(node.children) + (/^(p|h\d|li|td|th|br)$/.test(node.tag) ? ' ' : '')));
  return pieces.join('');
}
