import { sql } from 'kysely';
import type { OfficeContent } from '../../contract/staffOffices';
import type { Database, DatabaseTransaction } from '../../database/database';

type Reader = Database | DatabaseTransaction;

const guideCount = sql<number>`(select count(*)::int from service_guides g where g.office_codes @> array[offices.code] and g.status <> 'cancelled')`;
const windows = sql<{ number: string; name: string; floor: string }[]>`coalesce((select json_agg(json_build_object('number', w.number, 'name', w.name, 'floor', w.floor) order by w.sort_order, w.id)
  from window_counters w where w.office_id = offices.id), '[]'::json)`;

const selectOffices = (db: Reader) => db.selectFrom('offices').selectAll('offices').select([guideCount.as('guide_count'), windows.as('windows')]);

export type StaffOfficeRow = Awaited<ReturnType<typeof findStaffOffices>>[number];

/** All of them: a county has a few dozen. */
export async function findStaffOffices(db: Reader) {
  return selectOffices(db).orderBy('sort_order').orderBy('id').execute();
}

export async function findStaffOffice(db: Reader, code: string) {
  return selectOffices(db).where('code', '=', code).executeTakeFirst();
}

/** Offices and windows are changed by one at a time; an import takes the same lock. */
export async function lockOffices(tx: DatabaseTransaction): Promise<void> {
  await sql`lock table offices, window_counters in share row exclusive mode`.execute(tx);
}

const columnsOf = ({ code, name, address, openingHours, phone, transport, accessibility, location }: OfficeContent) => ({
  code,
  name,
  address,
  opening_hours: openingHours,
  phone,
  transport,
  accessibility,
  latitude: location?.latitude ?? null,
  longitude: location?.longitude ?? null,
});

/** @returns the id */
export async function insertOffice(tx: DatabaseTransaction, content: OfficeContent, now: Date): Promise<number> {
  const last = await tx.selectFrom('offices').select((eb) => eb.fn.max('sort_order').as('order')).executeTakeFirstOrThrow();
  const { id } = await tx
    .insertInto('offices')
    .values({ ...columnsOf(content), sort_order: (last.order ?? 0) + 1, created_at: now, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateOffice(tx: DatabaseTransaction, id: number, content: OfficeContent, now: Date): Promise<void> {
  await tx.updateTable('offices').set({ ...columnsOf(content), updated_at: now }).where('id', '=', id).execute();
}

/** Makes an office's windows these: those that stay keep their row, because other tables may refer to it. */
export async function replaceWindows(tx: DatabaseTransaction, officeId: number, wanted: OfficeContent['windows']): Promise<void> {
  const numbers = wanted.map(({ number }) => number);
  await sql`delete from window_counters where office_id = ${officeId} and number <> all(${numbers}::text[])`.execute(tx);
  if (wanted.length === 0) return;
  await sql`
    insert into window_counters (office_id, number, name, floor, sort_order)
    select ${officeId}::bigint, w.number, w.name, w.floor, w.sort_order
    from json_to_recordset(${JSON.stringify(wanted.map((window, index) => ({ ...window, sort_order: index + 1 })))}::json) as w (number text, name text, floor text, sort_order integer)
    on conflict (office_id, number) do update set name = excluded.name, floor = excluded.floor, sort_order = excluded.sort_order
      where (window_counters.name, window_counters.floor, window_counters.sort_order) is distinct from (excluded.name, excluded.floor, excluded.sort_order)`.execute(tx);
}

/** Guides that send people to this office, or to these windows of it; with some of their names. */
export async function findGuidesAt(tx: DatabaseTransaction, code: string, windowNumbers?: readonly string[]): Promise<{ count: number; names: string[] }> {
  const { rows } = await sql<{ count: number; names: string[] }>`
    select count(*)::int as count, coalesce((array_agg(g.name order by g.id))[1:5], '{}') as names
    from service_guides g
    where g.office_codes @> array[${code}::text]
      ${windowNumbers === undefined ? sql`` : sql`and exists (select from jsonb_array_elements(g.content -> 'places') p, jsonb_array_elements_text(coalesce(p -> 'windowNumbers', '[]')) n
        where p ->> 'officeCode' = ${code} and n = any(${windowNumbers}::text[]))`}`.execute(tx);
  return rows[0] ?? { count: 0, names: [] };
}

/** Puts an office before another, or last; offices that keep their place are not written. */
export async function placeOfficeBefore(tx: DatabaseTransaction, code: string, beforeCode: string | null): Promise<void> {
  const rows = await tx.selectFrom('offices').select(['id', 'code', 'sort_order']).orderBy('sort_order').orderBy('id').execute();
  const moved = rows.filter((row) => row.code === code);
  const others = rows.filter((row) => row.code !== code);
  const at = beforeCode === null ? -1 : others.findIndex((row) => row.code === beforeCode);
  const position = at < 0 ? others.length : at;
  const ordered = [...others.slice(0, position), ...moved, ...others.slice(position)].map((row, index) => ({ id: row.id, before: row.sort_order, sort_order: index + 1 }));
  const changed = ordered.filter((row) => row.before !== row.sort_order);
  if (changed.length === 0) return;
  await sql`update offices o set sort_order = c.sort_order from json_to_recordset(${JSON.stringify(changed)}::json) as c (id bigint, sort_order integer) where o.id = c.id`.execute(tx);
}
