import { ApiError } from '../../apiError';
import { AuditQuery, AuditRecordPage } from '../../contract/audit';
import { exactCountLimit } from '../../contract/pagination';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { staffEndpoint } from '../../endpoint';
import { auditScope } from './auditPolicy';
import { presentEntries } from './auditPresenter';
import { countEntries, findEntries, toSearch, type AuditKey } from './auditRepository';

export const listAuditRecords = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/audit-records',
    summary: '操作记录：审计人员按时间、人、操作、对象查，新的在前',
    query: AuditQuery,
    reply: AuditRecordPage,
    errors: ['cursor_invalid'],
  },
  async ({ app, query: { cursor, limit: wanted, ...filter }, staff }) => {
    const search = await toSearch(app.db, app.encryption, await auditScope(app.db, staff), filter);
    const limit = wanted ?? defaultPageSize;
    const rows = await findEntries(app.db, search, readKey(cursor), limit + 1);
    const page = toPage(
      rows,
      limit,
      toTotal(await countEntries(app.db, search, exactCountLimit + 1)),
      (row) => row,
      (row) => [row.occurred_exactly, row.id],
    );
    return { ...page, items: await presentEntries(app.db, app.encryption, page.items) };
  },
);

/** @throws ApiError `cursor_invalid`, also for a key that is none of ours. */
function readKey(cursor: string | undefined): AuditKey | undefined {
  const key = decodeCursor(cursor, ['string', 'string']);
  if (key === undefined) return undefined;
  const [occurredAt, id] = key;
  if (Number.isNaN(Date.parse(occurredAt)) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new ApiError('cursor_invalid');
  return [occurredAt, id];
}
