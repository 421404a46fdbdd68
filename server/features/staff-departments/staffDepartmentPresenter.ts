import { ApiError } from '../../apiError';
import type { DepartmentAction, StaffDepartment } from '../../contract/staffDepartments';
import type { Database } from '../../database/database';
import { mayChangeDepartment } from '../../staff/registerPolicy';
import type { StaffSession } from '../../staff/staffSession';
import { inTreeOrder } from './departmentTreeRules';
import { findTree, type TreeRow } from './staffDepartmentRepository';

/** Where a department stands is decided by who answers for what is above it. */
function allowedActions(row: Pick<TreeRow, 'parentId'>, staff: StaffSession): DepartmentAction[] {
  const isAnswerableAbove = row.parentId !== null && mayChangeDepartment(staff, row.parentId);
  return ['rename', 'add_below', ...(isAnswerableAbove ? (['move', 'remove'] as const) : [])];
}

/** Every department that the member answers for, each before those below it. */
export async function presentTree(db: Database, staff: StaffSession): Promise<StaffDepartment[]> {
  return inTreeOrder(await findTree(db))
    .filter(({ id }) => mayChangeDepartment(staff, id))
    .map((row) => ({
      id: String(row.id),
      name: row.name,
      parentId: row.parentId === null ? null : String(row.parentId),
      level: row.level,
      guideCount: row.guideCount,
      memberCount: row.memberCount,
      allowedActions: allowedActions(row, staff),
    }));
}

/** @throws ApiError `department_not_found` */
export async function presentDepartment(db: Database, staff: StaffSession, id: number): Promise<StaffDepartment> {
  const department = (await presentTree(db, staff)).find((each) => each.id === String(id));
  if (department === undefined) throw new ApiError('department_not_found');
  return department;
}
