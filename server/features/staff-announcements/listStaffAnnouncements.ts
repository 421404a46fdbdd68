import { ApiError } from '../../apiError';
import { StaffAnnouncementPage, StaffAnnouncementQuery } from '../../contract/announcementDrafts';
import { decodeCursor, defaultPageSize, isStoredInstant, toPage, toTotal } from '../../database/pages';
import { staffEndpoint } from '../../endpoint';
import { announcementScope, mayReadAnnouncements } from '../../staff/announcementPolicy';
import { presentAnnouncementSummary } from './announcementPresenter';
import { findStaffAnnouncements } from './announcementRepository';

export const listStaffAnnouncements = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/announcements',
    summary: '本部门发布过的公告，新的在前；撤回的和归档的也在内',
    query: StaffAnnouncementQuery,
    reply: StaffAnnouncementPage,
    errors: ['cursor_invalid'],
  },
  async ({ app, query: { status, kind, departmentId, title, cursor, limit = defaultPageSize }, staff }) => {
    if (!mayReadAnnouncements(staff)) throw new ApiError('not_allowed');
    const departmentIds = announcementScope(staff).filter((id) => departmentId === undefined || id === Number(departmentId));
    const filter = { departmentIds, ...(status === undefined ? {} : { status }), ...(kind === undefined ? {} : { kind }), ...(title === undefined ? {} : { title }) };
    const { rows, counted } = await findStaffAnnouncements(app.db, filter, readKey(cursor), limit + 1);
    return toPage(rows, limit, toTotal(counted), presentAnnouncementSummary, (row) => [row.published_exactly, row.id]);
  },
);

/** @throws ApiError `cursor_invalid`. */
function readKey(cursor: string | undefined): readonly [string, number] | undefined {
  const key = decodeCursor(cursor, ['string', 'number']);
  if (key !== undefined && !isStoredInstant(key[0])) throw new ApiError('cursor_invalid');
  return key;
}
