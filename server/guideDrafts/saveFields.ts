import { ApiError } from '../apiError';
import type { FieldError } from '../contract/errors';
import type { GuideContentField } from '../contract/guideContent';
import type { SaveDraftBody } from '../contract/guideDrafts';
import type { Database, DatabaseTransaction } from '../database/database';
import type { FieldMarks } from '../database/tables/guideDrafts';
import type { FieldEncryption } from '../encryption/fieldEncryption';
import { guideFieldLabels } from '../guideFields/labels';
import { findStaffNames, type StaffNames } from '../staff/staffNames';
import type { StaffSession } from '../staff/staffSession';
import { referenceProblems } from './checkReferences';
import { problemsOf } from './checkFields';
import { draftFlow, refusalOf } from './guideDraftFlow';
import { maySeeGuides, standingOf } from './guideDraftPolicy';
import { findPublished, lockDraft } from './guideDraftRepository';
import { fieldsInConflict, fieldsThatDiffer, withChanges } from './mergeFields';
import { recordDraftStep, type DraftActor } from './recordDraftStep';

/**
 * Saves the changed fields of a draft. Two people may write in different fields at once; a field that somebody else changed since
 * the sender last looked is not overwritten. What is saved twice changes nothing the second time.
 *
 * @throws ApiError request_invalid with what is wrong at which field, draft_changed_meanwhile with who changed which field
 */
export async function saveFields(db: Database, encryption: FieldEncryption, staff: StaffSession, actor: DraftActor, draftId: string, { revision, changes }: SaveDraftBody): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const draft = await lockDraft(tx, draftId);
    if (draft === undefined || !maySeeGuides(staff, draft.department_id)) throw new ApiError('draft_not_found');
    const refusal = refusalOf('save', draft.status, standingOf(staff, draft));
    if (refusal !== undefined) throw new ApiError(refusal);
    refuse(problemsOf(changes));
    const fields = fieldsThatDiffer(draft.content, changes);
    if (fields.length === 0) return;
    const conflicts = fieldsInConflict(fields, draft.field_marks, revision);
    if (conflicts.length > 0) throw new ApiError('draft_changed_meanwhile', { fieldErrors: describeConflicts(conflicts, draft.field_marks, await namesIn(tx, encryption, draft.field_marks)) });
    const content = withChanges(draft.content, changes);
    const published = draft.guide_id === null ? undefined : await findPublished(tx, draft.guide_id);
    refuse(await referenceProblems(tx, content, [draft.content, ...(published === undefined ? [] : [published.content])]));
    const next = draft.revision + 1;
    const mark = { revision: next, staffId: actor.staffId, at: actor.at.toISOString() };
    const status = draftFlow.save.leads[draft.status] ?? draft.status;
    await tx
      .updateTable('guide_drafts')
      .set({
        content: JSON.stringify(content),
        revision: next,
        status,
        field_marks: JSON.stringify({ ...draft.field_marks, ...Object.fromEntries(fields.map((field) => [field, mark])) }),
        last_edited_by: actor.staffId,
        updated_at: actor.at,
      })
      .where('id', '=', draftId)
      .execute();
    await recordDraftStep(tx, encryption, actor, { draftId, action: 'save', revision: next, fields, ...(status === draft.status ? {} : { before: { status: draft.status }, after: { status } }) });
  });
}

function refuse(fieldErrors: FieldError[]): void {
  if (fieldErrors.length > 0) throw new ApiError('request_invalid', { fieldErrors });
}

const namesIn = (tx: DatabaseTransaction, encryption: FieldEncryption, marks: FieldMarks) =>
  findStaffNames(tx, encryption, Object.values(marks).map(({ staffId }) => staffId));

function describeConflicts(fields: readonly GuideContentField[], marks: FieldMarks, names: StaffNames): FieldError[] {
  return fields.map((field) => ({ field: `changes.${field}`, message: `${names(marks[field]?.staffId ?? '').name || '别人'}刚改过“${guideFieldLabels[field]}”。` }));
}
