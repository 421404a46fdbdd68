import type { CloseReportBody } from '../contract/staff';
import type { Database, DatabaseTransaction } from '../database/database';

/** Closes a report that is open. @returns false when somebody else has closed it */
export async function closeReportOnce(db: Database | DatabaseTransaction, id: string, { outcome, note }: CloseReportBody, staffId: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('feedback')
    .set({ outcome, outcome_note: note ?? null, closed_at: now, closed_by: staffId })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
