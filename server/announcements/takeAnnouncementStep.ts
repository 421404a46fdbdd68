import { ApiError } from '../apiError';
import type { AnnouncementStep, AnnouncementStepBody } from '../contract/announcementDrafts';
import { announcementFlow, type FlowStep } from '../contract/announcementFlow';
import type { DatabaseTransaction } from '../database/database';
import { mayReadAnnouncementsOf, rolesIn } from '../staff/announcementPolicy';
import type { Announcing, By } from './announcing';
import { lockAnnouncement, type LockedAnnouncement } from './draftRepository';
import { refusalOf } from './flowRules';
import { addChange, addEvent, auditAct, findAnnouncementEvents } from './history';
import { findOpenDraft } from './startDraft';

/**
 * Withdraws what is public, archives it or takes it out of the archive, in one transaction.
 *
 * @throws ApiError `announcement_not_found`, `not_allowed`, `step_not_possible`, `correction_open`, `request_invalid`.
 */
export async function takeAnnouncementStep(announcing: Announcing, by: By, announcementId: number, action: AnnouncementStep, { reason }: AnnouncementStepBody): Promise<void> {
  const step: FlowStep = announcementFlow[action];
  const now = announcing.clock.now();
  await announcing.db.transaction().execute(async (tx) => {
    const announcement = await lockAnnouncement(tx, announcementId);
    if (announcement === undefined || announcement.version === 0 || !mayReadAnnouncementsOf(by.staff, announcement.department_id)) throw new ApiError('announcement_not_found');
    const refusal = refusalOf(step, announcement.status, { roles: rolesIn(by.staff, announcement.department_id), hasWritten: false });
    if (refusal !== undefined && refusal !== 'step_not_possible') throw new ApiError(refusal);
    if (step.reason === true && reason === undefined) throw new ApiError('request_invalid', { fieldErrors: [{ field: 'body.reason', message: '请写明原因，群众会看到。' }] });
    if (announcement.status === step.to && (await isLastEvent(tx, announcementId, action, by, reason))) return;
    if (refusal !== undefined) throw new ApiError(refusal);
    await seeToCorrection(tx, by, announcement, action, now);
    await tx
      .updateTable('announcements')
      .set({
        status: announcementFlow[action].to,
        withdrawn_at: action === 'withdraw' ? now : null,
        withdrawal_reason: action === 'withdraw' ? (reason ?? null) : null,
        archived_at: action === 'archive' ? now : null,
      })
      .where('id', '=', announcementId)
      .execute();
    await addEvent(tx, { announcementId, draftId: null, action, by, note: reason }, now);
    await auditAct(
      tx,
      by,
      { action: `${action}_announcement`, objectKind: 'announcement', objectId: String(announcementId), before: { status: announcement.status }, after: { status: announcementFlow[action].to, reason: reason ?? null } },
      now,
    );
  });
}

/** The same call again, because its answer was lost. */
async function isLastEvent(tx: DatabaseTransaction, announcementId: number, action: string, by: By, reason: string | undefined): Promise<boolean> {
  const last = (await findAnnouncementEvents(tx, announcementId)).at(-1);
  return last?.action === action && last.staff_id === by.staff.staffId && last.note === (reason ?? null);
}

/** A withdrawal cannot wait for a correction that is being written, and a correction of what is withdrawn has no place to appear. */
async function seeToCorrection(tx: DatabaseTransaction, by: By, announcement: LockedAnnouncement, action: AnnouncementStep, now: Date): Promise<void> {
  const correction = await findOpenDraft(tx, announcement.id);
  if (correction === undefined) return;
  if (action !== 'withdraw') throw new ApiError('correction_open');
  const revision = correction.revision + 1;
  await tx.updateTable('announcement_drafts').set({ status: 'discarded', revision, updated_at: now, approved_at: null, approved_by: null }).where('id', '=', correction.id).execute();
  await addEvent(tx, { announcementId: announcement.id, draftId: correction.id, action: 'discard', by, note: '公告已撤回，更正稿随之作废' }, now);
  await addChange(tx, correction.id, revision, 'discard', by, [], now);
  await auditAct(tx, by, { action: 'discard_announcement_draft', objectKind: 'announcement_draft', objectId: correction.id, before: { status: correction.status }, after: { status: 'discarded' } }, now);
}
