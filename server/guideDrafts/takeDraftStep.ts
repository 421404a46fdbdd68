import { ApiError } from '../apiError';
import type { DraftAction } from '../contract/guideDrafts';
import type { Database, DatabaseTransaction } from '../database/database';
import type { FieldEncryption } from '../encryption/fieldEncryption';
import type { StaffSession } from '../staff/staffSession';
import { draftFlow, refusalOf } from './guideDraftFlow';
import { maySeeGuides, standingOf } from './guideDraftPolicy';
import { lockDraft, type LockedDraft } from './guideDraftRepository';
import { recordDraftStep, type DraftActor } from './recordDraftStep';
import { tellOfStep } from './tellOfStep';

export interface Step {
  draftId: string;
  action: Exclude<DraftAction, 'save'>;
  /** Which change of the content was seen by whoever takes the step; giving up needs none. */
  revision?: number;
  reason?: string;
}

/** What a step does besides changing the status. What it returns goes into the draft's row and the record. */
export type StepEffect = (tx: DatabaseTransaction, draft: LockedDraft) => Promise<{ content?: string; base_version?: number; published_version?: number; guide_id?: number; field_marks?: string } | undefined>;

/**
 * Takes one step of the flow, in one transaction, and once: the same step again by the same person, because its answer was lost,
 * changes nothing and is no error.
 */
export async function takeDraftStep(db: Database, encryption: FieldEncryption, staff: StaffSession, actor: DraftActor, step: Step, effect?: StepEffect): Promise<void> {
  const { draftId, action, revision, reason } = step;
  await db.transaction().execute(async (tx) => {
    const draft = await lockDraft(tx, draftId);
    if (draft === undefined || !maySeeGuides(staff, draft.department_id)) throw new ApiError('draft_not_found');
    if (await isRepeated(tx, staff.staffId, step, draft)) return;
    const refusal = refusalOf(action, draft.status, standingOf(staff, draft));
    if (refusal !== undefined) throw new ApiError(refusal);
    if (revision !== undefined && revision !== draft.revision) throw new ApiError('draft_changed_meanwhile');
    const done = await effect?.(tx, draft);
    const status = draftFlow[action].leads[draft.status] ?? draft.status;
    const next = done?.content === undefined ? draft.revision : draft.revision + 1;
    await tx
      .updateTable('guide_drafts')
      .set({ status, revision: next, updated_at: actor.at, ...done, ...(action === 'submit' ? { submitted_by: actor.staffId } : {}), ...(action === 'take_over' ? { last_edited_by: actor.staffId } : {}) })
      .where('id', '=', draftId)
      .execute();
    await recordDraftStep(tx, encryption, actor, {
      draftId,
      action,
      revision: next,
      reason,
      before: { status: draft.status },
      after: { status, ...(done?.published_version === undefined ? {} : { version: done.published_version }) },
    });
    await tellOfStep(tx, draft, action, actor);
  });
}

async function isRepeated(tx: DatabaseTransaction, staffId: string, { action, revision, reason }: Step, draft: LockedDraft): Promise<boolean> {
  const last = await tx.selectFrom('guide_draft_events').where('draft_id', '=', draft.id).orderBy('id', 'desc').limit(1).selectAll().executeTakeFirst();
  if (last?.action !== action || last.staff_id !== staffId) return false;
  // Taking over makes a revision of its own.
  return (revision === undefined || last.revision === revision || (action === 'take_over' && last.revision === revision + 1)) && last.reason === (reason ?? null);
}
