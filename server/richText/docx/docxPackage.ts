import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { RichTextError } from '../richTextError';

const mostEntries = 2_000;
/** Bytes, unpacked, of all parts together. */
const largestPackage = 200 * 1024 ** 2;
/** Text of notices packs 5:1 to 30:1, large empty tables up to 100:1; deflate reaches 1,000:1 on nothing but blanks. */
const bomb = { size: 5 * 1024 ** 2, ratio: 200 };
const encryptedFlag = 1;
const macroPart = /(^|\/)vba(project|data)[^/]*$|\.(vbs|js|exe|dll|bat|cmd|ps1|hta|jar)$/i;

/**
 * The parts of a .docx. All that its directory claims is checked before anything is unpacked, and a part that unpacks
 * to another size than it claims breaks off; what is never read is never unpacked.
 */
export class DocxPackage {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws RichTextError */
  static async open(bytes: Buffer): Promise<DocxPackage> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, opened) => (error === null ? resolve(opened) : reject(new RichTextError('docx_damaged', { cause: error }))));
    });
    if (zip.entryCount > mostEntries) throw new RichTextError('docx_too_many_parts');
    const entries = await listEntries(zip);
    refuseByDirectory([...entries.values()], bytes.length);
    return new DocxPackage(zip, entries);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** @throws RichTextError `docx_too_complex` for a part above `largest` bytes, `docx_zip_bomb`, `docx_damaged`. */
  async read(name: string, largest: number): Promise<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new RichTextError('docx_damaged');
    if (entry.uncompressedSize > largest) throw new RichTextError('docx_too_complex');
    const chunks: Buffer[] = [];
    try {
      const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => {
        this.zip.openReadStream(entry, (error, opened) => (error === null ? resolve(opened) : reject(error)));
      });
      for await (const chunk of stream) chunks.push(chunk);
    } catch (error) {
      const isLarger = error instanceof Error && error.message.includes('too many bytes');
      throw new RichTextError(isLarger ? 'docx_zip_bomb' : 'docx_damaged', { cause: error });
    }
    return Buffer.concat(chunks);
  }
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      // Of two parts with one name, another program may read the other.
      if (entries.has(entry.fileName)) reject(new RichTextError('docx_damaged'));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (error: unknown) => reject(new RichTextError('docx_damaged', { cause: error })));
    zip.readEntry();
  });
}

function refuseByDirectory(entries: readonly Entry[], fileSize: number): void {
  let packed = 0;
  let unpacked = 0;
  for (const { generalPurposeBitFlag, fileName, compressedSize, uncompressedSize } of entries) {
    if ((generalPurposeBitFlag & encryptedFlag) !== 0) throw new RichTextError('docx_encrypted');
    if (macroPart.test(fileName)) throw new RichTextError('docx_macros');
    if (uncompressedSize > bomb.size && uncompressedSize > bomb.ratio * compressedSize) throw new RichTextError('docx_zip_bomb');
    packed += compressedSize;
    unpacked += uncompressedSize;
  }
  // Parts that lie over each other make a small file unpack to any size.
  if (unpacked > largestPackage || packed > fileSize) throw new RichTextError('docx_zip_bomb');
}
