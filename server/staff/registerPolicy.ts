import type { StaffRole } from '../contract/staff';
import { departmentsWith, type StaffSession } from './staffSession';

const holdsAny = (staff: StaffSession, roles: readonly StaffRole[]): boolean => departmentsWith(staff, roles).length > 0;

export const mayReadDepartments = (staff: StaffSession): boolean => holdsAny(staff, ['administrator']);

/** Whether the member answers for this department: it is one they administer, or below one. */
export const mayChangeDepartment = (staff: StaffSession, departmentId: number): boolean => staff.departments.get('administrator')?.has(departmentId) ?? false;

/** Halls belong to no department: whoever administers one, or runs a hall, keeps the register of them. */
export const mayChangeOffices = (staff: StaffSession): boolean => holdsAny(staff, ['administrator', 'hall_manager']);

/** What people call things concerns whoever writes guides, in any department. */
export const mayChangeSynonyms = (staff: StaffSession): boolean => holdsAny(staff, ['administrator', 'editor']);
