import { Type } from 'typebox';
import { FavouritePage } from '../../contract/favourites';
import { PageQuery } from '../../contract/pagination';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { ApiError } from '../../apiError';
import { citizenEndpoint } from '../../endpoint';
import { presentGuideSummary } from '../../presenters/serviceGuideSummary';
import { findFavourites } from './favouriteRepository';

export const listFavourites = citizenEndpoint(
  {
    method: 'GET',
    url: '/favourites',
    summary: '我的收藏，最近的在前',
    query: Type.Object(PageQuery, { additionalProperties: false }),
    reply: FavouritePage,
    errors: ['cursor_invalid'],
  },
  async ({ app, query, citizen }) => {
    const limit = query.limit ?? defaultPageSize;
    const after = decodeCursor(query.cursor, ['string', 'number']);
    if (after !== undefined && Number.isNaN(Date.parse(after[0]))) throw new ApiError('cursor_invalid');
    const { rows, counted } = await findFavourites(app.db, citizen.citizenId, after, limit + 1);
    return toPage(
      rows,
      limit,
      toTotal(counted),
      (row) => ({ guide: presentGuideSummary(row), favouredAt: row.favoured_at.toISOString() }),
      (row) => [row.favoured_at_exactly, row.id],
    );
  },
);
