import type { FastifyInstance } from 'fastify';
import { recordAudit } from '../audit/recordAudit';
import { recordStoredFile } from '../files/storedFileRepository';
import { GuideFileError } from '../guideImport/guideFileError';
import type { ImportScope } from '../guideImport/preview/checkScope';
import { importScope } from '../staff/guideImportPolicy';
import { findStaffSession } from '../staff/staffSession';
import { applyPreview } from './applyPreview';
import { findImport, keepPreview, lockImport } from './guideImportRepository';
import { ImportedFile } from './importedFile';
import { makePreview, type MadePreview } from './makePreview';

export const previewJob = 'guide-import-preview';
export const applyJob = 'guide-import-apply';

interface ImportJob {
  importId: string;
}

/** A process that dies is found out after this; a hundred thousand rows take a minute or two. */
const options = { retryLimit: 2, retryDelaySeconds: 5, expireInSeconds: 600, concurrency: 1 };

const nobodysScope: ImportScope = { departmentIds: [], mayChangeOffices: false, mayChangeSynonyms: false };
/** Of an import that is cancelled while it works, or tried for the last time and not understood. */
type Outcome = { kind: 'none' } | { kind: 'failed' } | { kind: 'unreadable'; problem: string };

/** Works out and applies imports, one at a time, on whichever process takes them up. */
export function defineGuideImportJobs(app: FastifyInstance): void {
  app.jobs.define<ImportJob, Outcome | { kind: 'made'; preview: MadePreview; file: ImportedFile }>(previewJob, {
    ...options,
    prepare: async ({ data: { importId }, attempt }) => {
      const begun = await findImport(app.db, importId);
      if (begun?.status !== 'previewing') return { kind: 'none' };
      try {
        const file = await ImportedFile.open(app.files, begun.file_hash, begun.file_name);
        try {
          const preview = await makePreview(app.pool, app.files, file, { scope: await scopeOf(app, begun.requested_by), now: app.clock.now(), onRows: progressOf(app, importId) });
          return { kind: 'made', preview, file };
        } catch (error) {
          await file.remove();
          throw error;
        }
      } catch (error) {
        return outcomeOf(app, error, attempt);
      }
    },
    apply: async (tx, { data: { importId } }, outcome) => {
      const current = await lockImport(tx, importId);
      try {
        if (current?.status !== 'previewing' || outcome.kind === 'none') return;
        if (outcome.kind !== 'made') return await giveUp(tx, importId, outcome);
        if (outcome.preview.refusedRows !== undefined) await recordStoredFile(tx, outcome.preview.refusedRows, app.clock.now());
        await keepPreview(tx, importId, outcome.preview);
      } finally {
        if (outcome.kind === 'made') await outcome.file.remove();
      }
    },
  });

  app.jobs.define<ImportJob, Outcome | { kind: 'opened'; scope: ImportScope; file: ImportedFile }>(applyJob, {
    ...options,
    prepare: async ({ data: { importId }, attempt }) => {
      const begun = await findImport(app.db, importId);
      if (begun?.status !== 'applying') return { kind: 'none' };
      // What went wrong twice in the transaction itself will go wrong again: the import is given up instead of standing in everybody's way.
      if (attempt > options.retryLimit) return { kind: 'failed' };
      try {
        return { kind: 'opened', scope: await scopeOf(app, begun.requested_by), file: await ImportedFile.open(app.files, begun.file_hash, begun.file_name) };
      } catch (error) {
        return outcomeOf(app, error, attempt);
      }
    },
    apply: async (tx, { data: { importId } }, outcome) => {
      try {
        const current = await lockImport(tx, importId);
        if (current?.status !== 'applying' || outcome.kind === 'none') return;
        if (outcome.kind !== 'opened') return await giveUp(tx, importId, outcome);
        const now = app.clock.now();
        if (!(await applyPreview(tx, importId, outcome.file, { scope: outcome.scope, now }))) {
          await tx.updateTable('guide_imports').set({ status: 'previewing', is_remade: true, decided_by: null, decided_at: null, rows_read: 0 }).where('id', '=', importId).execute();
          await app.jobs.send(tx, previewJob, { importId });
          return;
        }
        await tx.updateTable('guide_imports').set({ status: 'applied' }).where('id', '=', importId).execute();
        await recordAudit(tx, {
          actorKind: 'staff',
          actorId: current.decided_by,
          action: 'apply_guide_import',
          objectKind: 'guide_import',
          objectId: importId,
          after: { file: current.file_hash, requestedBy: current.requested_by, ...current.counts },
          at: now,
        });
      } finally {
        if (outcome.kind === 'opened') await outcome.file.remove();
      }
    },
  });
}

type Transaction = Parameters<typeof lockImport>[0];

async function giveUp(tx: Transaction, importId: string, outcome: Outcome): Promise<void> {
  await tx
    .updateTable('guide_imports')
    .set({ status: outcome.kind === 'unreadable' ? 'unreadable' : 'failed', problem: outcome.kind === 'unreadable' ? outcome.problem : null })
    .where('id', '=', importId)
    .execute();
}

/** @throws what may go away when it is tried again. */
function outcomeOf(app: FastifyInstance, error: unknown, attempt: number): Outcome {
  if (error instanceof GuideFileError) return { kind: 'unreadable', problem: error.message };
  if (attempt <= options.retryLimit) throw error;
  app.log.error({ err: error }, 'an import of guides is given up');
  return { kind: 'failed' };
}

/** What the person who brought the file in may change now: roles that were taken away since count. */
async function scopeOf(app: FastifyInstance, staffId: string | null): Promise<ImportScope> {
  if (staffId === null) return nobodysScope;
  const member = await app.db.selectFrom('staff_members').where('id', '=', staffId).select('citizen_id').executeTakeFirst();
  const citizenId = member?.citizen_id ?? null;
  const staff = citizenId === null ? undefined : await findStaffSession(app.pool, citizenId, app.clock.now());
  return staff === undefined ? nobodysScope : importScope(staff);
}

/** Tells how far reading is. The embedded database has one connection, and the import is on it. */
function progressOf(app: FastifyInstance, importId: string): ((rows: number) => void) | undefined {
  if (app.pool.engine === 'pglite') return undefined;
  let isTelling = false;
  return (rows) => {
    if (isTelling) return;
    isTelling = true;
    void app.pool
      .query('update guide_imports set rows_read = $1 where id = $2 and status = $3', [rows, importId, 'previewing'])
      .catch((error: unknown) => app.log.debug({ err: error }, 'the progress of an import was not told'))
      .finally(() => {
        isTelling = false;
      });
  };
}
