import { dateInShanghai } from '../../clock';
import { Home } from '../../contract/home';
import { publicEndpoint } from '../../endpoint';
import { presentAnnouncementRef } from '../../presenters/announcementSummary';
import { presentGuideSummary } from '../../presenters/serviceGuideSummary';
import { findHomeTopics, findMostUsed, findNewestAnnouncements, findUrgentNotices } from './homeRepository';

const mostTopics = 8;
const mostGuides = 6;
const mostAnnouncements = 3;
/** Long enough to be steady, short enough that the school year shows. */
const countedMilliseconds = 90 * 86_400_000;

export const getHome = publicEndpoint(
  {
    method: 'GET',
    url: '/home',
    summary: '首页的主题、近期常办和公告',
    reply: Home,
    // Views are not announced: what is most used changes slowly, and no kept reply is older than five minutes.
    cachedFrom: ['topics', 'service_guides', 'departments', 'announcements'],
  },
  async ({ app }) => {
    const now = app.clock.now();
    const since = dateInShanghai(new Date(now.getTime() - countedMilliseconds));
    const [topics, mostUsed, urgent, newest] = await Promise.all([
      findHomeTopics(app.db, mostTopics),
      findMostUsed(app.db, since, mostGuides),
      findUrgentNotices(app.db, dateInShanghai(now), mostAnnouncements),
      findNewestAnnouncements(app.db, mostAnnouncements),
    ]);
    return { topics, mostUsed: mostUsed.map(presentGuideSummary), urgentNotices: urgent.map(presentAnnouncementRef), newestAnnouncements: newest.map(presentAnnouncementRef) };
  },
);
