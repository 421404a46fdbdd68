import { AnnouncementIdParams } from '../../contract/announcements';
import { KeptSince } from '../../contract/favourites';
import { citizenEndpoint } from '../../endpoint';
import { findFavouriteAnnouncement } from './announcementFavouriteRepository';

export const getFavouriteAnnouncement = citizenEndpoint(
  {
    method: 'GET',
    url: '/announcement-favourites/:announcementId',
    summary: '我是否收藏了这份公告',
    params: AnnouncementIdParams,
    reply: KeptSince,
  },
  async ({ app, params, citizen }) => {
    const favourite = await findFavouriteAnnouncement(app.db, citizen.citizenId, Number(params.announcementId));
    return { favouredAt: favourite?.created_at.toISOString() ?? null };
  },
);
