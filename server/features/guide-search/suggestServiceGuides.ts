import { SuggestionList, SuggestionQuery } from '../../contract/guideSearch';
import { publicEndpoint } from '../../endpoint';

const mostSuggestions = 8;

export const suggestServiceGuides = publicEndpoint(
  {
    method: 'GET',
    url: '/service-guides/suggestions',
    summary: '边输入边提示：名称、常用说法、拼音和首字母',
    query: SuggestionQuery,
    reply: SuggestionList,
  },
  // From memory: no query, and so no limit that would need one.
  async ({ app, query: { query } }) => ({
    items: app.guideSearch.suggest(query, mostSuggestions).map(({ id, name }) => ({ text: name, guideId: id })),
  }),
);
