import { ApiError } from '../../apiError';
import { dateInShanghai } from '../../clock';
import { AnnouncementPage, AnnouncementQuery } from '../../contract/announcements';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { publicEndpoint } from '../../endpoint';
import { presentAnnouncementSummary } from '../../presenters/announcementSummary';
import { findAnnouncements } from './announcementListRepository';

export const listAnnouncements = publicEndpoint(
  {
    method: 'GET',
    url: '/announcements',
    summary: '公告，从新到旧，可按种类、部门、主题和年份查看',
    query: AnnouncementQuery,
    reply: AnnouncementPage,
    errors: ['cursor_invalid'],
    // Whose days are over shows at the latest when a kept reply is five minutes old.
    cachedFrom: ['departments', 'announcements'],
  },
  async ({ app, query }) => {
    const limit = query.limit ?? defaultPageSize;
    const after = decodeCursor(query.cursor, ['string', 'number']);
    if (after !== undefined && Number.isNaN(Date.parse(after[0]))) throw new ApiError('cursor_invalid');
    const today = dateInShanghai(app.clock.now());
    const { rows, counted } = await findAnnouncements(app.db, query, today, after, limit + 1);
    return toPage(
      rows,
      limit,
      toTotal(counted),
      (row) => presentAnnouncementSummary(row, today),
      (row) => [row.first_published_at_exactly, row.id],
    );
  },
);
