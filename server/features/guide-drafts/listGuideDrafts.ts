import { ApiError } from '../../apiError';
import { GuideDraftPage, GuideDraftQuery } from '../../contract/guideDrafts';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { staffEndpoint } from '../../endpoint';
import { worksOnGuides } from '../../guideDrafts/guideDraftPolicy';
import { findDrafts } from '../../guideDrafts/guideDraftRepository';
import { presentSummary } from './draftPresenter';

export const listGuideDrafts = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/guide-drafts',
    summary: '指南草稿：我写的、等我审核的、本部门的',
    query: GuideDraftQuery,
    reply: GuideDraftPage,
    errors: ['cursor_invalid'],
  },
  async ({ app, query, staff }) => {
    if (!worksOnGuides(staff)) throw new ApiError('not_allowed');
    const limit = query.limit ?? defaultPageSize;
    const { rows, counted } = await findDrafts(app.db, query.list ?? 'mine', staff, readKey(query.cursor), limit + 1);
    return toPage(
      rows,
      limit,
      toTotal(counted),
      (row) => presentSummary(row, staff, app.encryption),
      (row) => [row.updated_at_exactly, row.id],
    );
  },
);

/** @throws ApiError `cursor_invalid`, also for a key that is none of ours. */
function readKey(cursor: string | undefined): readonly [string, string] | undefined {
  const key = decodeCursor(cursor, ['string', 'string']);
  if (key === undefined) return undefined;
  const [updatedAt, id] = key;
  if (Number.isNaN(Date.parse(updatedAt)) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new ApiError('cursor_invalid');
  return [updatedAt, id];
}
