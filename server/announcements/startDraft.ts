import { ApiError } from '../apiError';
import type { AnnouncementContent } from '../contract/announcementContent';
import type { StartDraftBody } from '../contract/announcementDrafts';
import { announcementFlow, draftFlow } from '../contract/announcementFlow';
import type { DatabaseTransaction } from '../database/database';
import { sanitiseHtml } from '../richText/sanitiseHtml';
import { mayReadAnnouncementsOf, rolesIn } from '../staff/announcementPolicy';
import { lockMemberInOffice } from '../staff/lockMemberInOffice';
import type { Announcing, By } from './announcing';
import { insertDraft, lockAnnouncement, type NewDraft } from './draftRepository';
import { refusalOf } from './flowRules';
import { addChange, addEvent, auditAct } from './history';

/**
 * Starts a new announcement. Called again with the same id by the same person it changes nothing.
 *
 * @throws ApiError `not_allowed`, `draft_exists` for somebody else's id; RichTextError.
 */
export async function startDraft(announcing: Announcing, by: By, draftId: string, { departmentId: department, kind, title = '', body = '' }: StartDraftBody): Promise<void> {
  const departmentId = Number(department);
  if (refusalOf(draftFlow.edit, 'draft', { roles: rolesIn(by.staff, departmentId), hasWritten: false }) !== undefined) throw new ApiError('not_allowed');
  // Pictures come with saving, where it is asked who sent them.
  const content: AnnouncementContent = { kind, title, body: sanitiseHtml(body.replace(/<img\b[^>]*>/giu, '')).html };
  const now = announcing.clock.now();
  await onceUnlessThere(announcing, async (tx) => {
    if (await isThere(tx, by, draftId)) return;
    const { id: announcementId } = await tx.insertInto('announcements').values({ department_id: departmentId, created_at: now }).returning('id').executeTakeFirstOrThrow();
    await start(tx, by, { id: draftId, announcementId, departmentId, content, ownerId: by.staff.staffId, baseVersion: 0, correctionReason: null }, 'start', now);
  });
}

/**
 * Starts the correction of what is public: a draft with the public text. Called again with the same id it changes nothing.
 *
 * @throws ApiError `announcement_not_found`, `not_allowed`, `step_not_possible`, `correction_open`, `draft_exists`.
 */
export async function startCorrection(announcing: Announcing, by: By, announcementId: number, draftId: string, reason: string): Promise<void> {
  const now = announcing.clock.now();
  await onceUnlessThere(announcing, async (tx) => {
    const announcement = await lockAnnouncement(tx, announcementId);
    if (announcement === undefined || announcement.content === null || !mayReadAnnouncementsOf(by.staff, announcement.department_id)) throw new ApiError('announcement_not_found');
    const refusal = refusalOf(announcementFlow.correct, announcement.status, { roles: rolesIn(by.staff, announcement.department_id), hasWritten: false });
    if (refusal === 'not_allowed') throw new ApiError(refusal);
    if (await isThere(tx, by, draftId, announcementId)) return;
    if (refusal !== undefined) throw new ApiError(refusal);
    if ((await findOpenDraft(tx, announcementId)) !== undefined) throw new ApiError('correction_open');
    await start(
      tx,
      by,
      { id: draftId, announcementId, departmentId: announcement.department_id, content: announcement.content, ownerId: by.staff.staffId, baseVersion: announcement.version, correctionReason: reason },
      'correct',
      now,
    );
  });
}

export function findOpenDraft(tx: DatabaseTransaction, announcementId: number) {
  return tx.selectFrom('announcement_drafts').where('announcement_id', '=', announcementId).where('status', 'not in', ['published', 'discarded']).select(['id', 'revision', 'status']).executeTakeFirst();
}

/** @throws ApiError `draft_exists` when the id is taken by another draft or person. */
async function isThere(tx: DatabaseTransaction, by: By, draftId: string, announcementId?: number): Promise<boolean> {
  const draft = await tx.selectFrom('announcement_drafts').where('id', '=', draftId).select(['owner_id', 'announcement_id', 'base_version']).executeTakeFirst();
  if (draft === undefined) return false;
  const isSame = draft.owner_id === by.staff.staffId && (announcementId === undefined ? draft.base_version === 0 : draft.announcement_id === announcementId && draft.base_version > 0);
  if (!isSame) throw new ApiError('draft_exists');
  return true;
}

async function start(tx: DatabaseTransaction, by: By, draft: NewDraft, action: 'start' | 'correct', now: Date): Promise<void> {
  // It is theirs from now on: nothing is given to one who is leaving.
  if (!(await lockMemberInOffice(tx, draft.ownerId))) throw new ApiError('not_allowed');
  await insertDraft(tx, draft, now);
  await addEvent(tx, { announcementId: draft.announcementId, draftId: draft.id, action, by, note: draft.correctionReason ?? undefined }, now);
  await addChange(tx, draft.id, 1, action, by, Object.keys(draft.content), now);
  await auditAct(
    tx,
    by,
    {
      action: action === 'start' ? 'start_announcement_draft' : 'start_announcement_correction',
      objectKind: 'announcement_draft',
      objectId: draft.id,
      after: { announcementId: String(draft.announcementId), departmentId: String(draft.departmentId), kind: draft.content.kind, baseVersion: draft.baseVersion },
    },
    now,
  );
}

/** Of two calls with one id at the same time the second finds, once more, what the first has made. */
async function onceUnlessThere(announcing: Announcing, work: (tx: DatabaseTransaction) => Promise<void>): Promise<void> {
  try {
    await announcing.db.transaction().execute(work);
  } catch (error) {
    if ((error as { code?: unknown }).code !== '23505') throw error;
    await announcing.db.transaction().execute(work);
  }
}
