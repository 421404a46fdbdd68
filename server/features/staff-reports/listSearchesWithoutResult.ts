import { sql } from 'kysely';
import { ApiError } from '../../apiError';
import { dateInShanghai } from '../../clock';
import { SearchWithoutResultList, SearchWithoutResultQuery } from '../../contract/staff';
import { staffEndpoint } from '../../endpoint';
import { mayReadSearches } from '../../staff/reportPolicy';

const countedMilliseconds = 30 * 86_400_000;
const mostShown = 100;

export const listSearchesWithoutResult = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/searches-without-result',
    summary: '近 30 天群众没有搜到的说法，次数多的在前',
    query: SearchWithoutResultQuery,
    reply: SearchWithoutResultList,
  },
  async ({ app, query: { status = 'open' }, staff }) => {
    if (!mayReadSearches(staff)) throw new ApiError('not_allowed');
    const since = dateInShanghai(new Date(app.clock.now().getTime() - countedMilliseconds));
    const items = await app.db
      .selectFrom('searches_without_result')
      .leftJoin('searches_dealt_with as d', 'd.query', 'searches_without_result.query')
      .where('searched_on', '>=', since)
      // Made again on a later day, it stands in the list again, with what was counted since.
      .where(status === 'open' ? sql<boolean>`searched_on > coalesce(d.dealt_with_on, '-infinity'::date)` : sql<boolean>`searched_on <= d.dealt_with_on`)
      .groupBy('searches_without_result.query')
      .select((eb) => ['searches_without_result.query', eb.fn.sum<number>('times').as('times'), sql<string>`max(searched_on)::text`.as('lastOn')])
      .orderBy('times', 'desc')
      .orderBy('searches_without_result.query')
      .limit(mostShown)
      .execute();
    return { items, since };
  },
);
