import { sql } from 'kysely';
import { selectDrafts } from '../../announcements/draftRepository';
import type { AnnouncementContent, AnnouncementKind } from '../../contract/announcementContent';
import type { AnnouncementStatus, DraftStatus } from '../../contract/announcementFlow';
import { exactCountLimit } from '../../contract/pagination';
import type { Database } from '../../database/database';

const settled: readonly DraftStatus[] = ['published', 'discarded'];

export interface DraftFilter {
  /** Only of these departments. */
  departmentIds: readonly number[];
  ownerId?: string;
  /** Only those in which none of these has written. */
  notBy?: readonly string[];
  /** Absent: whatever is not settled. */
  status?: DraftStatus;
}

/** The latest touched first. */
export async function findDrafts(db: Database, { departmentIds, ownerId, notBy, status }: DraftFilter, after: readonly [string, string] | undefined, limit: number) {
  const wanted = selectDrafts(db)
    .where(sql<boolean>`announcement_drafts.department_id = any(${departmentIds}::bigint[])`)
    .$if(ownerId !== undefined, (query) => query.where('owner_id', '=', ownerId ?? ''))
    .$if(notBy !== undefined, (query) =>
      query.where(sql<boolean>`not exists (select from announcement_draft_authors a where a.draft_id = announcement_drafts.id and a.staff_id = any(${notBy ?? []}::uuid[]))`),
    )
    .where((eb) => (status === undefined ? eb('status', 'not in', settled) : eb('status', '=', status)));
  const rows = await wanted
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(announcement_drafts.updated_at, announcement_drafts.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('announcement_drafts.updated_at', 'desc')
    .orderBy('announcement_drafts.id', 'desc')
    .limit(limit)
    .execute();
  const { n } = await db
    .selectFrom(
      wanted
        .clearSelect()
        .select('announcement_drafts.id')
        .limit(exactCountLimit + 1)
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: n };
}

export interface StaffAnnouncementRow {
  id: number;
  department_id: number;
  department_name: string;
  status: AnnouncementStatus;
  content: AnnouncementContent;
  version: number;
  first_published_at: Date;
  published_exactly: string;
  withdrawal_reason: string | null;
  open_draft_id: string | null;
}

function selectAnnouncements(db: Database) {
  return db
    .selectFrom('announcements')
    .innerJoin('departments', 'departments.id', 'announcements.department_id')
    .leftJoin('announcement_drafts as d', (join) => join.onRef('d.announcement_id', '=', 'announcements.id').on('d.status', 'not in', settled))
    .where('announcements.version', '>', 0)
    .select([
      'announcements.id',
      'announcements.department_id',
      'departments.name as department_name',
      'announcements.status',
      'announcements.version',
      'announcements.withdrawal_reason',
      'd.id as open_draft_id',
      sql<string>`first_published_at::text`.as('published_exactly'),
    ])
    // A version above 0 has both.
    .select((eb) => [eb.ref('announcements.content').$castTo<AnnouncementContent>().as('content'), eb.ref('announcements.first_published_at').$castTo<Date>().as('first_published_at')]);
}

export interface AnnouncementFilter {
  departmentIds: readonly number[];
  status?: AnnouncementStatus;
  kind?: AnnouncementKind;
  title?: string;
}

/** The newest first. */
export async function findStaffAnnouncements(db: Database, { departmentIds, status, kind, title }: AnnouncementFilter, after: readonly [string, number] | undefined, limit: number) {
  const wanted = selectAnnouncements(db)
    .where(sql<boolean>`announcements.department_id = any(${departmentIds}::bigint[])`)
    .$if(status !== undefined, (query) => query.where('announcements.status', '=', status ?? 'published'))
    .$if(kind !== undefined, (query) => query.where('announcements.kind', '=', kind ?? null))
    .$if(title !== undefined, (query) => query.where(sql<boolean>`position(lower(${title ?? ''}) in lower(announcements.title)) > 0`));
  const rows: StaffAnnouncementRow[] = await wanted
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(first_published_at, announcements.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::bigint)`))
    .orderBy('first_published_at', 'desc')
    .orderBy('announcements.id', 'desc')
    .limit(limit)
    .execute();
  const { n } = await db
    .selectFrom(
      wanted
        .clearSelect()
        .select('announcements.id')
        .limit(exactCountLimit + 1)
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: n };
}

export function findStaffAnnouncement(db: Database, id: number): Promise<StaffAnnouncementRow | undefined> {
  return selectAnnouncements(db).where('announcements.id', '=', id).executeTakeFirst();
}
