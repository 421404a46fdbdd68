import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { GuideFileError } from '../guideFileError';
import { decodeExcelEscapes } from './cellText';
import { readXml } from './readXml';

const pageSize = 64 * 1024;
const mostPages = 128;
const mostStrings = 20_000_000;
/** Characters; the format allows 32,767. */
const longestString = 1_000_000;

/**
 * A workbook keeps the text of all cells in one list, and any cell may ask for any entry. The list can be larger
 * than all we may hold in memory, so it lies in a temporary file; rows ask for it nearly in order, so few pages do.
 */
export class SharedStrings {
  private readonly folder = mkdtempSync(join(tmpdir(), 'guide-import-'));
  private readonly file = openSync(join(this.folder, 'strings'), 'w+');
  /** Where each string begins, and at the end where the next one would. */
  private offsets = new Float64Array(1024);
  private count = 0;
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private written = 0;
  private readonly pages = new Map<number, Buffer>();

  /** @throws Error when the part is damaged; the temporary file is gone then. */
  static async read(part: Readable | undefined): Promise<SharedStrings> {
    const strings = new SharedStrings();
    try {
      if (part !== undefined) await strings.fill(part);
      strings.flush();
      return strings;
    } catch (error) {
      strings.close();
      throw error;
    }
  }

  get(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return undefined;
    const start = this.offsets[index] ?? 0;
    const end = this.offsets[index + 1] ?? start;
    const first = Math.floor(start / pageSize);
    const last = Math.floor(Math.max(start, end - 1) / pageSize);
    if (first === last) return this.page(first).toString('utf8', start - first * pageSize, end - first * pageSize);
    const pages: Buffer[] = [];
    for (let number = first; number <= last; number += 1) pages.push(this.page(number));
    return Buffer.concat(pages).toString('utf8', start - first * pageSize, end - first * pageSize);
  }

  close(): void {
    closeSync(this.file);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async fill(part: Readable): Promise<void> {
    let text = '';
    let inText = false;
    let inPhonetic = false;
    const pieces = readXml(part, {
      open: (name) => {
        if (name === 'si') text = '';
        if (name === 'rPh') inPhonetic = true;
        inText = name === 't';
      },
      text: (piece) => {
        if (!inText || inPhonetic) return;
        text += piece;
        if (text.length > longestString) throw new GuideFileError('Excel 文件里有一格内容长得不正常，已停止读取。');
      },
      close: (name) => {
        inText = false;
        if (name === 'rPh') inPhonetic = false;
        if (name === 'si') this.add(decodeExcelEscapes(text));
      },
    });
    while ((await pieces.next()).done !== true);
  }

  private add(text: string): void {
    if (this.count >= mostStrings) throw new GuideFileError('Excel 文件里的文字太多，请分成几个文件导入。');
    const bytes = Buffer.from(text);
    this.waiting.push(bytes);
    this.waitingBytes += bytes.length;
    this.count += 1;
    if (this.count + 1 > this.offsets.length) {
      const larger = new Float64Array(this.offsets.length * 2);
      larger.set(this.offsets);
      this.offsets = larger;
    }
    this.offsets[this.count] = this.written + this.waitingBytes;
    if (this.waitingBytes > pageSize) this.flush();
  }

  private flush(): void {
    const bytes = Buffer.concat(this.waiting);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.file, bytes, done, bytes.length - done, this.written + done);
    this.written += bytes.length;
    this.waiting = [];
    this.waitingBytes = 0;
  }

  /** The page, from memory if it was asked for lately. */
  private page(number: number): Buffer {
    const known = this.pages.get(number);
    if (known !== undefined) {
      this.pages.delete(number);
      this.pages.set(number, known);
      return known;
    }
    const oldest = this.pages.size >= mostPages ? this.pages.keys().next().value : undefined;
    const bytes = (oldest === undefined ? undefined : this.pages.get(oldest)) ?? Buffer.alloc(pageSize);
    if (oldest !== undefined) this.pages.delete(oldest);
    readSync(this.file, bytes, 0, pageSize, number * pageSize);
    this.pages.set(number, bytes);
    return bytes;
  }
}
