import type { SearchWithoutResultList } from '../../../../server/contract/staff';
import type { ApiClient } from '../../../api/ApiClient';

export type SearchStatus = 'open' | 'dealt_with';
const dealtWith = '/staff/searches-without-result/dealt-with';

export const searchesApi = (client: ApiClient) => ({
  list: (status: SearchStatus) => client.request<SearchWithoutResultList>({ path: '/staff/searches-without-result', query: { status } }),
  markDealtWith: (query: string) => client.request<void>({ method: 'PUT', path: dealtWith, body: { query } }),
  reopen: (query: string) => client.request<void>({ method: 'DELETE', path: dealtWith, query: { query } }),
});
export type SearchesApi = ReturnType<typeof searchesApi>;
