import type { DepartmentPage } from '../../server/contract/departments';
import type { Audience } from '../../server/contract/guideContent';
import type { Home } from '../../server/contract/home';
import type { OfficeDetail, OfficePage } from '../../server/contract/offices';
import type { Site } from '../../server/contract/site';
import type { TopicList } from '../../server/contract/topics';
import type { ApiClient } from './ApiClient';

/** What the installation is, what it offers and who serves in it. Open to everyone. */
export const siteApi = (client: ApiClient) => ({
  readSite: () => client.request<Site>({ path: '/site' }),
  readHome: () => client.request<Home>({ path: '/home' }),
  listDepartments: (audience?: Audience | null) => client.request<DepartmentPage>({ path: '/departments', query: { audience } }),
  listTopics: () => client.request<TopicList>({ path: '/topics' }),
  listOffices: (cursor?: string) => client.request<OfficePage>({ path: '/offices', query: { limit: 50, cursor } }),
  /** @throws ApiError office_not_found */
  readOffice: (officeCode: string) => client.request<OfficeDetail>({ path: `/offices/${encodeURIComponent(officeCode)}` }),
});
export type SiteApi = ReturnType<typeof siteApi>;
