import { parseHtml, type RawNode } from './rawHtml';

const lineTags = /^(p|h[1-6]|li|ul|ol|tr|table|blockquote|br|div)$/;
/** An ideograph counts one, as in Word; so does a run of letters and digits. */
const words = /[\p{Script=Han}\u3007]|[\p{L}\p{N}\p{M}]+(?:[.'’\-_@:/][\p{L}\p{N}\p{M}]+)*/gu;
const han = /([\p{Script=Han}\u3007])/gu;

/**
 * The text of sanitised rich text, for searching and previews: a line a paragraph, item or row; cells apart by a blank;
 * pictures by their descriptions.
 *
 * @throws RichTextError `html_too_deep` for what was never sanitised.
 */
export function toPlainText(html: string): string {
  const pieces: string[] = [];
  addText(parseHtml(html).root.children, pieces);
  return pieces
    .join('')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function addText(nodes: readonly RawNode[], pieces: string[]): void {
  for (const node of nodes) {
    if (typeof node === 'string') {
      pieces.push(node.replace(/[\t\n\r\f]/g, ' '));
      continue;
    }
    const { name, attributes, children } = node;
    if (name === 'script' || name === 'style') continue;
    const edge = lineTags.test(name) ? '\n' : name === 'td' || name === 'th' ? ' ' : '';
    pieces.push(edge, name === 'img' ? ` ${attributes.alt ?? ''} ` : '');
    addText(children, pieces);
    pieces.push(edge);
  }
}

/** Characters and words as a Chinese word processor counts them: each ideograph one, each run of letters or digits one, no punctuation. */
export function wordCount(html: string): number {
  return toPlainText(html).replace(han, ' $1 ').match(words)?.length ?? 0;
}
