import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import type { DecideGuideImportBody, GuideImport, GuideImportAction, GuideImportStatus } from '../../contract/guideImports';
import { applyJob } from '../../guideImports/guideImportJobs';
import { lockImport } from '../../guideImports/guideImportRepository';
import { allowedImportActions } from '../../staff/guideImportPolicy';
import type { StaffSession } from '../../staff/staffSession';
import { staffActor } from '../../staff/staffActor';
import { findVisibleImport } from './findVisibleImport';
import { effectiveRowsOf, presentImport } from './importPresenter';

interface Decision {
  app: FastifyInstance;
  staff: StaffSession;
  request: FastifyRequest;
  importId: string;
}

const results: Record<GuideImportAction, GuideImportStatus> = { confirm: 'applying', submit: 'submitted', cancel: 'cancelled' };

/**
 * One step of an import. The same step by the same person again, because its answer was lost, changes nothing.
 *
 * @param seen what a person who confirms or submits has looked at
 * @throws ApiError `import_preview_outdated`, `import_has_refused_rows`, `import_closed`, `import_under_way`
 */
export async function decideImport({ app, staff, request, importId }: Decision, action: GuideImportAction, seen?: DecideGuideImportBody): Promise<GuideImport> {
  await findVisibleImport(app.db, staff, importId);
  const now = app.clock.now();
  await app.db.transaction().execute(async (tx) => {
    const row = await lockImport(tx, importId);
    if (row === undefined) throw new ApiError('import_not_found');
    if (row.status === results[action] || (action === 'confirm' && row.status === 'applied' && row.decided_by === staff.staffId && row.preview === seen?.preview)) return;
    const allowed = allowedImportActions(staff, { status: row.status, requestedBy: row.requested_by, departmentIds: row.department_ids, effectiveRows: effectiveRowsOf(row) });
    if (!allowed.includes(action)) throw new ApiError(['previewing', 'previewed', 'submitted'].includes(row.status) ? 'not_allowed' : 'import_closed');
    if (seen !== undefined && seen.preview !== row.preview) throw new ApiError('import_preview_outdated');
    if (seen !== undefined && (row.counts?.refused ?? 0) > 0 && !seen.withoutRefused) throw new ApiError('import_has_refused_rows');
    const isBusy = action === 'confirm' && (await tx.selectFrom('guide_imports').where('status', 'in', ['previewing', 'applying']).select('id').executeTakeFirst()) !== undefined;
    if (isBusy) throw new ApiError('import_under_way');
    await tx
      .updateTable('guide_imports')
      .set({
        status: results[action],
        ...(action === 'submit' ? { submitted_at: now } : { decided_by: staff.staffId, decided_at: now }),
      })
      .where('id', '=', importId)
      .execute();
    if (action === 'confirm') await app.jobs.send(tx, applyJob, { importId });
    await recordAudit(tx, {
      ...staffActor(staff, request),
      action: `${action}_guide_import`,
      objectKind: 'guide_import',
      objectId: importId,
      before: { status: row.status },
      after: { status: results[action], preview: row.preview },
      at: now,
    });
  });
  return presentImport(await findVisibleImport(app.db, staff, importId), staff, app.encryption);
}
