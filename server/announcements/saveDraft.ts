import { isDeepStrictEqual } from 'node:util';
import { ApiError } from '../apiError';
import type { AnnouncementContent } from '../contract/announcementContent';
import type { SaveDraftBody } from '../contract/announcementDrafts';
import { draftFlow } from '../contract/announcementFlow';
import type { DatabaseTransaction } from '../database/database';
import { removalLabels } from '../richText/richText';
import { sanitiseHtml } from '../richText/sanitiseHtml';
import { findStaffFile } from '../staff/staffFiles';
import { tellApprovalIsVoid } from './announcementNotices';
import type { Announcing, By } from './announcing';
import { changedMeanwhile } from './changedMeanwhile';
import { addAuthor, lockDraft, type DraftRow } from './draftRepository';
import { refusalOf } from './flowRules';
import { addChange, addEvent, auditAct, findDraftEvents, isRepetition } from './history';
import { picturesIn } from './pictures';
import { requireDraft, stepTaker } from './takeDraftStep';

/**
 * Saves what changed in a draft. What was submitted or approved becomes a draft again.
 *
 * @returns what had to be taken out of the body, as sentences for the writer.
 * @throws ApiError `draft_not_found`, `not_allowed`, `step_not_possible`, `draft_changed_meanwhile`, `publish_time_passed`,
 *   `request_invalid`; RichTextError.
 */
export async function saveDraft(announcing: Announcing, by: By, draftId: string, body: SaveDraftBody): Promise<string[]> {
  const now = announcing.clock.now();
  const cleaned = body.changes.body === undefined ? undefined : sanitiseHtml(body.changes.body);
  const changes = { ...body.changes, ...(cleaned === undefined ? {} : { body: cleaned.html }) };
  await announcing.db.transaction().execute(async (tx) => {
    const draft = requireDraft((await lockDraft(tx, draftId))?.draft, by.staff);
    const refusal = refusalOf(draftFlow.edit, draft.status, await stepTaker(tx, by.staff, draft));
    if (refusal !== undefined) throw new ApiError(refusal);
    const applied = applyChanges(draft, { ...body, changes });
    const next = { ...applied, content: await withStoredFiles(tx, by, draft.content, applied.content) };
    const fields = changedFields(draft, next);
    if (draft.revision !== body.revision) {
      const isSameAgain = fields.length === 0 && draft.revision === body.revision + 1 && (await isRepetition(tx, draftId, draft.revision, 'edit', by.staff.staffId));
      if (isSameAgain) return;
      throw await changedMeanwhile(tx, announcing.encryption, draft, body.revision);
    }
    if (fields.length === 0) return;
    if (fields.includes('publishAt') && next.publishAt !== null && next.publishAt <= now) throw new ApiError('publish_time_passed');
    await writeEdit(tx, { draft, next, fields, by, now });
  });
  return (cleaned?.removed ?? []).map((removal) => `正文里去掉了${removalLabels[removal]}。`);
}

interface Editable {
  content: AnnouncementContent;
  publishAt: Date | null;
  correctionReason: string | null;
}

/** Pure: what the draft becomes. */
export function applyChanges(draft: Pick<DraftRow, 'content' | 'publish_at' | 'correction_reason' | 'base_version'>, { changes, removed, publishAt, correctionReason }: SaveDraftBody): Editable {
  if (correctionReason !== undefined && draft.base_version === 0) {
    throw new ApiError('request_invalid', { fieldErrors: [{ field: 'body.correctionReason', message: '只有更正稿才填更正原因。' }] });
  }
  const { pictures: _before, ...merged } = { ...draft.content, ...changes };
  const pictures = picturesIn(merged.body);
  const isGone = (field: string, value: unknown): boolean => (removed as readonly string[]).includes(field) || (Array.isArray(value) && value.length === 0);
  // Without optional fields it is still one; an empty list says what an absent one does.
  const kept = Object.fromEntries(Object.entries(merged).filter(([field, value]) => !isGone(field, value))) as AnnouncementContent;
  const content: AnnouncementContent = { ...kept, ...(pictures.length === 0 ? {} : { pictures }) };
  return {
    content,
    publishAt: publishAt === undefined ? draft.publish_at : publishAt === null ? null : new Date(publishAt),
    correctionReason: correctionReason ?? draft.correction_reason,
  };
}

