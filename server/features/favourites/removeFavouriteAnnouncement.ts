import { AnnouncementIdParams } from '../../contract/announcements';
import { citizenEndpoint } from '../../endpoint';
import { deleteFavouriteAnnouncement } from './announcementFavouriteRepository';

export const removeFavouriteAnnouncement = citizenEndpoint(
  {
    method: 'DELETE',
    url: '/announcement-favourites/:announcementId',
    summary: '取消收藏一份公告；本来就没有收藏也不会出错',
    params: AnnouncementIdParams,
    limits: [{ per: 'citizen', limit: 120, windowSeconds: 60 }],
  },
  async ({ app, params, citizen }) => {
    await deleteFavouriteAnnouncement(app.db, citizen.citizenId, Number(params.announcementId));
  },
);
