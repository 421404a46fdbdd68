import { announcementWork } from './features/staff-announcements/announcementWork';
import { reportWork } from './features/staff-reports/reportWork';
import type { WorkSource } from './work/workSource';

/** Everything that may wait for staff; the server and the commands of `npm run admin` use the same list. */
export const workSources: readonly WorkSource[] = [announcementWork, reportWork];
