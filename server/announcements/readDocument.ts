import { ApiError } from '../apiError';
import type { ReadDocument } from '../contract/announcementDrafts';
import { recordStoredFile } from '../files/storedFileRepository';
import { placeImages } from '../richText/placeImages';
import { largestImage, prepareImage } from '../richText/prepareImage';
import { readDocx } from '../richText/readDocx';
import { richTextRefusals, RichTextError } from '../richText/richTextError';
import { findStaffFile, recordStaffFile } from '../staff/staffFiles';
import type { Announcing, By } from './announcing';
import { auditAct } from './history';

const pictureLimits = { maxBytes: largestImage, mediaTypes: ['image/jpeg', 'image/png'] };

/**
 * Reads a Word document that the member has sent. Its pictures are prepared and stored as if the member had sent each of them; one that
 * cannot be used is left out with a warning, since the text is worth having without it.
 *
 * @throws ApiError `file_not_found`; RichTextError.
 */
export async function readDocument({ db, clock, files }: Announcing, by: By, hash: string): Promise<ReadDocument> {
  const sent = await findStaffFile(db, by.staff.staffId, 'document', hash);
  const opened = sent === undefined ? undefined : await files.open(hash);
  if (sent === undefined || opened === undefined) throw new ApiError('file_not_found');
  const parts: Buffer[] = [];
  for await (const part of opened.bytes) parts.push(part as Buffer);
  const read = await readDocx(Buffer.concat(parts));
  const warnings = read.warnings.map(({ message }) => message);
  const hashes = new Map<string, string>();
  const now = clock.now();
  for (const { name, bytes } of read.images) {
    try {
      const prepared = await prepareImage(bytes);
      const stored = await files.put(prepared.bytes, pictureLimits);
      await db.transaction().execute(async (tx) => {
        await recordStoredFile(tx, stored, now);
        const isNew = await recordStaffFile(tx, by.staff.staffId, 'picture', { ...stored, name: `${name}.${stored.mediaType === 'image/png' ? 'png' : 'jpg'}` }, now);
        if (isNew) await auditAct(tx, by, { action: 'upload_file', objectKind: 'stored_file', objectId: stored.hash, after: { purpose: 'picture', mediaType: stored.mediaType, byteSize: stored.byteSize, document: hash } }, now);
      });
      hashes.set(name, stored.hash);
    } catch (error) {
      if (!(error instanceof RichTextError)) throw error;
      warnings.push(`有一张图片没有读进来：${richTextRefusals[error.code]}`);
    }
  }
  const { title, issuingBody, documentNumber, writtenOn } = read;
  return {
    body: placeImages(read.html, hashes),
    guessed: { title: title ?? null, issuingBody: issuingBody ?? null, documentNumber: documentNumber ?? null, writtenOn: writtenOn ?? null },
    warnings: [...new Set(warnings)],
  };
}
