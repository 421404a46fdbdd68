import type { SearchTrial, StaffSynonym, StaffSynonymPage } from '../../../../server/contract/synonyms';
import type { ApiClient } from '../../../api/ApiClient';

export const synonymsApi = (client: ApiClient) => ({
  list: (search: string, cursor?: string) => client.request<StaffSynonymPage>({ path: '/staff/synonyms', query: { search, cursor } }),
  /** Without terms it switches a built-in entry off. @throws ApiError request_invalid, synonym_not_found */
  save: (phrase: string, officialTerms: readonly string[]) => client.request<StaffSynonym>({ method: 'PUT', path: '/staff/synonyms', body: { phrase, officialTerms } }),
  remove: (phrase: string) => client.request<void>({ method: 'DELETE', path: '/staff/synonyms', query: { phrase } }),
  try: (query: string) => client.request<SearchTrial>({ path: '/staff/search-trials', query: { query } }),
});
export type SynonymsApi = ReturnType<typeof synonymsApi>;
