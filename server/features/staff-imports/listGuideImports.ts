import { ApiError } from '../../apiError';
import { GuideImportPage, GuideImportQuery } from '../../contract/guideImports';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { staffEndpoint } from '../../endpoint';
import { findImports } from '../../guideImports/guideImportRepository';
import { mayReadImports } from '../../staff/guideImportPolicy';
import { departmentsWith } from '../../staff/staffSession';
import { presentImport } from './importPresenter';

export const listGuideImports = staffEndpoint(
  { method: 'GET', url: '/staff/guide-imports', summary: '自己的导入和归自己确认的导入，新的在前', query: GuideImportQuery, reply: GuideImportPage, errors: ['cursor_invalid'] },
  async ({ app, query, staff }) => {
    if (!mayReadImports(staff)) throw new ApiError('not_allowed');
    const limit = query.limit ?? defaultPageSize;
    const { rows, counted } = await findImports(app.db, staff.staffId, departmentsWith(staff, ['administrator', 'approver']), readKey(query.cursor), limit + 1);
    return toPage(rows, limit, toTotal(counted), (row) => presentImport(row, staff, app.encryption), (row) => [row.requested_at_exactly, row.id]);
  },
);

/** @throws ApiError `cursor_invalid`, also for a key that is none of ours. */
function readKey(cursor: string | undefined): readonly [string, string] | undefined {
  const key = decodeCursor(cursor, ['string', 'string']);
  if (key === undefined) return undefined;
  const [requestedAt, id] = key;
  if (Number.isNaN(Date.parse(requestedAt)) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new ApiError('cursor_invalid');
  return [requestedAt, id];
}
