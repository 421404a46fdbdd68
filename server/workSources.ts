import { announcementWork } from './features/staff-announcements/announcementWork';
import { guideDraftWork } from './features/guide-drafts/guideDraftWork';
import { guideReviewWork } from './features/guide-reviews/guideReviewWork';
import { guideImportWork } from './features/staff-imports/guideImportWork';
import { reportWork } from './features/staff-reports/reportWork';
import type { WorkSource } from './work/workSource';

/** Everything that may wait for staff; the server and the commands of `npm run admin` use the same list. */
export const workSources: readonly WorkSource[] = [announcementWork, reportWork, guideDraftWork, guideReviewWork, guideImportWork];
