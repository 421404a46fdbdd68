import { sql } from 'kysely';
import { exactCountLimit } from '../../contract/pagination';
import type { Database } from '../../database/database';
import { guideSummaryColumns } from '../../presenters/serviceGuideSummary';

/** A citizen's favourites, newest first. The key carries microseconds, which a JavaScript Date would lose. */
export async function findFavourites(db: Database, citizenId: string, after: readonly [string, number] | undefined, limit: number) {
  const rows = await db
    .selectFrom('favourites')
    .innerJoin('service_guides', 'service_guides.id', 'favourites.guide_id')
    .innerJoin('departments', 'departments.id', 'service_guides.department_id')
    .where('favourites.citizen_id', '=', citizenId)
    .$if(after !== undefined, (query) =>
      query.where(
        (eb) => sql<boolean>`(${eb.ref('favourites.created_at')}, ${eb.ref('favourites.guide_id')}) < (${after?.[0]}::timestamptz, ${after?.[1]}::bigint)`,
      ),
    )
    .select([...guideSummaryColumns, 'favourites.created_at as favoured_at', sql<string>`favourites.created_at::text`.as('favoured_at_exactly')])
    .orderBy('favourites.created_at', 'desc')
    .orderBy('favourites.guide_id', 'desc')
    .limit(limit)
    .execute();
  const counted = await db
    .selectFrom(db.selectFrom('favourites').where('citizen_id', '=', citizenId).select('guide_id').limit(exactCountLimit + 1).as('counted'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: counted.n };
}

export async function findFavourite(db: Database, citizenId: string, guideId: number): Promise<{ created_at: Date } | undefined> {
  return db
    .selectFrom('favourites')
    .where('citizen_id', '=', citizenId)
    .where('guide_id', '=', guideId)
    .select('created_at')
    .executeTakeFirst();
}

/** Keeps a favourite; doing it twice changes nothing. @returns false when there is no such guide. */
export async function insertFavourite(db: Database, citizenId: string, guideId: number, now: Date): Promise<boolean> {
  const guide = await db.selectFrom('service_guides').where('id', '=', guideId).select('id').executeTakeFirst();
  if (guide === undefined) return false;
  await db
    .insertInto('favourites')
    .values({ citizen_id: citizenId, guide_id: guideId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

export async function deleteFavourite(db: Database, citizenId: string, guideId: number): Promise<void> {
  await db.deleteFrom('favourites').where('citizen_id', '=', citizenId).where('guide_id', '=', guideId).execute();
}
