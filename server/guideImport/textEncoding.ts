import { createReadStream } from 'node:fs';
import { GuideFileError } from './guideFileError';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le';

/**
 * Which of the encodings that spreadsheet programs in China write a text file has. Reads it in chunks, once for UTF-8 and
 * once more when it is not.
 *
 * @throws GuideFileError when it is none of them.
 */
export async function detectTextEncoding(path: string): Promise<TextEncoding> {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const found = await tryEncoding(path, encoding);
    if (found !== undefined) return found;
  }
  throw new GuideFileError('认不出文件的文字编码。请另存为 UTF-8 编码的文件再导入。');
}

async function tryEncoding(path: string, encoding: 'utf-8' | 'gb18030'): Promise<TextEncoding | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (isFirst && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
      isFirst = false;
      if (chunk.includes(0)) throw new GuideFileError('文件不是文本（内有空字节）。请确认扩展名与内容相符。');
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return encoding;
  } catch (error) {
    if (isWrongBytes(error)) return undefined;
    throw error;
  }
}

/** A text file in pieces, without its byte order mark. */
export async function* readText(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      const text = decoder.decode(chunk, { stream: true });
      if (text !== '') yield text;
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch (error) {
    if (isWrongBytes(error)) throw new GuideFileError('文件的文字编码前后不一致或已损坏。', { cause: error });
    throw error;
  }
}

function isWrongBytes(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}
