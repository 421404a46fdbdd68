import { sql } from 'kysely';
import type { Database } from '../../database/database';
import { announcementSummaryColumns, type AnnouncementSummaryRow } from '../../presenters/announcementSummary';

/** Unless it was never published. */
export async function findAnnouncement(db: Database, id: number) {
  return db
    .selectFrom('announcements')
    .innerJoin('departments', 'departments.id', 'announcements.department_id')
    .where('announcements.id', '=', id)
    .where('announcements.status', '<>', 'unpublished')
    .select([
      'announcements.id',
      'announcements.department_id',
      'departments.name as department_name',
      'announcements.status',
      'announcements.content',
      'announcements.version',
      'announcements.first_published_at',
      'announcements.published_at',
      'announcements.withdrawn_at',
      'announcements.withdrawal_reason',
      'announcements.archived_at',
      'announcements.topics',
      'announcements.guide_ids',
      'announcements.office_codes',
      'announcements.explained_ids',
    ])
    .executeTakeFirst();
}

export type AnnouncementRow = NonNullable<Awaited<ReturnType<typeof findAnnouncement>>>;

/** The public change log, newest first, without the texts. */
export async function findChanges(db: Database, id: number) {
  return db
    .selectFrom('announcement_versions')
    .where('announcement_id', '=', id)
    .select(['version', 'published_at', 'correction_reason'])
    .orderBy('version', 'desc')
    .execute();
}

/** An earlier or the current version, and when the next one took its place. */
export async function findVersion(db: Database, id: number, version: number) {
  return db
    .selectFrom('announcement_versions as read')
    .leftJoin('announcement_versions as next', (join) => join.onRef('next.announcement_id', '=', 'read.announcement_id').on(sql`next.version`, '=', sql`read.version + 1`))
    .where('read.announcement_id', '=', id)
    .where('read.version', '=', version)
    .select(['read.version', 'read.published_at', 'read.correction_reason', 'read.content', 'next.published_at as replaced_at'])
    .executeTakeFirst();
}

export async function findGuides(db: Database, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('service_guides').where('id', 'in', ids.map(Number)).where('status', '<>', 'cancelled').select(['id', 'name']).execute();
  return inOrderOf(ids, rows, ({ id }) => String(id));
}

export async function findOffices(db: Database, codes: readonly string[]) {
  if (codes.length === 0) return [];
  const rows = await db.selectFrom('offices').where('code', 'in', codes).select(['code', 'name']).execute();
  return inOrderOf(codes, rows, ({ code }) => code);
}

export async function findTopics(db: Database, codes: readonly string[]) {
  if (codes.length === 0) return [];
  const rows = await db.selectFrom('topics').where('code', 'in', codes).select(['code', 'name']).execute();
  return inOrderOf(codes, rows, ({ code }) => code);
}

const refColumns = ['id', 'kind', 'title', 'first_published_at'] as const;

/** What it refers to, as far as that can be read. */
export async function findReferredTo(db: Database, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('announcements').where('id', 'in', ids.map(Number)).where('status', 'in', ['published', 'archived']).select(refColumns).execute();
  return inOrderOf(ids, rows, ({ id }) => String(id));
}

/** What explains it, newest first; nobody reads more than a few. */
export async function findExplaining(db: Database, id: number) {
  return db
    .selectFrom('announcements')
    .where(sql<boolean>`explained_ids @> array[${String(id)}]::text[]`)
    .where(sql<boolean>`status = 'published'`)
    .select(refColumns)
    .orderBy('first_published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
}

/** The announcements of these ids in their order, as they stand now; those that are gone or withdrawn are left out. */
export async function findFound(db: Database, ids: readonly string[]): Promise<AnnouncementSummaryRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('announcements')
    .innerJoin('departments', 'departments.id', 'announcements.department_id')
    .where(sql<boolean>`announcements.id = any(${ids.map(Number)}::bigint[])`)
    .where('announcements.status', 'in', ['published', 'archived'])
    .select(announcementSummaryColumns)
    .execute();
  return inOrderOf(ids, rows, ({ id }) => String(id));
}

function inOrderOf<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}
