import type { Announcing } from '../../announcements/announcing';
import { findAnnouncementEvents } from '../../announcements/history';
import { ApiError } from '../../apiError';
import type { StaffAnnouncement } from '../../contract/announcementDrafts';
import { mayReadAnnouncementsOf, rolesIn } from '../../staff/announcementPolicy';
import { findStaffNames } from '../../staff/staffNames';
import type { StaffSession } from '../../staff/staffSession';
import { presentAnnouncement } from './announcementPresenter';
import { findStaffAnnouncement } from './announcementRepository';

/** @throws ApiError `announcement_not_found`, also for another department's, and for one that was never published. */
export async function viewAnnouncement({ db, encryption }: Announcing, staff: StaffSession, id: string): Promise<StaffAnnouncement> {
  const row = await findStaffAnnouncement(db, Number(id));
  if (row === undefined || !mayReadAnnouncementsOf(staff, row.department_id)) throw new ApiError('announcement_not_found');
  const events = await findAnnouncementEvents(db, row.id);
  const names = await findStaffNames(db, encryption, events.map((event) => event.staff_id));
  return presentAnnouncement(row, events, names, { roles: rolesIn(staff, row.department_id), hasWritten: false });
}
