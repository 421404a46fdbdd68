import { sql } from 'kysely';
import type { Database } from '../../database/database';

const guideCount = sql<number>`(select count(*) from service_guides g where g.office_codes @> array[offices.code] and g.status <> 'cancelled')`;

/** Offices in the order that the centre gave them. */
export async function findOffices(db: Database, after: readonly [number, number] | undefined, limit: number) {
  const rows = await db
    .selectFrom('offices')
    .selectAll()
    .select(guideCount.as('guide_count'))
    .$if(after !== undefined, (query) => query.where((eb) => eb(eb.refTuple('sort_order', 'id'), '>', eb.tuple(after?.[0] ?? 0, after?.[1] ?? 0))))
    .orderBy('sort_order')
    .orderBy('id')
    .limit(limit)
    .execute();
  const counted = await db
    .selectFrom('offices')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: counted.n };
}

export async function findOffice(db: Database, code: string) {
  return db.selectFrom('offices').where('code', '=', code).selectAll().select(guideCount.as('guide_count')).executeTakeFirst();
}

export async function findWindows(db: Database, officeId: number) {
  return db.selectFrom('window_counters').where('office_id', '=', officeId).select(['number', 'name', 'floor']).orderBy('sort_order').orderBy('id').execute();
}
