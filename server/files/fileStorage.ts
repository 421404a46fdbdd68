import type { Readable } from 'node:stream';

export interface FileLimits {
  /** The largest size that is taken. */
  maxBytes: number;
  /** The media types that are taken, for example `image/jpeg`. Markup (SVG, HTML, XML) is refused even when listed: it can carry scripts. */
  mediaTypes: readonly string[];
}

export interface StoredFile {
  /** SHA-256 of the bytes, 64 hexadecimal digits; the same bytes have the same hash and are kept once. */
  hash: string;
  /** Told from the bytes, never from a name or header. */
  mediaType: string;
  byteSize: number;
}

export interface OpenedFile {
  /** Must be read to its end or destroyed. */
  bytes: Readable;
  byteSize: number;
}

/**
 * Keeps bytes under the hash of their content. What they are (media type) is kept in the table `stored_files`,
 * see storedFileRepository.
 *
 * Storing is not part of a database transaction: put the bytes first, then record them. Bytes whose record was
 * rolled back stay behind unused. Remove only what no row has referred to for a day, so that nothing is taken
 * away from under somebody who is just storing the same bytes again.
 */
export interface FileStorage {
  /**
   * Stores the bytes; a stream is read to its end, or destroyed when it is refused.
   *
   * @throws FileRefusedError `file_too_large`, `file_empty`, `file_type_refused`; then nothing is kept.
   */
  put(source: Buffer | Readable, limits: FileLimits): Promise<StoredFile>;
  /** Undefined when there are no such bytes. */
  open(hash: string): Promise<OpenedFile | undefined>;
  /** Succeeds as well when there are no such bytes. */
  remove(hash: string): Promise<void>;
  /** Gives up connections; the storage is not used afterwards. */
  close(): void;
}

export type FileRefusal = 'file_too_large' | 'file_type_refused' | 'file_empty';

/** The file is not taken; the code is one for the API's answer. */
export class FileRefusedError extends Error {
  override name = 'FileRefusedError';

  constructor(readonly code: FileRefusal) {
    super(code);
  }
}

/** `ab/cdef…`: 256 folders keep each of them small. Undefined for what is no hash, so that no path can be smuggled in. */
export function pathOfHash(hash: string): string | undefined {
  return /^[0-9a-f]{64}$/.test(hash) ? `${hash.slice(0, 2)}/${hash.slice(2)}` : undefined;
}
