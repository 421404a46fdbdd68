import { exactCountLimit } from '../../contract/pagination';
import type { Database } from '../../database/database';

/** More than this nobody counts: the number stands on a small mark. */
export const mostUnreadCounted = 99;

/** What has arrived for a citizen, newest first. */
export async function findInboxNotices(db: Database, citizenId: string, before: number | undefined, limit: number) {
  const rows = await db
    .selectFrom('inbox_notices')
    .innerJoin('outbox_notices', 'outbox_notices.id', 'inbox_notices.notice_id')
    .where('inbox_notices.citizen_id', '=', citizenId)
    .$if(before !== undefined, (query) => query.where('inbox_notices.id', '<', before ?? 0))
    .select([
      'inbox_notices.id',
      'inbox_notices.read_at',
      'outbox_notices.kind',
      'outbox_notices.title',
      'outbox_notices.body',
      'outbox_notices.path',
      'outbox_notices.occurred_at',
    ])
    .orderBy('inbox_notices.id', 'desc')
    .limit(limit)
    .execute();
  const { n } = await db
    .selectFrom(db.selectFrom('inbox_notices').where('citizen_id', '=', citizenId).select('id').limit(exactCountLimit + 1).as('counted'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: n };
}

/** Counts up to one more than `mostUnreadCounted`. */
export async function countUnread(db: Database, citizenId: string): Promise<number> {
  const { n } = await db
    .selectFrom(
      db
        .selectFrom('inbox_notices')
        .where('citizen_id', '=', citizenId)
        .where('read_at', 'is', null)
        .select('id')
        .limit(mostUnreadCounted + 1)
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** Marks a notice read; the first time stays. @returns false when the citizen has no such notice */
export async function markRead(db: Database, citizenId: string, id: number, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('inbox_notices')
    .set((eb) => ({ read_at: eb.fn.coalesce('read_at', eb.val(now)) }))
    .where('citizen_id', '=', citizenId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function markAllRead(db: Database, citizenId: string, upTo: number, now: Date): Promise<void> {
  await db.updateTable('inbox_notices').set({ read_at: now }).where('citizen_id', '=', citizenId).where('id', '<=', upTo).where('read_at', 'is', null).execute();
}
