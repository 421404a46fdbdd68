import { sql } from 'kysely';
import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { GuideImport, GuideImportParams, StartGuideImportBody } from '../../contract/guideImports';
import { staffEndpoint } from '../../endpoint';
import { previewJob } from '../../guideImports/guideImportJobs';
import { findImport } from '../../guideImports/guideImportRepository';
import { mayStartImport } from '../../staff/guideImportPolicy';
import { findStaffFile } from '../../staff/staffFiles';
import { lockMemberInOffice } from '../../staff/lockMemberInOffice';
import { staffActor } from '../../staff/staffActor';
import { presentImport } from './importPresenter';

export const startGuideImport = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/guide-imports/:importId',
    summary: '核对一个上传的表格会改动什么；编号由客户端生成，重复调用结果相同',
    params: GuideImportParams,
    body: StartGuideImportBody,
    reply: GuideImport,
    errors: ['import_under_way', 'import_id_taken', 'file_not_found'],
    limits: [{ per: 'citizen', limit: 60, windowSeconds: 3_600 }],
  },
  async ({ app, params: { importId }, body: { fileHash }, staff, request }) => {
    if (!mayStartImport(staff)) throw new ApiError('not_allowed');
    const file = await findStaffFile(app.db, staff.staffId, 'guide_import', fileHash);
    if (file === undefined) throw new ApiError('file_not_found');
    const now = app.clock.now();
    await app.db.transaction().execute(async (tx) => {
      const known = await findImport(tx, importId);
      if (known !== undefined && (known.requested_by !== staff.staffId || known.file_hash !== fileHash)) throw new ApiError('import_id_taken');
      // The same call again, because its answer was lost.
      if (known !== undefined) return;
      // It is theirs from now on: nothing is given to one who is leaving.
      if (!(await lockMemberInOffice(tx, staff.staffId))) throw new ApiError('not_allowed');
      const started = await tx
        .insertInto('guide_imports')
        .values({ id: importId, file_hash: fileHash, file_name: file.name, requested_by: staff.staffId, requested_at: now, status: 'previewing' })
        // Another one is at work: the index has one place for all of them.
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (started.numInsertedOrUpdatedRows !== 1n) throw new ApiError((await hasImport(tx, importId)) ? 'import_id_taken' : 'import_under_way');
      await app.jobs.send(tx, previewJob, { importId });
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'start_guide_import',
        objectKind: 'guide_import',
        objectId: importId,
        after: { file: fileHash },
        at: now,
      });
    });
    const row = await findImport(app.db, importId);
    if (row === undefined) throw new ApiError('file_not_found');
    return presentImport(row, staff, app.encryption);
  },
);

async function hasImport(tx: Parameters<typeof findImport>[0], id: string): Promise<boolean> {
  const { rows } = await sql`select from guide_imports where id = ${id}::uuid`.execute(tx);
  return rows.length > 0;
}
