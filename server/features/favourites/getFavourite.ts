import { KeptSince } from '../../contract/favourites';
import { GuideIdParams } from '../../contract/serviceGuides';
import { citizenEndpoint } from '../../endpoint';
import { findFavourite } from './favouriteRepository';

export const getFavourite = citizenEndpoint(
  {
    method: 'GET',
    url: '/favourites/:guideId',
    summary: '我是否收藏了这份指南',
    params: GuideIdParams,
    reply: KeptSince,
  },
  async ({ app, params, citizen }) => {
    const favourite = await findFavourite(app.db, citizen.citizenId, Number(params.guideId));
    return { favouredAt: favourite?.created_at.toISOString() ?? null };
  },
);
