import { ApiError } from '../../apiError';
import { StaffGuidePage, StaffGuideQuery } from '../../contract/guideReviews';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { staffEndpoint } from '../../endpoint';
import { departmentsOfGuides, worksOnGuides } from '../../guideDrafts/guideDraftPolicy';
import { findDepartmentGuides } from '../../guideReviews/guideReviews';
import { presentStaffGuide } from './staffGuidePresenter';

export const listDepartmentGuides = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/service-guides',
    summary: '本部门的指南，可以按名称或编码找',
    query: StaffGuideQuery,
    reply: StaffGuidePage,
    errors: ['cursor_invalid'],
  },
  async ({ app, query, staff }) => {
    if (!worksOnGuides(staff)) throw new ApiError('not_allowed');
    const limit = query.limit ?? defaultPageSize;
    const [after] = decodeCursor(query.cursor, ['number']) ?? [];
    const now = app.clock.now();
    const { rows, counted } = await findDepartmentGuides(app.db, departmentsOfGuides(staff), query.name, after, limit + 1);
    return toPage(rows, limit, toTotal(counted), (row) => presentStaffGuide(row, staff, now), (row) => [row.id]);
  },
);
