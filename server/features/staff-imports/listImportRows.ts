import { GuideImportParams, ImportRowPage, ImportRowQuery } from '../../contract/guideImports';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { staffEndpoint } from '../../endpoint';
import { findImportRows } from '../../guideImports/guideImportRepository';
import { findVisibleImport } from './findVisibleImport';
import { presentImportRow } from './importPresenter';

export const listImportRows = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/guide-imports/:importId/rows',
    summary: '核对结果，一行一条：新增、修改（改前和改后）、取消、不变、不能导入的原因',
    params: GuideImportParams,
    query: ImportRowQuery,
    reply: ImportRowPage,
    errors: ['import_not_found', 'cursor_invalid'],
  },
  async ({ app, params, query, staff }) => {
    const { id } = await findVisibleImport(app.db, staff, params.importId);
    const limit = query.limit ?? defaultPageSize;
    const [after = 0] = decodeCursor(query.cursor, ['number']) ?? [];
    const { rows, counted } = await findImportRows(app.db, id, query.kind, after, limit + 1);
    const topics = await app.db.selectFrom('topics').select(['code', 'name']).execute();
    const names = new Map(topics.map(({ code, name }) => [code, name]));
    return toPage(rows, limit, toTotal(counted), (row) => presentImportRow(row, names), (row) => [row.position]);
  },
);
