import type { Announcement, AnnouncementFilters, AnnouncementPage, AnnouncementQuery, AnnouncementSearchQuery, AnnouncementSearchResult, AnnouncementVersion } from '../../server/contract/announcements';
import type { ApiClient } from './ApiClient';

const pathOf = (announcementId: string) => `/announcements/${encodeURIComponent(announcementId)}`;

/** Finding and reading announcements. Open to everyone. */
export const announcementsApi = (client: ApiClient) => ({
  listAnnouncements: ({ archived, ...query }: AnnouncementQuery) => client.request<AnnouncementPage>({ path: '/announcements', query: { ...query, ...(archived === true ? { archived: 'true' } : {}) } }),
  listFilters: (archived: boolean) => client.request<AnnouncementFilters>({ path: '/announcements/filters', query: archived ? { archived: 'true' } : {} }),
  searchAnnouncements: (query: AnnouncementSearchQuery) => client.request<AnnouncementSearchResult>({ path: '/announcements/search', query }),
  /** @throws ApiError announcement_not_found */
  readAnnouncement: (announcementId: string) => client.request<Announcement>({ path: pathOf(announcementId) }),
  /** @throws ApiError announcement_not_found, announcement_withdrawn */
  readVersion: (announcementId: string, version: string) => client.request<AnnouncementVersion>({ path: `${pathOf(announcementId)}/versions/${encodeURIComponent(version)}` }),
  /** Where an attachment or a picture of the text is fetched. */
  fileUrl: (announcementId: string, hash: string) => client.urlOf(`${pathOf(announcementId)}/files/${hash}`),
});
export type AnnouncementsApi = ReturnType<typeof announcementsApi>;
