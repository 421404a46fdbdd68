import type { StaffRole } from '../contract/staff';
import { departmentsWith, staffIdsOf, type StaffSession } from './staffSession';

/** Who takes part in announcing, and so sees what the department is writing. What each may do stands in contract/announcementFlow.ts. */
const takesPart: readonly StaffRole[] = ['administrator', 'editor', 'approver'];

/** Departments whose drafts and announcements a member sees. */
export const announcementScope = (staff: StaffSession): number[] => departmentsWith(staff, takesPart);

export const mayReadAnnouncements = (staff: StaffSession): boolean => announcementScope(staff).length > 0;

export const mayReadAnnouncementsOf = (staff: StaffSession, departmentId: number): boolean => takesPart.some((role) => staff.departments.get(role)?.has(departmentId) === true);

export const approvesFor = (staff: StaffSession): number[] => departmentsWith(staff, ['approver']);

export function rolesIn({ departments }: StaffSession, departmentId: number): ReadonlySet<StaffRole> {
  return new Set([...departments].filter(([, of]) => of.has(departmentId)).map(([role]) => role));
}

/** Whether the member counts as one of those who wrote: they did, or stand in for somebody who did. */
export const countsAsAuthor = (staff: StaffSession, authorIds: readonly string[]): boolean => staffIdsOf(staff).some((id) => authorIds.includes(id));

/** The list of wrong names of bodies concerns every department's texts. */
export const mayReadBodyNames = mayReadAnnouncements;
export const mayEditBodyNames = (staff: StaffSession): boolean => departmentsWith(staff, ['administrator']).length > 0;
