import { sql } from 'kysely';
import { exactCountLimit } from '../../contract/pagination';
import type { Database } from '../../database/database';
import { announcementSummaryColumns } from '../../presenters/announcementSummary';

/** The announcements a citizen keeps, newest first; one that was withdrawn since is still named. */
export async function findFavouriteAnnouncements(db: Database, citizenId: string, after: readonly [string, number] | undefined, limit: number) {
  const rows = await db
    .selectFrom('announcement_favourites as kept')
    .innerJoin('announcements', 'announcements.id', 'kept.announcement_id')
    .innerJoin('departments', 'departments.id', 'announcements.department_id')
    .where('kept.citizen_id', '=', citizenId)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(kept.created_at, kept.announcement_id) < (${after?.[0]}::timestamptz, ${after?.[1]}::bigint)`))
    .select([...announcementSummaryColumns, 'kept.created_at as favoured_at', sql<string>`kept.created_at::text`.as('favoured_at_exactly')])
    .orderBy('kept.created_at', 'desc')
    .orderBy('kept.announcement_id', 'desc')
    .limit(limit)
    .execute();
  const counted = await db
    .selectFrom(db.selectFrom('announcement_favourites').where('citizen_id', '=', citizenId).select('announcement_id').limit(exactCountLimit + 1).as('counted'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: counted.n };
}

export async function findFavouriteAnnouncement(db: Database, citizenId: string, announcementId: number): Promise<{ created_at: Date } | undefined> {
  return db
    .selectFrom('announcement_favourites')
    .where('citizen_id', '=', citizenId)
    .where('announcement_id', '=', announcementId)
    .select('created_at')
    .executeTakeFirst();
}

/** Keeps an announcement; doing it twice changes nothing. @returns false when there is no such announcement for the public. */
export async function insertFavouriteAnnouncement(db: Database, citizenId: string, announcementId: number, now: Date): Promise<boolean> {
  const announcement = await db.selectFrom('announcements').where('id', '=', announcementId).where('status', '<>', 'unpublished').select('id').executeTakeFirst();
  if (announcement === undefined) return false;
  await db
    .insertInto('announcement_favourites')
    .values({ citizen_id: citizenId, announcement_id: announcementId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

export async function deleteFavouriteAnnouncement(db: Database, citizenId: string, announcementId: number): Promise<void> {
  await db.deleteFrom('announcement_favourites').where('citizen_id', '=', citizenId).where('announcement_id', '=', announcementId).execute();
}
