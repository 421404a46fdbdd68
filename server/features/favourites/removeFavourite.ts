import { GuideIdParams } from '../../contract/serviceGuides';
import { citizenEndpoint } from '../../endpoint';
import { deleteFavourite } from './favouriteRepository';

export const removeFavourite = citizenEndpoint(
  {
    method: 'DELETE',
    url: '/favourites/:guideId',
    summary: '取消收藏；本来就没有收藏也不会出错',
    params: GuideIdParams,
    limits: [{ per: 'citizen', limit: 120, windowSeconds: 60 }],
  },
  async ({ app, params, citizen }) => {
    await deleteFavourite(app.db, citizen.citizenId, Number(params.guideId));
  },
);
