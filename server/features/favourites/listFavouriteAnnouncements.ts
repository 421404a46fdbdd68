import { Type } from 'typebox';
import { ApiError } from '../../apiError';
import { dateInShanghai } from '../../clock';
import { FavouriteAnnouncementPage } from '../../contract/favourites';
import { PageQuery } from '../../contract/pagination';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { citizenEndpoint } from '../../endpoint';
import { presentAnnouncementSummary } from '../../presenters/announcementSummary';
import { findFavouriteAnnouncements } from './announcementFavouriteRepository';

export const listFavouriteAnnouncements = citizenEndpoint(
  {
    method: 'GET',
    url: '/announcement-favourites',
    summary: '我收藏的公告，最近的在前',
    query: Type.Object(PageQuery, { additionalProperties: false }),
    reply: FavouriteAnnouncementPage,
    errors: ['cursor_invalid'],
  },
  async ({ app, query, citizen }) => {
    const limit = query.limit ?? defaultPageSize;
    const after = decodeCursor(query.cursor, ['string', 'number']);
    if (after !== undefined && Number.isNaN(Date.parse(after[0]))) throw new ApiError('cursor_invalid');
    const { rows, counted } = await findFavouriteAnnouncements(app.db, citizen.citizenId, after, limit + 1);
    const today = dateInShanghai(app.clock.now());
    return toPage(
      rows,
      limit,
      toTotal(counted),
      (row) => ({ announcement: presentAnnouncementSummary(row, today), favouredAt: row.favoured_at.toISOString() }),
      (row) => [row.favoured_at_exactly, row.id],
    );
  },
);
