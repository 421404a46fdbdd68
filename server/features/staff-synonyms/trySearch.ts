import { ApiError } from '../../apiError';
import { SearchTrial, TryQuery } from '../../contract/synonyms';
import { staffEndpoint } from '../../endpoint';
import { mayChangeSynonyms } from '../../staff/registerPolicy';

const mostShown = 8;

/** As citizens' search answers, without being counted among what they do not find. */
export const trySearch = staffEndpoint(
  { method: 'GET', url: '/staff/search-trials', summary: '试一试：一句话现在能搜到什么，不计入群众的搜索', query: TryQuery, reply: SearchTrial },
  async ({ app, query: { query }, staff }) => {
    if (!mayChangeSynonyms(staff)) throw new ApiError('not_allowed');
    const { results, nothingFound } = app.guideSearch.query(query, { limit: mostShown });
    const shown = nothingFound ? results : results.filter(({ strength }) => strength === 'strong');
    const ids = shown.map(({ id }) => Number(id));
    const guides = ids.length === 0 ? [] : await app.db.selectFrom('service_guides').where('id', 'in', ids).where('status', '<>', 'cancelled').select(['id', 'name']).execute();
    const names = new Map(guides.map(({ id, name }) => [String(id), name]));
    return {
      found: shown.flatMap(({ id, reason }) => {
        const name = names.get(id);
        return name === undefined ? [] : [{ guideId: id, name, reason }];
      }),
      isNear: nothingFound,
    };
  },
);
