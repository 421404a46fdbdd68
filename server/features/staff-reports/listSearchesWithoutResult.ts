import { sql } from 'kysely';
import { ApiError } from '../../apiError';
import { dateInShanghai } from '../../clock';
import { SearchWithoutResultList } from '../../contract/staff';
import { staffEndpoint } from '../../endpoint';
import { mayReadSearches } from '../../staff/reportPolicy';

const countedMilliseconds = 30 * 86_400_000;
const mostShown = 100;

export const listSearchesWithoutResult = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/searches-without-result',
    summary: '近 30 天群众没有搜到的说法，次数多的在前',
    reply: SearchWithoutResultList,
  },
  async ({ app, staff }) => {
    if (!mayReadSearches(staff)) throw new ApiError('not_allowed');
    const since = dateInShanghai(new Date(app.clock.now().getTime() - countedMilliseconds));
    const items = await app.db
      .selectFrom('searches_without_result')
      .where('searched_on', '>=', since)
      .groupBy('query')
      .select((eb) => ['query', eb.fn.sum<number>('times').as('times'), sql<string>`max(searched_on)::text`.as('lastOn')])
      .orderBy('times', 'desc')
      .orderBy('query')
      .limit(mostShown)
      .execute();
    return { items, since };
  },
);
