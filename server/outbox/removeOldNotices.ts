import { sql } from 'kysely';
import type { Database } from '../database/database';

/** Half a year, as the inbox says. */
export const noticesAreKeptMilliseconds = 180 * 86_400_000;

const rowsAtOnce = 10_000;

/** Removes what is older than half a year, everywhere, in bounded steps: a notice may have gone to everybody. */
export async function removeOldNotices(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - noticesAreKeptMilliseconds);
  for (;;) {
    const old = await db.selectFrom('outbox_notices').where('occurred_at', '<', before).select('id').orderBy('occurred_at').limit(100).execute();
    if (old.length === 0) return;
    for (const { id } of old) {
      for (const table of ['inbox_notices', 'outbox_deliveries'] as const) {
        for (let removed = rowsAtOnce; removed === rowsAtOnce; ) {
          const result = await sql`
            delete from ${sql.table(table)} where ctid = any(array(select ctid from ${sql.table(table)} where notice_id = ${id} limit ${rowsAtOnce}))`.execute(db);
          removed = Number(result.numAffectedRows ?? 0);
        }
      }
      await db.deleteFrom('outbox_notices').where('id', '=', id).execute();
    }
  }
}
