/** Pages of the app that notices lead to; src/paths.ts has the same, which a test holds. */
export const announcementPath = (announcementId: number): string => `/features/announcements/pages/detail/index?announcementId=${announcementId}`;
export const draftPath = (draftId: string): string => `/features/staff/pages/announcement-draft/index?draftId=${draftId}`;
