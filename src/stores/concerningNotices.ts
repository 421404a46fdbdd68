import type { AnnouncementQuery, AnnouncementRef } from '../../server/contract/announcements';
import { ApiError } from '../api/ApiError';
import type { AnnouncementsApi } from '../api/announcementsApi';

/** More would push down what people came for. */
const mostNotices = 3;

/** The notices that concern a guide or an office today. They add to a page and never keep it from opening. */
export const concerningNotices = async (api: AnnouncementsApi, about: Pick<AnnouncementQuery, 'guideId' | 'officeCode'>): Promise<AnnouncementRef[]> => {
  // A mutilated link names a guide that cannot exist; the page itself says so.
  if (about.guideId !== undefined && !/^\d{1,15}$/.test(about.guideId)) return [];
  try {
    return (await api.listAnnouncements({ ...about, limit: mostNotices })).items;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return [];
  }
};

/** A page does not wait longer than this for what adds to it; both then make one drawing. */
export const headStart = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));
