import { parse } from 'csv-parse/sync';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { open as openZip, type Entry } from 'yauzl';

/** How much of a text decides whether it is markup or a table. */
const headCharacters = 4_096;

/** Documents that a browser runs scripts of. */
const markup = /^(image\/svg\+xml|text\/html|text\/xml|application\/(xhtml\+)?xml|application\/rss\+xml)$/;

/** A tag, declaration, comment or processing instruction at the very start is what browsers take for markup (WHATWG MIME Sniffing, 7.1). */
const startsAsMarkup = /^\s*<[a-z!?/]/i;

/** Control characters that no text has; tab, line feed and carriage return are fine. */
// eslint-disable-next-line no-control-regex
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * Tells from its bytes what a file is.
 *
 * @returns the media types it may pass for, best first (a table of comma-separated values is plain text too);
 *   empty when it is nothing known, or markup.
 */
export async function detectMediaTypes(path: string): Promise<string[]> {
  if (await isUtf16(path)) return [];
  const known = await detectBinary(path);
  if (known === 'application/zip' && (await holdsOfd(path))) return ['application/ofd'];
  if (known !== undefined) return markup.test(known) ? [] : [known];
  // Spreadsheet programs in China still write GB 18030 by default.
  const head = (await readText(path, 'utf-8')) ?? (await readText(path, 'gb18030'));
  if (head === undefined || startsAsMarkup.test(head)) return [];
  return detectText(head);
}

/** Nobody sends UTF-16 but who wants to pass by: its byte order mark looks like the beginning of MPEG audio to the detector. */
async function isUtf16(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2);
    return bytesRead === 2 && ['fffe', 'feff'].includes(buffer.toString('hex'));
  } finally {
    await file.close();
  }
}

async function detectBinary(path: string): Promise<string | undefined> {
  // Published as an ES module only.
  const { fileTypeFromFile } = await import('file-type/node');
  try {
    return (await fileTypeFromFile(path))?.mime;
  } catch (error) {
    // A damaged archive or picture makes the detector stumble: then it is nothing known. A disk that fails is another matter.
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    return undefined;
  }
}

/** OFD, the national layout format (GB/T 33190), is a ZIP container with OFD.xml at its root. */
function holdsOfd(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    openZip(path, { lazyEntries: true }, (error, zip) => {
      // A damaged container is no OFD.
      if (error !== null) return resolve(false);
      const answer = (found: boolean): void => {
        zip.close();
        resolve(found);
      };
      zip.on('entry', ({ fileName }: Entry) => (fileName === 'OFD.xml' ? answer(true) : zip.readEntry()));
      zip.on('end', () => answer(false));
      zip.on('error', () => answer(false));
      zip.readEntry();
    });
  });
}

/** The beginning of a text in this encoding; undefined when any byte of the file does not fit it. */
async function readText(path: string, encoding: string): Promise<string | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let head = '';
  const decode = (bytes?: Buffer): boolean => {
    const text = bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    if (head.length < headCharacters) head += text;
    return !controlCharacter.test(text);
  };
  try {
    for await (const chunk of createReadStream(path)) if (!decode(chunk as Buffer)) return undefined;
    return decode() ? head : undefined;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined;
    throw error;
  }
}

function detectText(head: string): string[] {
  const records = readRecords(head);
  const columns = records[0]?.length ?? 0;
  if (columns < 2) return ['text/plain'];
  return records.length > 1 ? ['text/csv', 'text/plain'] : ['text/plain', 'text/csv'];
}

/** The complete records at the beginning; none when their numbers of columns differ or a quote is wrong. */
function readRecords(head: string): string[][] {
  const lastBreak = head.lastIndexOf('\n');
  const complete = head.length < headCharacters || lastBreak < 0 ? head : head.slice(0, lastBreak + 1);
  try {
    return parse(complete, { skip_empty_lines: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) return [];
    throw error;
  }
}
