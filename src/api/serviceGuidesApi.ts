import type { ServiceGuide, ServiceGuidePage, ServiceGuideQuery } from '../../server/contract/serviceGuides';
import type { ApiClient } from './ApiClient';

/** Finding and reading service guides. Open to everyone. */
export const serviceGuidesApi = (client: ApiClient) => ({
  listServiceGuides: (query: ServiceGuideQuery) => client.request<ServiceGuidePage>({ path: '/service-guides', query }),
  /** @throws ApiError guide_not_found */
  readServiceGuide: (guideId: string) => client.request<ServiceGuide>({ path: `/service-guides/${encodeURIComponent(guideId)}` }),
});
export type ServiceGuidesApi = ReturnType<typeof serviceGuidesApi>;
