import { sql } from 'kysely';
import { ApiError } from '../apiError';
import { recordAudit } from '../audit/recordAudit';
import type { TakeOverBody } from '../contract/guideDrafts';
import type { DatabaseTransaction } from '../database/database';
import { closeReportOnce } from '../staff/closeReportOnce';
import { checkDraft } from './draftFindings';
import { findPublished, findVersion, type LockedDraft, type PublishedGuide } from './guideDraftRepository';
import { fieldsBetween, takeOver } from './mergeFields';
import type { DraftActor } from './recordDraftStep';
import type { StepEffect } from './takeDraftStep';

/** @throws ApiError guide_changed_meanwhile when something was published since the draft began or took over. */
async function publishedUnder(tx: DatabaseTransaction, draft: LockedDraft): Promise<PublishedGuide | undefined> {
  if (draft.guide_id === null) return undefined;
  const published = await findPublished(tx, draft.guide_id);
  if (published === undefined) throw new ApiError('guide_not_found');
  if (published.version !== draft.base_version) throw new ApiError('guide_changed_meanwhile');
  return published;
}

function requireNoBlockingFinding(draft: LockedDraft, published: PublishedGuide | undefined): void {
  const blocking = checkDraft(draft.content, published?.content).findings.filter(({ isBlocking }) => isBlocking);
  if (blocking.length > 0) throw new ApiError('guide_faults_remain', { fieldErrors: blocking.map(({ field, message }) => ({ field: `content.${field}`, message })) });
}

/** Before somebody else is asked to look at it, what a machine can find is mended. */
export const checkForSubmission: StepEffect = async (tx, draft) => {
  requireNoBlockingFinding(draft, await publishedUnder(tx, draft));
  return undefined;
};

/** Writes the guide. Its next version, the search and the kept replies follow from the tables' triggers. */
export function publishTo(actor: DraftActor): StepEffect {
  return async (tx, draft) => {
    // An import locks the table before it writes rows: in the same order neither can wait for the other.
    await sql`lock table service_guides in row exclusive mode`.execute(tx);
    if (draft.guide_id !== null) await tx.selectFrom('service_guides').where('id', '=', draft.guide_id).select('id').forUpdate().execute();
    const published = await publishedUnder(tx, draft);
    requireNoBlockingFinding(draft, published);
    const written = published === undefined ? await insertGuide(tx, draft, actor.at) : await updateGuide(tx, published, draft, actor.at);
    await recordAudit(tx, {
      ...actor.by,
      action: 'publish_guide',
      objectKind: 'service_guide',
      objectId: String(written.id),
      before: { version: published?.version ?? null },
      after: { version: written.version, fields: fieldsBetween(published?.content ?? {}, draft.content), draft: draft.id },
      at: actor.at,
    });
    await closeAnsweredReports(tx, draft, actor);
    return { published_version: written.version, guide_id: written.id };
  };
}

async function insertGuide(tx: DatabaseTransaction, draft: LockedDraft, at: Date) {
  const written = await tx
    .insertInto('service_guides')
    .values({ implementation_code: draft.implementation_code, department_id: draft.department_id, content: JSON.stringify(draft.content), created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.column('implementation_code').doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (written === undefined) throw new ApiError('implementation_code_taken');
  return written;
}

async function updateGuide(tx: DatabaseTransaction, published: PublishedGuide, draft: LockedDraft, at: Date) {
  return tx
    .updateTable('service_guides')
    .set({ content: JSON.stringify(draft.content), updated_at: at })
    .where('id', '=', published.id)
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
}

/** Those that the editor wanted closed with it, and that nobody closed meanwhile. */
async function closeAnsweredReports(tx: DatabaseTransaction, draft: LockedDraft, actor: DraftActor): Promise<void> {
  const reports = await tx.selectFrom('guide_draft_reports').where('draft_id', '=', draft.id).where('closes_when_published', '=', true).select('report_id').orderBy('report_id').execute();
  for (const { report_id: reportId } of reports) {
    if (!(await closeReportOnce(tx, reportId, { outcome: 'corrected' }, draft.submitted_by ?? actor.staffId, actor.at))) continue;
    await recordAudit(tx, {
      ...actor.by,
      action: 'close_report',
      objectKind: 'feedback',
      objectId: reportId,
      before: { outcome: null },
      after: { outcome: 'corrected', draft: draft.id },
      at: actor.at,
    });
  }
}

/** Brings the newer published version under the draft. */
export function takeOverVersion({ version, keptFields }: TakeOverBody, actor: DraftActor): StepEffect {
  return async (tx, draft) => {
    const published = draft.guide_id === null ? undefined : await findPublished(tx, draft.guide_id);
    // A version that is not the newest was not looked at in full.
    if (published === undefined || draft.base_version === null || published.version !== version) throw new ApiError('guide_changed_meanwhile');
    const base = (await findVersion(tx, published, draft.base_version)) ?? draft.content;
    const { content } = takeOver(base, draft.content, published.content, keptFields);
    const mark = { revision: draft.revision + 1, staffId: actor.staffId, at: actor.at.toISOString() };
    const changed = fieldsBetween(draft.content, content);
    return {
      content: JSON.stringify(content),
      base_version: version,
      field_marks: JSON.stringify({ ...draft.field_marks, ...Object.fromEntries(changed.map((field) => [field, mark])) }),
    };
  };
}
