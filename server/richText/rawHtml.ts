import { Parser } from 'htmlparser2';
import { RichTextError } from './richTextError';

export interface RawElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: RawNode[];
}
export type RawNode = RawElement | string;

export interface RawHtml {
  /** Has no name: what stands at the top. */
  root: RawElement;
  hasComments: boolean;
}

/** Open tags at a time. Pasted pages stay below 40; the parser looks through all of them at each closing tag. */
const mostOpenTags = 256;

/**
 * What was written, as a tree. Nothing is judged here: whatever this makes of odd markup, only what the whitelist
 * builds anew from it is ever written out.
 *
 * @throws RichTextError `html_too_deep`.
 */
export function parseHtml(html: string): RawHtml {
  const root: RawElement = { name: '', attributes: {}, children: [] };
  const open: RawElement[] = [root];
  let hasComments = false;
  const top = (): RawElement => open.at(-1) ?? root;
  const note = (): void => {
    hasComments = true;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const element: RawElement = { name, attributes, children: [] };
      top().children.push(element);
      open.push(element);
      if (open.length > mostOpenTags) throw new RichTextError('html_too_deep');
    },
    onclosetag() {
      // The parser reports every opened element's end exactly once, innermost first.
      if (open.length > 1) open.pop();
    },
    ontext: (text) => {
      top().children.push(text);
    },
    // Word's conditional comments come as either of the two.
    oncomment: note,
    onprocessinginstruction: note,
  });
  parser.write(html);
  parser.end();
  return { root, hasComments };
}

/** The characters between the tags. */
export function textOf(node: RawNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
