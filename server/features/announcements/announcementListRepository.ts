import { sql, type RawBuilder } from 'kysely';
import { exactCountLimit } from '../../contract/pagination';
import type { AnnouncementQuery } from '../../contract/announcements';
import type { Database } from '../../database/database';
import { isPointedOut } from '../../presenters/announcementNotices';
import { announcementSummaryColumns } from '../../presenters/announcementSummary';
import { yearInShanghai } from './announcementRules';

export type AnnouncementFilter = Pick<AnnouncementQuery, 'kind' | 'departmentId' | 'topic' | 'year' | 'guideId' | 'officeCode' | 'archived'>;

/** A key carries microseconds, which a JavaScript Date would lose. */
export type AnnouncementKey = readonly [publishedAt: string, id: number];

/** One page, newest first, after the given key, plus how many there are (counting stops past 1,000). */
export async function findAnnouncements(db: Database, filter: AnnouncementFilter, today: string, after: AnnouncementKey | undefined, limit: number) {
  const departments = filter.departmentId === undefined ? undefined : await findSubtree(db, Number(filter.departmentId));
  const asked = matching(filter, today);
  const onPage = after === undefined ? asked : sql`${asked} and (announcements.first_published_at, announcements.id) < (${after[0]}::timestamptz, ${after[1]}::bigint)`;
  const newestFirst = sql`order by announcements.first_published_at desc, announcements.id desc limit ${sql.lit(limit)}`;
  // The newest of each department come from its index: a department with few of them costs no more than one with all.
  const source =
    departments === undefined
      ? sql`select announcements.id from announcements where ${onPage} ${newestFirst}`
      : sql`select announcements.id from unnest(${departments}::bigint[]) as asked (id)
          cross join lateral (select announcements.id, announcements.first_published_at from announcements where announcements.department_id = asked.id and ${onPage} ${newestFirst}) as announcements
          ${newestFirst}`;
  const rows = await db
    .selectFrom('announcements')
    .innerJoin('departments', 'departments.id', 'announcements.department_id')
    .where(sql<boolean>`announcements.id in (${source})`)
    .select([...announcementSummaryColumns, sql<string>`announcements.first_published_at::text`.as('first_published_at_exactly')])
    .orderBy('announcements.first_published_at', 'desc')
    .orderBy('announcements.id', 'desc')
    .execute();
  const ofDepartments = departments === undefined ? sql`true` : sql`announcements.department_id = any(${departments}::bigint[])`;
  const counted = await sql<{ n: number }>`select count(*)::int as n from (select from announcements where ${asked} and ${ofDepartments} limit ${sql.lit(exactCountLimit + 1)}) as counted`.execute(db);
  return { rows, counted: counted.rows[0]?.n ?? 0 };
}

/** Every part is written so that one of the partial indexes of `announcements` answers it. */
function matching({ kind, topic, year, guideId, officeCode, archived = false }: AnnouncementFilter, today: string): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [archived ? sql`announcements.status = 'archived'` : sql`announcements.status = 'published'`];
  if (kind !== undefined) parts.push(sql`announcements.kind = ${kind}`);
  if (topic !== undefined) parts.push(sql`announcements.topics @> array[${topic}]::text[]`);
  if (year !== undefined) {
    const { from, until } = yearInShanghai(year);
    parts.push(sql`announcements.first_published_at >= ${from} and announcements.first_published_at < ${until}`);
  }
  if (guideId !== undefined) parts.push(sql`announcements.guide_ids @> array[${guideId}]::text[]`);
  if (officeCode !== undefined) parts.push(sql`announcements.office_codes @> array[${officeCode}]::text[]`);
  if (guideId !== undefined || officeCode !== undefined) parts.push(isPointedOut(today));
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** A department and all below it. */
async function findSubtree(db: Database, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`with recursive below as (
    select id from departments where id = ${id}
    union
    select d.id from departments d join below on d.parent_id = below.id
  ) select id from below`.execute(db);
  return rows.map((row) => row.id);
}
