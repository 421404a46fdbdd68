/** An element of the clean rich text that the server keeps, or a text. */
export type Node = string | Element;
export interface Element {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: Node[];
}

const pieces = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z]+="[^"]*")*)\s*\/?>|[^<]+|</g;
const attribute = /([a-z]+)="([^"]*)"/g;
const known = new Set('p h2 h3 h4 ul ol li table thead tbody tr th td blockquote a strong em u br img'.split(' '));
const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const decode = (text: string): string => text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => characters[entity] ?? entity);

/** Reads rich text as the server writes it. Whatever else should ever stand there is shown as text and does nothing. */
export const parse = (html: string): Node[] => {
  const root: Element = { tag: '', attributes: {}, children: [] };
  const open = [root];
  for (const [whole, closing, tag, written = ''] of html.matchAll(pieces)) {
    const into = open.at(-1) ?? root;
    if (tag === undefined || !known.has(tag)) {
      into.children.push(decode(whole));
    } else if (closing === '/') {
      const at = open.map((element) => element.tag).lastIndexOf(tag);
      if (at > 0) open.length = at;
    } else {
      const attributes = Object.fromEntries([...written.matchAll(attribute)].map(([, name = '', value = '']) => [name, decode(value)]));
      const element: Element = { tag, attributes, children: [] };
      into.children.push(element);
      if (tag !== 'br' && tag !== 'img') open.push(element);
    }
  }
  return root.children;
};
