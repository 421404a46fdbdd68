import { AnnouncementFilters, AnnouncementFiltersQuery } from '../../contract/announcements';
import { publicEndpoint } from '../../endpoint';
import { findFilters } from './announcementFilterRepository';

export const listAnnouncementFilters = publicEndpoint(
  {
    method: 'GET',
    url: '/announcements/filters',
    summary: '公告可以按哪些年份、部门和主题筛选，各有多少条',
    query: AnnouncementFiltersQuery,
    reply: AnnouncementFilters,
    cachedFrom: ['announcements', 'departments', 'topics'],
  },
  async ({ app, query }) => {
    const { years, departments, topics } = await findFilters(app.db, query.archived ?? false);
    return { years, departments: departments.map(({ id, name, count }) => ({ id: String(id), name, count })), topics };
  },
);
