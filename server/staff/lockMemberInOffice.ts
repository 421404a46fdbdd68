import type { DatabaseTransaction } from '../database/database';

/**
 * Keeps the member in office until the end of the caller's transaction: one who is leaving at the same moment is waited for.
 *
 * @returns false when the member is not in office (any more).
 */
export async function lockMemberInOffice(tx: DatabaseTransaction, staffId: string): Promise<boolean> {
  const row = await tx.selectFrom('staff_members').where('id', '=', staffId).where('status', '=', 'active').select('id').forShare().executeTakeFirst();
  return row !== undefined;
}
