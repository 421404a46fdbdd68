import { Type, type Static } from 'typebox';
import { AnnouncementRef } from './announcements';
import { ServiceGuideSummary } from './serviceGuides';
import { Topic } from './topics';

/** What the first page shows beside the search. */
export const Home = Type.Object(
  {
    topics: Type.Array(Topic, { description: '首页上的主题，最多 8 个' }),
    mostUsed: Type.Array(ServiceGuideSummary, { description: '近 90 天看得最多的指南，最多 6 份' }),
    urgentNotices: Type.Array(AnnouncementRef, { description: '今天仍在提示期内的紧急通知，最多 3 条' }),
    newestAnnouncements: Type.Array(AnnouncementRef, { description: '最新的公告，最多 3 条' }),
  },
  { title: 'Home' },
);
export type Home = Static<typeof Home>;
