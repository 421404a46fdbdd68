import { ApiError } from '../../apiError';
import { GuideReviewQuery, StaffGuidePage } from '../../contract/guideReviews';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { staffEndpoint } from '../../endpoint';
import { departmentsEdited } from '../../guideDrafts/guideDraftPolicy';
import { findGuidesToReview } from '../../guideReviews/guideReviews';
import { presentStaffGuide } from './staffGuidePresenter';

export const listGuidesToReview = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/guide-reviews',
    summary: '到了年度核对时间的指南，最早到期的在前',
    query: GuideReviewQuery,
    reply: StaffGuidePage,
    errors: ['cursor_invalid'],
  },
  async ({ app, query, staff }) => {
    const departments = departmentsEdited(staff);
    if (departments.length === 0) throw new ApiError('not_allowed');
    const limit = query.limit ?? defaultPageSize;
    const now = app.clock.now();
    const { rows, counted } = await findGuidesToReview(app.db, departments, now, readKey(query.cursor), limit + 1);
    return toPage(rows, limit, toTotal(counted), (row) => presentStaffGuide(row, staff, now), (row) => [row.review_due_on, row.id]);
  },
);

/** @throws ApiError `cursor_invalid`, also for a key that is none of ours. */
function readKey(cursor: string | undefined): readonly [string, number] | undefined {
  const key = decodeCursor(cursor, ['string', 'number']);
  if (key !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(key[0]) || Number.isNaN(Date.parse(key[0])))) throw new ApiError('cursor_invalid');
  return key;
}
