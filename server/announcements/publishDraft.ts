import { ApiError } from '../apiError';
import type { AnnouncementContent } from '../contract/announcementContent';
import type { DraftAction } from '../contract/announcementFlow';
import type { DatabaseTransaction } from '../database/database';
import { tellFollowers, tellOwner } from './announcementNotices';
import type { By } from './announcing';
import type { DraftRow, LockedAnnouncement } from './draftRepository';
import { addChange, addEvent, auditAct } from './history';
import { takeIndexNumber } from './indexNumber';

/**
 * Makes the draft the newest version that the public reads: version, announcement, draft, event, audit entry and notices in the
 * caller's transaction, which holds the locks of both.
 *
 * @param by undefined: the clock.
 */
export async function publishDraft(tx: DatabaseTransaction, { draft, announcement }: { draft: DraftRow; announcement: LockedAnnouncement }, action: DraftAction, by: By | undefined, now: Date): Promise<void> {
  const stands = draft.base_version === announcement.version && (announcement.status === 'unpublished' || announcement.status === 'published');
  // One open draft an announcement, and a withdrawal discards it: nothing else can have come between.
  if (!stands) throw new ApiError('step_not_possible');
  const version = announcement.version + 1;
  const revision = draft.revision + 1;
  const content: AnnouncementContent = { ...draft.content, indexNumber: draft.content.indexNumber ?? (await takeIndexNumber(tx, draft.department_name, now)) };
  const document = JSON.stringify(content);
  try {
    await tx
      .updateTable('announcements')
      .set({ status: 'published', content: document, version, published_at: now, first_published_at: announcement.first_published_at ?? now })
      .where('id', '=', announcement.id)
      .execute();
  } catch (error) {
    if ((error as { constraint?: unknown }).constraint === 'announcements_by_index_number') throw new ApiError('index_number_taken', {}, { cause: error });
    throw error;
  }
  await tx.insertInto('announcement_versions').values({ announcement_id: announcement.id, version, content: document, published_at: now, correction_reason: draft.correction_reason }).execute();
  await tx
    .updateTable('announcement_drafts')
    .set({ status: 'published', content: document, revision, updated_at: now, ...(by === undefined ? {} : { approved_at: now, approved_by: by.staff.staffId }) })
    .where('id', '=', draft.id)
    .execute();
  await addEvent(tx, { announcementId: announcement.id, draftId: draft.id, action, by }, now);
  await addChange(tx, draft.id, revision, action, by, [], now);
  await auditAct(
    tx,
    by,
    { action: 'publish_announcement', objectKind: 'announcement', objectId: String(announcement.id), before: { version: announcement.version }, after: { version, draftId: draft.id, approvedBy: by?.staff.staffId ?? draft.approved_by } },
    now,
  );
  await tellOwner(tx, draft, revision, 'published', by?.staff.staffId, '', now);
  await tellFollowers(tx, draft, version, now);
}