function changedFields(draft: DraftRow, next: Editable): string[] {
  const names = new Set([...Object.keys(draft.content), ...Object.keys(next.content)]) as ReadonlySet<keyof AnnouncementContent>;
  const fields: string[] = [...names].filter((field) => field !== 'pictures' && !isDeepStrictEqual(draft.content[field], next.content[field]));
  if (draft.publish_at?.getTime() !== next.publishAt?.getTime()) fields.push('publishAt');
  if (draft.correction_reason !== next.correctionReason) fields.push('correctionReason');
  return fields;
}

/** Files that stood in the draft may stay; others must have been sent by whoever refers to them. Type and size are what was stored. */
async function withStoredFiles(tx: DatabaseTransaction, by: By, before: AnnouncementContent, content: AnnouncementContent): Promise<AnnouncementContent> {
  const known = new Map((before.attachments ?? []).map((attachment) => [attachment.hash, attachment]));
  const attachments: NonNullable<AnnouncementContent['attachments']> = [];
  for (const { hash, name } of content.attachments ?? []) {
    const stored = known.get(hash) ?? (await findStaffFile(tx, by.staff.staffId, 'attachment', hash));
    if (stored === undefined) throw notSent('attachments', `没有找到附件“${name}”，请重新上传。`);
    attachments.push({ hash, name, mediaType: stored.mediaType, byteSize: stored.byteSize });
  }
  for (const hash of content.pictures ?? []) {
    if (before.pictures?.includes(hash) !== true && (await findStaffFile(tx, by.staff.staffId, 'picture', hash)) === undefined) throw notSent('body', '正文里有没有上传过的图片，请重新插入。');
  }
  return { ...content, ...(attachments.length === 0 ? {} : { attachments }) };
}

const notSent = (field: string, message: string): ApiError => new ApiError('request_invalid', { fieldErrors: [{ field: `body.changes.${field}`, message }] });

interface Edit {
  draft: DraftRow;
  next: Editable;
  fields: readonly string[];
  by: By;
  now: Date;
}

async function writeEdit(tx: DatabaseTransaction, { draft, next, fields, by, now }: Edit): Promise<void> {
  const { staffId } = by.staff;
  const revision = draft.revision + 1;
  const { to } = draftFlow.edit;
  await tx
    .updateTable('announcement_drafts')
    .set({
      content: JSON.stringify(next.content),
      status: to,
      revision,
      updated_at: now,
      updated_by: staffId,
      publish_at: next.publishAt,
      correction_reason: next.correctionReason,
      approved_at: null,
      approved_by: null,
    })
    .where('id', '=', draft.id)
    .execute();
  await addAuthor(tx, draft.id, staffId, now);
  await addChange(tx, draft.id, revision, 'edit', by, fields, now);
  const last = (await findDraftEvents(tx, draft.id)).at(-1);
  // Saving goes on all the time: the timeline has one line for a person's stretch of writing, and one for each status that it ends.
  const goesOn = draft.status === to && last?.staff_id === staffId && (last.action === 'edit' || last.action === 'start' || last.action === 'correct');
  if (!goesOn) await addEvent(tx, { announcementId: draft.announcement_id, draftId: draft.id, action: 'edit', by }, now);
  await auditAct(
    tx,
    by,
    { action: 'edit_announcement_draft', objectKind: 'announcement_draft', objectId: draft.id, before: { status: draft.status, revision: draft.revision }, after: { status: to, revision, fields } },
    now,
  );
  if (draft.status === 'scheduled' && draft.approved_by !== null) await tellApprovalIsVoid(tx, draft, revision, draft.approved_by, now);
}
