import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { ChangeRolesBody, MemberIdParams, StaffMember } from '../../contract/staffMembers';
import type { DatabaseTransaction } from '../../database/database';
import { staffEndpoint } from '../../endpoint';
import { wouldLeaveTopWithoutAdministrator } from '../../staff/administrators';
import { addRoles, departmentsOf, grantWords, type RoleGrant } from '../../staff/inviteStaffMember';
import { staffActor } from '../../staff/staffActor';
import { holdMember, mustBeWithin, toGrants } from './memberAccess';
import { isOneself } from './memberPolicy';
import { presentMember } from './memberPresenter';

export const changeMemberRoles = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/members/:memberId/roles',
    summary: '授予和收回职责，一次办完；各进程立刻生效',
    params: MemberIdParams,
    body: ChangeRolesBody,
    reply: StaffMember,
    errors: ['member_not_found', 'member_state_changed', 'role_outside_departments', 'own_roles', 'last_administrator'],
    confirmation: 'change_roles',
  },
  async ({ app, params: { memberId }, body, staff, request }) => {
    const now = app.clock.now();
    await app.db.transaction().execute(async (tx) => {
      const { row, roles: held, scope } = await holdMember(tx, staff, memberId);
      if (row.status === 'suspended') throw new ApiError('member_state_changed');
      const revoke = toGrants(body.revoke);
      mustBeWithin(scope, [...toGrants(body.grant), ...revoke]);
      const added = toGrants(body.grant).filter((each) => !isAmong(each, held) && !isAmong(each, revoke));
      const removed = revoke.filter((each) => isAmong(each, held));
      if (added.length === 0 && removed.length === 0) return;
      if (added.length > 0 && isOneself(staff, memberId)) throw new ApiError('own_roles');
      if (held.length + added.length === removed.length) {
        throw new ApiError('request_invalid', { fieldErrors: [{ field: 'body.revoke', message: '至少要留一项职责；不再任职的，请用“离岗”。' }] });
      }
      const administered = removed.filter(({ role }) => role === 'administrator').map(({ departmentId }) => departmentId);
      if (await wouldLeaveTopWithoutAdministrator(tx, memberId, administered)) throw new ApiError('last_administrator');
      for (const each of removed) await removeRole(tx, memberId, each);
      await addRoles(tx, memberId, added, now);
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'change_roles',
        objectKind: 'staff_member',
        objectId: memberId,
        departmentIds: departmentsOf([...held, ...added]),
        before: { roles: grantWords(held) },
        after: { roles: grantWords([...held.filter((each) => !isAmong(each, removed)), ...added]) },
        at: now,
      });
    });
    return presentMember(app, staff, memberId);
  },
);

const isAmong = (one: RoleGrant, roles: readonly RoleGrant[]): boolean => roles.some(({ role, departmentId }) => role === one.role && departmentId === one.departmentId);

async function removeRole(tx: DatabaseTransaction, staffId: string, { role, departmentId }: RoleGrant): Promise<void> {
  await tx.deleteFrom('staff_roles').where('staff_id', '=', staffId).where('role', '=', role).where('department_id', '=', departmentId).execute();
}
