import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { GuideFileError } from '../guideFileError';

/** Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

const deepest = 100;
/** Characters without a tag; Excel's longest cell has 32,767. */
const longestRun = 4 * 1024 ** 2;

/**
 * Feeds a part of a workbook to a handler and pauses after each piece, so that what was read can be used and
 * dropped. Bounded whatever the part holds: depth, and the length of what stands between two tags.
 *
 * @throws Error when it is no well-formed XML.
 */
export async function* readXml(stream: Readable, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  let run = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest) throw new GuideFileError('Excel 文件内部的层次深得不正常，已停止读取。');
    handler.open(localName(tag.name), tag.attributes);
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close(localName(tag.name));
  });
  const write = (text: string): void => {
    run = text.includes('>') ? text.length - text.lastIndexOf('>') : run + text.length;
    if (run > longestRun) throw new GuideFileError('Excel 文件里有一格内容长得不正常，已停止读取。');
    parser.write(text);
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  write(decoder.decode());
  parser.close();
  yield;
}

/** For the small parts: reads to the end. */
export async function readWholeXml(stream: Readable, open: XmlHandler['open']): Promise<void> {
  const pieces = readXml(stream, { open, text: () => undefined, close: () => undefined });
  while ((await pieces.next()).done !== true);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
