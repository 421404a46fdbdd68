import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { IssuedInvitation, MemberIdParams, ReinstateMemberBody } from '../../contract/staffMembers';
import { staffEndpoint } from '../../endpoint';
import { addRoles, departmentsOf, grantWords, isNumberTaken, replaceInvitation } from '../../staff/inviteStaffMember';
import { staffActor } from '../../staff/staffActor';
import { presentInvitation } from './issuedInvitation';
import { holdMember, mustBeWithin, mustDecideAbout, toGrants } from './memberAccess';

export const reinstateMember = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/members/:memberId/reinstatement',
    summary: '恢复停用的工作人员：重新定职责，发新邀请，本人接受后上岗',
    params: MemberIdParams,
    body: ReinstateMemberBody,
    reply: IssuedInvitation,
    errors: ['member_not_found', 'member_elsewhere', 'member_state_changed', 'own_roles', 'role_outside_departments', 'phone_number_taken'],
    confirmation: 'invite_member',
  },
  async ({ app, params: { memberId }, body, staff, request }) => {
    const now = app.clock.now();
    const roles = toGrants(body.roles);
    const invitation = await app.db.transaction().execute(async (tx) => {
      const member = await holdMember(tx, staff, memberId);
      mustDecideAbout(staff, member);
      mustBeWithin(member.scope, roles);
      // The same call again, because its answer with the link was lost.
      if (member.row.status === 'invited') return replaceInvitation(tx, memberId, now);
      if (member.row.status === 'active') throw new ApiError('member_state_changed');
      if (await isNumberTaken(tx, member.row.phone_number_index, memberId)) throw new ApiError('phone_number_taken');
      await tx.updateTable('staff_members').set({ status: 'invited', suspended_at: null, citizen_id: null }).where('id', '=', memberId).execute();
      await tx.deleteFrom('staff_roles').where('staff_id', '=', memberId).execute();
      await addRoles(tx, memberId, roles, now);
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'reinstate_staff_member',
        objectKind: 'staff_member',
        objectId: memberId,
        departmentIds: departmentsOf([...member.roles, ...roles]),
        before: { status: 'suspended', roles: grantWords(member.roles) },
        after: { status: 'invited', roles: grantWords(roles) },
        at: now,
      });
      return replaceInvitation(tx, memberId, now);
    });
    return presentInvitation(app, request, memberId, invitation);
  },
);
