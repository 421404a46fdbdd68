import { fingerprint, recordAudit, type AuditValues } from '../audit/recordAudit';
import type { GuideContentField } from '../contract/guideContent';
import type { DraftEventAction } from '../contract/guideDrafts';
import type { DatabaseTransaction } from '../database/database';
import type { FieldEncryption } from '../encryption/fieldEncryption';
import type { Actor } from '../staff/staffActor';

/** Who takes a step, for whom and from where, and when. */
export interface DraftActor {
  staffId: string;
  at: Date;
  /** As the audit trail names them. */
  by: Actor;
}

export interface DraftStepRecord {
  draftId: string;
  action: DraftEventAction;
  revision: number;
  reason?: string | undefined;
  fields?: readonly GuideContentField[];
  before?: AuditValues;
  after?: AuditValues;
}

/** Writes a step into the draft's timeline and into the audit trail, in the transaction that takes it. */
export async function recordDraftStep(tx: DatabaseTransaction, encryption: FieldEncryption, actor: DraftActor, step: DraftStepRecord): Promise<void> {
  const { draftId, action, revision, reason, fields = [], before, after } = step;
  if (action !== 'save' || !(await extendLastSave(tx, actor, step))) {
    await tx
      .insertInto('guide_draft_events')
      .values({ draft_id: draftId, action, staff_id: actor.staffId, at: actor.at, reason: reason ?? null, revision, fields: [...fields] })
      .execute();
  }
  await recordAudit(tx, {
    ...actor.by,
    action: `${action}_guide_draft`,
    objectKind: 'guide_draft',
    objectId: draftId,
    ...(before === undefined ? {} : { before }),
    after: { ...after, revision, ...(fields.length === 0 ? {} : { fields }), ...(reason === undefined ? {} : { reason: fingerprint(encryption, reason) }) },
    at: actor.at,
  });
}

/** Typing is saved every few seconds: what one person does in a row is one entry of the timeline. */
async function extendLastSave(tx: DatabaseTransaction, { staffId, at }: DraftActor, { draftId, revision, fields = [] }: DraftStepRecord): Promise<boolean> {
  const last = await tx.selectFrom('guide_draft_events').where('draft_id', '=', draftId).orderBy('id', 'desc').limit(1).selectAll().executeTakeFirst();
  if (last?.action !== 'save' || last.staff_id !== staffId) return false;
  await tx
    .updateTable('guide_draft_events')
    .set({ at, revision, fields: [...new Set([...last.fields, ...fields])] })
    .where('id', '=', last.id)
    .execute();
  return true;
}
