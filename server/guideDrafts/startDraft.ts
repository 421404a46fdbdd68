import { randomUUID } from 'node:crypto';
import { ApiError } from '../apiError';
import type { NewGuideBody } from '../contract/guideDrafts';
import type { DatabaseTransaction } from '../database/database';
import type { FieldEncryption } from '../encryption/fieldEncryption';
import { findOpenDraftId, type PublishedGuide } from './guideDraftRepository';
import { openStatuses } from './guideDraftFlow';
import { lockMemberInOffice } from '../staff/lockMemberInOffice';
import { recordDraftStep, type DraftActor } from './recordDraftStep';

/**
 * The draft in which a guide is being changed: the one that is open, or a new one over what is published.
 *
 * @returns its id
 */
export async function takeUpDraft(tx: DatabaseTransaction, encryption: FieldEncryption, guide: PublishedGuide, actor: DraftActor): Promise<string> {
  await requireInOffice(tx, actor);
  const id = randomUUID();
  // Two who begin at once begin the same draft: the second waits here for the first.
  const begun = await tx
    .insertInto('guide_drafts')
    .values({
      id,
      guide_id: guide.id,
      implementation_code: guide.implementation_code,
      department_id: guide.department_id,
      base_version: guide.version,
      content: JSON.stringify(guide.content),
      status: 'draft',
      owner_id: actor.staffId,
      last_edited_by: null,
      created_at: actor.at,
      updated_at: actor.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (begun.numInsertedOrUpdatedRows === 1n) {
    await recordDraftStep(tx, encryption, actor, { draftId: id, action: 'start', revision: 1, after: { guide: String(guide.id), version: guide.version } });
    return id;
  }
  const open = await findOpenDraftId(tx, guide.id);
  // It was published or given up between the two statements.
  if (open === undefined) throw new ApiError('step_not_possible');
  return open;
}

/** Begins a guide that does not exist yet. @throws ApiError implementation_code_taken */
export async function startNewGuide(tx: DatabaseTransaction, encryption: FieldEncryption, id: string, body: NewGuideBody, actor: DraftActor): Promise<void> {
  const { implementationCode, departmentId, name, itemType } = body;
  await requireInOffice(tx, actor);
  await requireFreeCode(tx, implementationCode);
  const begun = await tx
    .insertInto('guide_drafts')
    .values({
      id,
      guide_id: null,
      implementation_code: implementationCode,
      department_id: Number(departmentId),
      base_version: null,
      content: JSON.stringify({ name, itemType, audiences: [] }),
      status: 'draft',
      owner_id: actor.staffId,
      last_edited_by: null,
      created_at: actor.at,
      updated_at: actor.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (begun.numInsertedOrUpdatedRows !== 1n) {
    const same = await tx.selectFrom('guide_drafts').where('id', '=', id).where('owner_id', '=', actor.staffId).select('id').executeTakeFirst();
    // Sent twice at the same moment: begun already.
    if (same === undefined) throw new ApiError('implementation_code_taken');
    return;
  }
  await recordDraftStep(tx, encryption, actor, { draftId: id, action: 'start', revision: 1, after: { implementationCode, department: departmentId } });
}

/** @throws ApiError implementation_code_taken when a guide or another open draft has it. */
async function requireFreeCode(tx: DatabaseTransaction, code: string): Promise<void> {
  const guide = await tx.selectFrom('service_guides').where('implementation_code', '=', code).select('id').executeTakeFirst();
  const draft = await tx.selectFrom('guide_drafts').where('implementation_code', '=', code).where('guide_id', 'is', null).where('status', 'in', openStatuses).select('id').executeTakeFirst();
  if (guide !== undefined || draft !== undefined) throw new ApiError('implementation_code_taken');
}

/** Whoever is leaving at this moment gets nothing that nobody would take over. */
async function requireInOffice(tx: DatabaseTransaction, { staffId }: DraftActor): Promise<void> {
  if (!(await lockMemberInOffice(tx, staffId))) throw new ApiError('not_allowed');
}
