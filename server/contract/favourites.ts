import { Type, type Static } from 'typebox';
import { AnnouncementSummary } from './announcements';
import { pageOf } from './pagination';
import { ServiceGuideSummary } from './serviceGuides';

export const Favourite = Type.Object(
  { guide: ServiceGuideSummary, favouredAt: Type.String({ format: 'date-time' }) },
  { title: 'Favourite' },
);
export type Favourite = Static<typeof Favourite>;

export const FavouritePage = pageOf(Favourite);
export type FavouritePage = Static<typeof FavouritePage>;

export const FavouriteAnnouncement = Type.Object(
  { announcement: AnnouncementSummary, favouredAt: Type.String({ format: 'date-time' }) },
  { title: 'FavouriteAnnouncement' },
);
export type FavouriteAnnouncement = Static<typeof FavouriteAnnouncement>;

export const FavouriteAnnouncementPage = pageOf(FavouriteAnnouncement);
export type FavouriteAnnouncementPage = Static<typeof FavouriteAnnouncementPage>;

export const KeptSince = Type.Object(
  { favouredAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], { description: '收藏的时间；没有收藏时为 null' }) },
  { title: 'KeptSince' },
);
export type KeptSince = Static<typeof KeptSince>;
