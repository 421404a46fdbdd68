import { ApiError } from '../apiError';
import type { DraftStep, DraftStepBody } from '../contract/announcementDrafts';
import { draftFlow, type FlowStep } from '../contract/announcementFlow';
import type { DatabaseTransaction } from '../database/database';
import { countsAsAuthor, mayReadAnnouncementsOf, rolesIn } from '../staff/announcementPolicy';
import type { StaffSession } from '../staff/staffSession';
import { tellApprovers, tellOwner } from './announcementNotices';
import type { Announcing, By } from './announcing';
import { checkAnnouncement } from './checkAnnouncement';
import { changedMeanwhile } from './changedMeanwhile';
import { findAuthorIds, findDraft, lockDraft, type DraftRow } from './draftRepository';
import { refusalOf, type StepTaker } from './flowRules';
import { addChange, addEvent, auditAct, isRepetition } from './history';
import { publishDraft } from './publishDraft';

/** @throws ApiError `draft_not_found`, also for a draft of a department that is not the member's. */
export function requireDraft(draft: DraftRow | undefined, staff: StaffSession): DraftRow {
  if (draft === undefined || !mayReadAnnouncementsOf(staff, draft.department_id)) throw new ApiError('draft_not_found');
  return draft;
}

export async function stepTaker(db: Announcing['db'] | DatabaseTransaction, staff: StaffSession, draft: DraftRow): Promise<StepTaker> {
  return { roles: rolesIn(staff, draft.department_id), hasWritten: countsAsAuthor(staff, [draft.owner_id, ...(await findAuthorIds(db, draft.id))]) };
}

/**
 * Takes a step of a draft's life: the flow says whether it may be taken and where it leads, and everything that follows from it is
 * in one transaction.
 *
 * @throws ApiError `draft_not_found`, `not_allowed`, `approval_needs_another`, `draft_changed_meanwhile`, `step_not_possible`,
 *   `announcement_has_faults`, `publish_time_passed`, `index_number_taken`, `request_invalid`.
 */
export async function takeDraftStep(announcing: Announcing, by: By, draftId: string, action: DraftStep, body: DraftStepBody): Promise<void> {
  const step: FlowStep = draftFlow[action];
  const { db } = announcing;
  const seen = requireDraft(await findDraft(db, draftId), by.staff);
  // Found out before anything is locked, for the revision that is asked for; below it must still be that.
  const isTried = step.checked === true && seen.revision === body.revision && refusalOf(step, seen.status, await stepTaker(db, by.staff, seen)) === undefined;
  if (isTried) await refuseFaults(announcing, seen);
  const now = announcing.clock.now();
  await db.transaction().execute(async (tx) => {
    const locked = await lockDraft(tx, draftId);
    const draft = requireDraft(locked?.draft, by.staff);
    const refusal = refusalOf(step, draft.status, await stepTaker(tx, by.staff, draft));
    if (refusal !== undefined && refusal !== 'step_not_possible') throw new ApiError(refusal);
    if (draft.revision === body.revision + 1 && draft.status === step.to && (await isRepetition(tx, draftId, draft.revision, action, by.staff.staffId))) return;
    if (draft.revision !== body.revision) throw await changedMeanwhile(tx, announcing.encryption, draft, body.revision);
    if (refusal !== undefined || locked === undefined) throw new ApiError('step_not_possible');
    if (step.reason === true && body.reason === undefined) throw missing('reason', '请写明原因。');
    if (step.to === 'published') return publishDraft(tx, { draft, announcement: locked.announcement }, action, by, now);
    await moveDraft(tx, announcing, { draft, action, by, body, now });
  });
}

const missing = (field: string, message: string): ApiError => new ApiError('request_invalid', { fieldErrors: [{ field: `body.${field}`, message }] });

async function refuseFaults(announcing: Announcing, draft: DraftRow): Promise<void> {
  const faults = (await checkAnnouncement(announcing, draft)).filter(({ severity }) => severity === 'fault');
  if (faults.length > 0) throw new ApiError('announcement_has_faults', { fieldErrors: faults.map(({ field, message }) => ({ field, message })) });
}

interface Move {
  draft: DraftRow;
  action: DraftStep;
  by: By;
  body: DraftStepBody;
  now: Date;
}

async function moveDraft(tx: DatabaseTransaction, announcing: Announcing, { draft, action, by, body, now }: Move): Promise<void> {
  const revision = draft.revision + 1;
  const { staffId } = by.staff;
  const isApproval = action === 'approve_for_later';
  const publishAt = isApproval ? readTime(body, draft, now) : draft.publish_at;
  await tx
    .updateTable('announcement_drafts')
    .set({
      status: draftFlow[action].to,
      revision,
      updated_at: now,
      publish_at: publishAt,
      approved_at: isApproval ? now : null,
      approved_by: isApproval ? staffId : null,
      ...(action === 'submit' ? { submitted_at: now } : {}),
    })
    .where('id', '=', draft.id)
    .execute();
  await addEvent(tx, { announcementId: draft.announcement_id, draftId: draft.id, action, by, note: body.reason }, now);
  await addChange(tx, draft.id, revision, action, by, [], now);
  await auditAct(
    tx,
    by,
    {
      action: `${action}_announcement_draft`,
      objectKind: 'announcement_draft',
      objectId: draft.id,
      before: { status: draft.status, revision: draft.revision },
      after: { status: draftFlow[action].to, revision, ...(isApproval ? { publishAt: publishAt?.toISOString() ?? null } : {}) },
    },
    now,
  );
  if (action === 'submit') await tellApprovers(tx, draft, revision, now);
  if (action === 'return' || action === 'approve_for_later') await tellOwner(tx, draft, revision, action, staffId, body.reason ?? '', now);
  if (isApproval && publishAt !== null) await announcing.schedulePublication(tx, publishAt);
}

function readTime({ publishAt }: DraftStepBody, draft: DraftRow, now: Date): Date {
  const at = publishAt === undefined ? draft.publish_at : new Date(publishAt);
  if (at === null) throw missing('publishAt', '请填写什么时候发布。');
  if (at <= now) throw new ApiError('publish_time_passed');
  return at;
}
