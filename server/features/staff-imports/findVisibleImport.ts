import { ApiError } from '../../apiError';
import type { Database } from '../../database/database';
import { findImport, type GuideImportRow } from '../../guideImports/guideImportRepository';
import { allowedImportActions, decidesFor, mayReadImports } from '../../staff/guideImportPolicy';
import type { StaffSession } from '../../staff/staffSession';
import { effectiveRowsOf } from './importPresenter';

/**
 * An import that the member brought in, or about whose guides they decide. Another department's looks as if it were not there.
 *
 * @throws ApiError `import_not_found`
 */
export async function findVisibleImport(db: Database, staff: StaffSession, id: string): Promise<GuideImportRow> {
  const row = mayReadImports(staff) ? await findImport(db, id) : undefined;
  if (row === undefined) throw new ApiError('import_not_found');
  const isSeen = row.requested_by === staff.staffId || (row.department_ids.length > 0 && decidesFor(staff, row.department_ids));
  // Whoever may end an import that stands in the way must see it.
  const mayAct = allowedImportActions(staff, { status: row.status, requestedBy: row.requested_by, departmentIds: row.department_ids, effectiveRows: effectiveRowsOf(row) }).length > 0;
  if (!isSeen && !mayAct) throw new ApiError('import_not_found');
  return row;
}
