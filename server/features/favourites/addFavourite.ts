import { ApiError } from '../../apiError';
import { GuideIdParams } from '../../contract/serviceGuides';
import { citizenEndpoint } from '../../endpoint';
import { insertFavourite } from './favouriteRepository';

export const addFavourite = citizenEndpoint(
  {
    method: 'PUT',
    url: '/favourites/:guideId',
    summary: '收藏一份指南；重复收藏不会出错',
    params: GuideIdParams,
    errors: ['guide_not_found'],
    limits: [{ per: 'citizen', limit: 120, windowSeconds: 60 }],
  },
  async ({ app, params, citizen }) => {
    const isKept = await insertFavourite(app.db, citizen.citizenId, Number(params.guideId), app.clock.now());
    if (!isKept) throw new ApiError('guide_not_found');
  },
);
