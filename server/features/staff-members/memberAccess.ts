import { ApiError } from '../../apiError';
import type { Database, DatabaseTransaction } from '../../database/database';
import type { RoleGrant } from '../../staff/inviteStaffMember';
import type { StaffSession } from '../../staff/staffSession';
import { administeredBy, isInScope, isOneself, isWholeInScope, type MemberScope } from './memberPolicy';
import { findMember, findRoles, isTopDepartment, lockMember, type MemberRow, type RoleRow } from './memberRepository';

export interface SeenMember {
  row: MemberRow;
  roles: (RoleGrant & RoleRow)[];
  scope: MemberScope;
}

export async function memberScope(db: Database | DatabaseTransaction, staff: StaffSession): Promise<MemberScope> {
  const departmentIds = administeredBy(staff);
  return { departmentIds, withoutRoles: departmentIds.length > 0 && (await isTopDepartment(db, departmentIds)) };
}

/**
 * The member, for their administrator, or for themselves where `orOneself`.
 *
 * @throws ApiError `member_not_found`, also when the member is another department's.
 */
export async function seeMember(db: Database | DatabaseTransaction, staff: StaffSession, memberId: string, orOneself = false): Promise<SeenMember> {
  const row = await findMember(db, memberId);
  if (row === undefined) throw new ApiError('member_not_found');
  const roles = (await findRoles(db, [memberId])).map((role) => ({ ...role, departmentId: role.department_id }));
  const scope = await memberScope(db, staff);
  if (!isInScope(scope, roles) && !(orOneself && staff.staffId === memberId)) throw new ApiError('member_not_found');
  return { row, roles, scope };
}

/** The same, locked until the caller's transaction ends. */
export async function holdMember(tx: DatabaseTransaction, staff: StaffSession, memberId: string, orOneself = false): Promise<SeenMember> {
  await lockMember(tx, memberId);
  return seeMember(tx, staff, memberId, orOneself);
}

/** @throws ApiError when the administrator may not decide about the person as a whole. */
export function mustDecideAbout(staff: StaffSession, { row, roles, scope }: SeenMember): void {
  if (isOneself(staff, row.id)) throw new ApiError('own_roles');
  if (!isWholeInScope(scope, roles)) throw new ApiError('member_elsewhere');
}

/** @throws ApiError `role_outside_departments`. */
export function mustBeWithin({ departmentIds }: MemberScope, roles: readonly RoleGrant[]): void {
  if (!roles.every(({ departmentId }) => departmentIds.includes(departmentId))) throw new ApiError('role_outside_departments');
}

export const toGrants = (roles: readonly { role: RoleGrant['role']; departmentId: string }[]): RoleGrant[] =>
  roles.map(({ role, departmentId }) => ({ role, departmentId: Number(departmentId) }));
