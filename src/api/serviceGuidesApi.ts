import type { GuideSearchQuery, GuideSearchResult, SuggestionList } from '../../server/contract/guideSearch';
import type { GuideVersionPage, ServiceGuide, ServiceGuidePage, ServiceGuideQuery } from '../../server/contract/serviceGuides';
import type { ApiClient } from './ApiClient';

const pathOf = (guideId: string) => `/service-guides/${encodeURIComponent(guideId)}`;

/** Finding and reading service guides. Open to everyone. */
export const serviceGuidesApi = (client: ApiClient) => ({
  listServiceGuides: (query: ServiceGuideQuery) => client.request<ServiceGuidePage>({ path: '/service-guides', query }),
  searchServiceGuides: (query: GuideSearchQuery) => client.request<GuideSearchResult>({ path: '/service-guides/search', query }),
  suggestSearches: (query: string) => client.request<SuggestionList>({ path: '/service-guides/suggestions', query: { query } }),
  /** @throws ApiError guide_not_found */
  readServiceGuide: (guideId: string) => client.request<ServiceGuide>({ path: pathOf(guideId) }),
  /** Newest first. @throws ApiError guide_not_found */
  listGuideVersions: (guideId: string, cursor?: string) => client.request<GuideVersionPage>({ path: `${pathOf(guideId)}/versions`, query: { cursor } }),
  /** Where a form or sample of the guide is fetched. */
  fileUrl: (guideId: string, hash: string) => client.urlOf(`${pathOf(guideId)}/files/${hash}`),
});
export type ServiceGuidesApi = ReturnType<typeof serviceGuidesApi>;
