import type { StaffFile, StaffFilePurpose } from '../contract/staffFiles';
import type { Database, DatabaseTransaction } from '../database/database';

/**
 * A file that this member has sent for this purpose. An object may be made to refer to a file only through here: a hash alone,
 * which somebody may have seen elsewhere, gives no right to the bytes behind it.
 */
export async function findStaffFile(db: Database | DatabaseTransaction, staffId: string, purpose: StaffFilePurpose, hash: string): Promise<StaffFile | undefined> {
  const row = await db
    .selectFrom('staff_files')
    .innerJoin('stored_files', 'stored_files.hash', 'staff_files.hash')
    .where('staff_files.staff_id', '=', staffId)
    .where('staff_files.purpose', '=', purpose)
    .where('staff_files.hash', '=', hash)
    .select(['stored_files.hash', 'stored_files.media_type', 'stored_files.byte_size', 'staff_files.name'])
    .executeTakeFirst();
  return row && { hash: row.hash, mediaType: row.media_type, byteSize: row.byte_size, name: row.name };
}

/** Records who sent it. @returns false when it was known: the same file again changes its name alone */
export async function recordStaffFile(db: DatabaseTransaction, staffId: string, purpose: StaffFilePurpose, { hash, name }: StaffFile, now: Date): Promise<boolean> {
  const added = await db
    .insertInto('staff_files')
    .values({ hash, staff_id: staffId, purpose, name, uploaded_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 1n) return true;
  await db.updateTable('staff_files').set({ name, uploaded_at: now }).where('hash', '=', hash).where('staff_id', '=', staffId).where('purpose', '=', purpose).execute();
  return false;
}
