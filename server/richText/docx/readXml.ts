import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { RichTextError } from '../richTextError';

export type XmlAttributes = Readonly<Record<string, string>>;

/** Names come with the prefix they are written with. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Word itself stays below 60, with tables in tables. */
const deepest = 200;
/** What may be published, 500,000 characters, takes fewer even where each second character has a look of its own. */
const mostElements = 500_000;
/** Milliseconds; after that other requests have their turn. */
const longestTurn = 15;
const pieceSize = 16_384;

/**
 * Feeds an XML part to a handler, giving way to other work in between. Nothing outside the part is ever read: there is
 * no DOCTYPE and hence no entity but the five of XML.
 *
 * @throws RichTextError `docx_forbidden_markup` for a DOCTYPE, `docx_damaged` for what is not well-formed or not UTF-8,
 *   `docx_too_complex`.
 */
export async function readXml(bytes: Uint8Array, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser();
  let depth = 0;
  let elements = 0;
  parser.on('error', (error) => {
    throw new RichTextError('docx_damaged', { cause: error });
  });
  parser.on('doctype', () => {
    throw new RichTextError('docx_forbidden_markup');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    elements += 1;
    if (depth > deepest || elements > mostElements) throw new RichTextError('docx_too_complex');
    handler.open(tag.name, tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close?.(tag.name);
  });
  const text = (written: string): void => handler.text?.(written);
  parser.on('text', text);
  parser.on('cdata', text);
  const decoded = decode(bytes);
  // Refused before it is parsed: what is wrong with the declaration itself would be told as damage.
  if (/<!(DOCTYPE|ENTITY)/i.test(decoded.slice(0, 100_000))) throw new RichTextError('docx_forbidden_markup');
  let startedAt = performance.now();
  for (let at = 0; at < decoded.length; at += pieceSize) {
    parser.write(decoded.slice(at, at + pieceSize));
    if (performance.now() - startedAt < longestTurn) continue;
    await setImmediate();
    startedAt = performance.now();
  }
  parser.close();
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new RichTextError('docx_damaged', { cause: error });
  }
}
