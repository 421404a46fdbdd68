import type { Attachment } from '../../contract/announcementContent';
import type { FileStorage } from '../../files/fileStorage';
import { DocxPackage } from '../../richText/docx/docxPackage';
import { prepareImage } from '../../richText/prepareImage';
import { RichTextError } from '../../richText/richTextError';
import type { AttachmentProblem } from './checkContent';

/** Files never change under their hash, so what was found once holds; only a missing file is looked for again. */
const known = new Map<string, AttachmentProblem | undefined>();
const mostKnown = 1_000;

/** Which attachments cannot be opened as what they claim to be, and why. */
export async function findAttachmentProblems(files: FileStorage, attachments: readonly Attachment[]): Promise<Map<string, AttachmentProblem>> {
  const problems = new Map<string, AttachmentProblem>();
  for (const { hash, mediaType } of attachments) {
    const key = `${hash} ${mediaType}`;
    const problem = known.has(key) ? known.get(key) : await examine(files, hash, mediaType);
    if (problem !== 'missing') remember(key, problem);
    if (problem !== undefined) problems.set(hash, problem);
  }
  return problems;
}

function remember(key: string, problem: AttachmentProblem | undefined): void {
  const [oldest] = known.keys();
  if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
  known.set(key, problem);
}

async function examine(files: FileStorage, hash: string, mediaType: string): Promise<AttachmentProblem | undefined> {
  const opened = await files.open(hash);
  if (opened === undefined) return 'missing';
  const parts: Buffer[] = [];
  for await (const part of opened.bytes) parts.push(part as Buffer);
  return problemOf(Buffer.concat(parts), mediaType);
}

const encryptedPart = Buffer.from('EncryptedPackage', 'utf16le');

export async function problemOf(bytes: Buffer, mediaType: string): Promise<AttachmentProblem | undefined> {
  if (mediaType === 'application/pdf') return problemOfPdf(bytes);
  // What Office and WPS wrap around a document that opens by a password only.
  if (mediaType === 'application/x-cfb') return bytes.includes(encryptedPart) ? 'encrypted' : undefined;
  const isPackage = mediaType.startsWith('application/vnd.openxmlformats-') || mediaType === 'application/ofd';
  if (!isPackage && !mediaType.startsWith('image/')) return undefined;
  try {
    if (isPackage) await DocxPackage.open(bytes);
    else await prepareImage(bytes);
    return undefined;
  } catch (error) {
    if (!(error instanceof RichTextError)) throw error;
    return error.code === 'docx_encrypted' ? 'encrypted' : error.code === 'docx_macros' ? 'macros' : 'damaged';
  }
}

/** By its frame alone: a header, an end, and a trailer that names a cipher. A file that breaks off half-way has no end. */
function problemOfPdf(bytes: Buffer): AttachmentProblem | undefined {
  if (!bytes.subarray(0, 1_024).includes('%PDF-')) return 'damaged';
  const tail = bytes.subarray(-2_048).toString('latin1');
  if (!tail.includes('startxref') && !tail.includes('%%EOF')) return 'damaged';
  // In the trailer, or in the dictionary of the cross-reference stream that stands for one.
  return /\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</u.test(bytes.toString('latin1')) ? 'encrypted' : undefined;
}
