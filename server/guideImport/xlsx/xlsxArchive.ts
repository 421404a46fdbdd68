import type { Readable } from 'node:stream';
import { open, type Entry, type ZipFile } from 'yauzl';
import { GuideFileError } from '../guideFileError';

const mostEntries = 10_000;
/** Bytes, unpacked. A full sheet of a million rows stays below. */
const largestPart = 2 * 1024 ** 3;
/** Deflate reaches 1,000:1 on nothing but blanks; sheets of real text were seen at 5:1 to 40:1. */
const bomb = { size: 100 * 1024 ** 2, ratio: 200 };

/** The parts of a workbook's ZIP container, read on demand; an entry that unpacks to another size than it says breaks off. */
export class XlsxArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws Error from the ZIP reader, or GuideFileError for a container that only pretends to be a workbook. */
  static async open(path: string): Promise<XlsxArchive> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      open(path, { lazyEntries: true, autoClose: false }, (error, opened) => (error === null ? resolve(opened) : reject(error)));
    });
    try {
      if (zip.entryCount > mostEntries) throw new GuideFileError('Excel 文件内部的部件太多，不像正常的工作簿。');
      return new XlsxArchive(zip, await listEntries(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** @throws GuideFileError when the part is missing, encrypted, or far too large for what it is. */
  async read(name: string): Promise<Readable> {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) throw new GuideFileError(`Excel 文件不完整：缺少 ${name}。`);
    const { uncompressedSize, compressedSize } = entry;
    if (uncompressedSize > largestPart || (uncompressedSize > bomb.size && uncompressedSize > bomb.ratio * compressedSize)) {
      throw new GuideFileError('Excel 文件解压后大得不正常，已停止读取。请把数据复制到新的工作簿，另存后再导入。');
    }
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(error)));
    });
  }

  close(): void {
    this.zip.close();
  }
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName.toLowerCase(), entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}
