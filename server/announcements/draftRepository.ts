import { sql } from 'kysely';
import type { AnnouncementContent } from '../contract/announcementContent';
import type { Database, DatabaseTransaction } from '../database/database';

export type DraftRow = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

export function selectDrafts(db: Database | DatabaseTransaction) {
  return db
    .selectFrom('announcement_drafts')
    .innerJoin('departments', 'departments.id', 'announcement_drafts.department_id')
    .selectAll('announcement_drafts')
    .select(['departments.name as department_name', sql<string>`announcement_drafts.updated_at::text`.as('updated_at_exactly')]);
}

export function findDraft(db: Database | DatabaseTransaction, id: string) {
  return selectDrafts(db).where('announcement_drafts.id', '=', id).executeTakeFirst();
}

/**
 * The draft and its announcement, held until the transaction ends. The announcement is always locked before its drafts, so that a
 * withdrawal and a publication wait for each other rather than for ever.
 */
export async function lockDraft(tx: DatabaseTransaction, id: string) {
  const found = await tx.selectFrom('announcement_drafts').where('id', '=', id).select('announcement_id').executeTakeFirst();
  if (found === undefined) return undefined;
  const announcement = await lockAnnouncement(tx, found.announcement_id);
  await tx.selectFrom('announcement_drafts').where('id', '=', id).select('id').forUpdate().execute();
  const draft = await findDraft(tx, id);
  return draft === undefined || announcement === undefined ? undefined : { draft, announcement };
}

export function lockAnnouncement(tx: DatabaseTransaction, id: number) {
  return tx.selectFrom('announcements').where('id', '=', id).select(['id', 'department_id', 'status', 'version', 'content', 'title', 'first_published_at']).forUpdate().executeTakeFirst();
}
export type LockedAnnouncement = NonNullable<Awaited<ReturnType<typeof lockAnnouncement>>>;

export async function findAuthorIds(db: Database | DatabaseTransaction, draftId: string): Promise<string[]> {
  const rows = await db.selectFrom('announcement_draft_authors').where('draft_id', '=', draftId).select('staff_id').execute();
  return rows.map((row) => row.staff_id);
}

export async function addAuthor(tx: DatabaseTransaction, draftId: string, staffId: string, now: Date): Promise<void> {
  await tx
    .insertInto('announcement_draft_authors')
    .values({ draft_id: draftId, staff_id: staffId, first_edited_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface NewDraft {
  id: string;
  announcementId: number;
  departmentId: number;
  content: AnnouncementContent;
  ownerId: string;
  baseVersion: number;
  correctionReason: string | null;
}

export async function insertDraft(tx: DatabaseTransaction, draft: NewDraft, now: Date): Promise<void> {
  await tx
    .insertInto('announcement_drafts')
    .values({
      id: draft.id,
      announcement_id: draft.announcementId,
      department_id: draft.departmentId,
      status: 'draft',
      content: JSON.stringify(draft.content),
      owner_id: draft.ownerId,
      base_version: draft.baseVersion,
      correction_reason: draft.correctionReason,
      created_at: now,
      updated_at: now,
      updated_by: draft.ownerId,
    })
    .execute();
  await addAuthor(tx, draft.id, draft.ownerId, now);
}
