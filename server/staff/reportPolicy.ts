import type { StaffRole } from '../contract/staff';
import type { Database } from '../database/database';
import { departmentsWith, type StaffSession } from './staffSession';

/** Who mends guides, and who answers for the department. */
const dealsWithReports: readonly StaffRole[] = ['administrator', 'editor'];

export const mayReadReports = (staff: StaffSession): boolean => departmentsWith(staff, dealsWithReports).length > 0;

/** What people do not find concerns whoever writes guides, in any department: it belongs to none. */
export const mayReadSearches = mayReadReports;

/** Whose reports a member deals with. */
export interface ReportScope {
  departmentIds: number[];
  /** Words about the mini-program belong to no department: administrators of a department at the top of the tree take them. */
  withoutDepartment: boolean;
}

export async function reportScope(db: Database, staff: StaffSession): Promise<ReportScope> {
  const administered = departmentsWith(staff, ['administrator']);
  const top =
    administered.length === 0
      ? undefined
      : await db.selectFrom('departments').where('id', 'in', administered).where('parent_id', 'is', null).select('id').limit(1).executeTakeFirst();
  return { departmentIds: departmentsWith(staff, dealsWithReports), withoutDepartment: top !== undefined };
}

/** Whether the scope takes in a report of this department. */
export function isInScope({ departmentIds, withoutDepartment }: ReportScope, departmentId: number | null): boolean {
  return departmentId === null ? withoutDepartment : departmentIds.includes(departmentId);
}
