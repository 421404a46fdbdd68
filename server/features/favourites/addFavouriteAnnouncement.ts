import { ApiError } from '../../apiError';
import { AnnouncementIdParams } from '../../contract/announcements';
import { citizenEndpoint } from '../../endpoint';
import { insertFavouriteAnnouncement } from './announcementFavouriteRepository';

export const addFavouriteAnnouncement = citizenEndpoint(
  {
    method: 'PUT',
    url: '/announcement-favourites/:announcementId',
    summary: '收藏一份公告；重复收藏不会出错',
    params: AnnouncementIdParams,
    errors: ['announcement_not_found'],
    limits: [{ per: 'citizen', limit: 120, windowSeconds: 60 }],
  },
  async ({ app, params, citizen }) => {
    const isKept = await insertFavouriteAnnouncement(app.db, citizen.citizenId, Number(params.announcementId), app.clock.now());
    if (!isKept) throw new ApiError('announcement_not_found');
  },
);
