import type { FeatureEndpoints } from '../../endpoint';
import { getAnnouncement } from './getAnnouncement';
import { getAnnouncementVersion } from './getAnnouncementVersion';
import { listAnnouncementFilters } from './listAnnouncementFilters';
import { listAnnouncements } from './listAnnouncements';
import { readAnnouncementFile } from './readAnnouncementFile';
import { searchAnnouncements } from './searchAnnouncements';

export { registerAnnouncementFeed } from './feed';

export const announcements: FeatureEndpoints = {
  tag: '公告',
  anyone: { listAnnouncements, listAnnouncementFilters, searchAnnouncements, getAnnouncement, getAnnouncementVersion, readAnnouncementFile },
};
