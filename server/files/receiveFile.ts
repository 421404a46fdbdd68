import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileRefusedError, type FileLimits, type StoredFile } from './fileStorage';
import { detectMediaTypes } from './mediaTypes';

/**
 * Writes the bytes to a new file in `folder` and flushes it to the disk, so that hash, size and type are known
 * before anything is kept. Memory use does not depend on the size.
 *
 * @returns the path, which is the caller's to move or remove.
 * @throws FileRefusedError; then the file is removed.
 */
export async function receiveFile(source: Buffer | Readable, limits: FileLimits, folder: string): Promise<StoredFile & { path: string }> {
  const path = join(folder, randomUUID());
  try {
    const { hash, byteSize } = await writeFile(path, source, limits.maxBytes);
    const mediaType = (await detectMediaTypes(path)).find((type) => limits.mediaTypes.includes(type));
    if (mediaType === undefined) throw new FileRefusedError('file_type_refused');
    return { path, hash, byteSize, mediaType };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function writeFile(path: string, source: Buffer | Readable, maxBytes: number): Promise<{ hash: string; byteSize: number }> {
  const hash = createHash('sha256');
  let byteSize = 0;
  const file = await open(path, 'wx');
  try {
    // Leaving the loop by an error destroys the stream.
    for await (const part of Buffer.isBuffer(source) ? [source] : source) {
      const chunk = typeof part === 'string' ? Buffer.from(part) : (part as Buffer);
      byteSize += chunk.length;
      if (byteSize > maxBytes) throw new FileRefusedError('file_too_large');
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (byteSize === 0) throw new FileRefusedError('file_empty');
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), byteSize };
}
