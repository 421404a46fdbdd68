import type { StaffStatus, MemberAction } from '../../contract/staffMembers';
import type { RoleGrant } from '../../staff/inviteStaffMember';
import { departmentsWith, staffIdsOf, type StaffSession } from '../../staff/staffSession';

/** The departments whose members an administrator looks after. */
export const administeredBy = (staff: StaffSession): number[] => departmentsWith(staff, ['administrator']);

/** What an administrator may do is theirs for the departments they hold, and no further. */
export interface MemberScope {
  departmentIds: number[];
  /** Those without any role belong to whoever administers a department at the top. */
  withoutRoles: boolean;
}

export function isInScope({ departmentIds, withoutRoles }: MemberScope, roles: readonly RoleGrant[]): boolean {
  return roles.length === 0 ? withoutRoles : roles.some(({ departmentId }) => departmentIds.includes(departmentId));
}

/** Whether the administrator may decide about the person as a whole: every role of theirs lies within the scope. */
export function isWholeInScope(scope: MemberScope, roles: readonly RoleGrant[]): boolean {
  return isInScope(scope, roles) && roles.every(({ departmentId }) => scope.departmentIds.includes(departmentId));
}

/** Nobody decides about themselves, nor a stand-in about the one they stand in for. */
export const isOneself = (staff: StaffSession, memberId: string): boolean => staffIdsOf(staff).includes(memberId);

export function memberActions(staff: StaffSession, scope: MemberScope, member: { id: string; status: StaffStatus; roles: readonly RoleGrant[] }): MemberAction[] {
  const mayAdminister = isInScope(scope, member.roles);
  const mayDecide = isWholeInScope(scope, member.roles);
  const actions: Record<StaffStatus, readonly (readonly [MemberAction, boolean])[]> = {
    active: [
      ['change_roles', mayAdminister],
      ['suspend', mayDecide && !isOneself(staff, member.id)],
      ['name_stand_in', mayAdminister || staff.staffId === member.id],
    ],
    invited: [
      ['change_roles', mayAdminister],
      ['renew_invitation', mayDecide],
      ['cancel_invitation', mayDecide],
    ],
    suspended: [['reinstate', mayDecide]],
  };
  return actions[member.status].filter(([, isAllowed]) => isAllowed).map(([action]) => action);
}
