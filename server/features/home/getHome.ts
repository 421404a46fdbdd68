import { dateInShanghai } from '../../clock';
import { Home } from '../../contract/home';
import { publicEndpoint } from '../../endpoint';
import { presentGuideSummary } from '../../presenters/serviceGuideSummary';
import { findHomeTopics, findMostUsed } from './homeRepository';

const mostTopics = 8;
const mostGuides = 6;
/** Long enough to be steady, short enough that the school year shows. */
const countedMilliseconds = 90 * 86_400_000;

export const getHome = publicEndpoint(
  {
    method: 'GET',
    url: '/home',
    summary: '首页的主题和近期常办',
    reply: Home,
    // Views are not announced: what is most used changes slowly, and no kept reply is older than five minutes.
    cachedFrom: ['topics', 'service_guides', 'departments'],
  },
  async ({ app }) => {
    const since = dateInShanghai(new Date(app.clock.now().getTime() - countedMilliseconds));
    const [topics, mostUsed] = await Promise.all([findHomeTopics(app.db, mostTopics), findMostUsed(app.db, since, mostGuides)]);
    return { topics, mostUsed: mostUsed.map(presentGuideSummary) };
  },
);
