import { ApiError } from '../../apiError';
import { StaffReportPage, StaffReportQuery } from '../../contract/staff';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { staffEndpoint } from '../../endpoint';
import { mayReadReports, reportScope } from '../../staff/reportPolicy';
import { presentReport } from './reportPresenter';
import { findReports } from './reportRepository';

export const listReports = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/reports',
    summary: '群众报告的指南错误和对小程序的意见',
    query: StaffReportQuery,
    reply: StaffReportPage,
    errors: ['cursor_invalid'],
  },
  async ({ app, query, staff }) => {
    if (!mayReadReports(staff)) throw new ApiError('not_allowed');
    const limit = query.limit ?? defaultPageSize;
    const { rows, counted } = await findReports(app.db, await reportScope(app.db, staff), query.status ?? 'open', readKey(query.cursor), limit + 1);
    return toPage(
      rows,
      limit,
      toTotal(counted),
      (row) => presentReport(row, app.encryption),
      (row) => [row.received_at_exactly, row.id],
    );
  },
);

/** @throws ApiError `cursor_invalid`, also for a key that is none of ours. */
function readKey(cursor: string | undefined): readonly [string, string] | undefined {
  const key = decodeCursor(cursor, ['string', 'string']);
  if (key === undefined) return undefined;
  const [receivedAt, id] = key;
  if (Number.isNaN(Date.parse(receivedAt)) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new ApiError('cursor_invalid');
  return [receivedAt, id];
}
