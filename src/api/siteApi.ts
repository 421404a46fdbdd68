import type { DepartmentPage } from '../../server/contract/departments';
import type { Audience } from '../../server/contract/serviceGuides';
import type { Site } from '../../server/contract/site';
import type { ApiClient } from './ApiClient';

/** What the installation is, and who serves in it. Open to everyone. */
export const siteApi = (client: ApiClient) => ({
  readSite: () => client.request<Site>({ path: '/site' }),
  listDepartments: (audience?: Audience | null) => client.request<DepartmentPage>({ path: '/departments', query: { audience } }),
});
export type SiteApi = ReturnType<typeof siteApi>;
