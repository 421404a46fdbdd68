import { ServiceGuidePage, ServiceGuideQuery } from '../../contract/serviceGuides';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { publicEndpoint } from '../../endpoint';
import { presentGuideSummary } from '../../presenters/serviceGuideSummary';
import { findServiceGuides } from './serviceGuideRepository';

export const listServiceGuides = publicEndpoint(
  {
    method: 'GET',
    url: '/service-guides',
    summary: '按部门、服务对象、主题、大厅列出办事指南',
    query: ServiceGuideQuery,
    reply: ServiceGuidePage,
    errors: ['cursor_invalid'],
    cachedFrom: ['departments', 'service_guides'],
  },
  async ({ app, query }) => {
    const limit = query.limit ?? defaultPageSize;
    const [after] = decodeCursor(query.cursor, ['number']) ?? [];
    const { rows, counted } = await findServiceGuides(app.db, query, after, limit + 1);
    return toPage(rows, limit, toTotal(counted), presentGuideSummary, (row) => [row.id]);
  },
);
