import { ApiError } from '../../apiError';
import { AnnouncementDraftPage, AnnouncementDraftQuery } from '../../contract/announcementDrafts';
import { decodeCursor, defaultPageSize, isStoredInstant, toPage, toTotal } from '../../database/pages';
import { staffEndpoint } from '../../endpoint';
import { announcementScope, approvesFor, mayReadAnnouncements } from '../../staff/announcementPolicy';
import { findStaffNames } from '../../staff/staffNames';
import { staffIdsOf } from '../../staff/staffSession';
import { presentDraftSummary } from './announcementPresenter';
import { findDrafts, type DraftFilter } from './announcementRepository';

export const listAnnouncementDrafts = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/announcement-drafts',
    summary: '公告草稿和更正稿：我写的、等我审核的、本部门的，最近动过的在前',
    query: AnnouncementDraftQuery,
    reply: AnnouncementDraftPage,
    errors: ['cursor_invalid'],
  },
  async ({ app, query: { show = 'mine', status, departmentId, cursor, limit = defaultPageSize }, staff }) => {
    if (!mayReadAnnouncements(staff)) throw new ApiError('not_allowed');
    const inScope = (show === 'to_approve' ? approvesFor(staff) : announcementScope(staff)).filter((id) => departmentId === undefined || id === Number(departmentId));
    const filter: DraftFilter = {
      departmentIds: inScope,
      ...(show === 'mine' ? { ownerId: staff.staffId } : {}),
      ...(show === 'to_approve' ? { notBy: staffIdsOf(staff), status: 'submitted' as const } : status === undefined ? {} : { status }),
    };
    const { rows, counted } = await findDrafts(app.db, filter, readKey(cursor), limit + 1);
    const names = await findStaffNames(app.db, app.encryption, rows.map((row) => row.owner_id));
    return toPage(
      rows,
      limit,
      toTotal(counted),
      (row) => presentDraftSummary(row, names),
      (row) => [row.updated_at_exactly, row.id],
    );
  },
);

/** @throws ApiError `cursor_invalid`, also for a key that is none of ours. */
function readKey(cursor: string | undefined): readonly [string, string] | undefined {
  const key = decodeCursor(cursor, ['string', 'string']);
  if (key === undefined) return undefined;
  const [updatedAt, id] = key;
  if (!isStoredInstant(updatedAt) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new ApiError('cursor_invalid');
  return [updatedAt, id];
}
