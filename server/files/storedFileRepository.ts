import type { Database } from '../database/database';
import type { StoredFile } from './fileStorage';

/** Records what was put into the storage, in the caller's transaction; the same bytes again change nothing. */
export async function recordStoredFile(db: Database, stored: StoredFile, now: Date): Promise<void> {
  await db
    .insertInto('stored_files')
    .values({ hash: stored.hash, media_type: stored.mediaType, byte_size: stored.byteSize, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findStoredFile(db: Database, hash: string): Promise<StoredFile | undefined> {
  const row = await db.selectFrom('stored_files').where('hash', '=', hash).selectAll().executeTakeFirst();
  return row && { hash: row.hash, mediaType: row.media_type, byteSize: row.byte_size };
}
