import { ApiError } from '../../apiError';
import { InviteMemberBody, IssuedInvitation, MemberIdParams } from '../../contract/staffMembers';
import { staffEndpoint } from '../../endpoint';
import { phoneNumberContext } from '../../presenters/citizenPresenter';
import { addStaffMember, isNumberTaken, replaceInvitation } from '../../staff/inviteStaffMember';
import { staffActor } from '../../staff/staffActor';
import { presentInvitation } from './issuedInvitation';
import { memberScope, mustBeWithin, toGrants } from './memberAccess';
import { findMember } from './memberRepository';

export const inviteMember = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/members/:memberId',
    summary: '邀请工作人员，编号由调用方取；同样的再调用一次给出新链接，前一个作废',
    params: MemberIdParams,
    body: InviteMemberBody,
    reply: IssuedInvitation,
    errors: ['role_outside_departments', 'phone_number_taken', 'member_state_changed'],
    confirmation: 'invite_member',
  },
  async ({ app, params: { memberId }, body, staff, request }) => {
    const scope = await memberScope(app.db, staff);
    if (scope.departmentIds.length === 0) throw new ApiError('not_allowed');
    const roles = toGrants(body.roles);
    mustBeWithin(scope, roles);
    const now = app.clock.now();
    const phoneNumberIndex = app.encryption.blindIndex(body.phoneNumber, phoneNumberContext);
    const invitation = await app.db.transaction().execute(async (tx) => {
      if (await isNumberTaken(tx, phoneNumberIndex, memberId)) throw new ApiError('phone_number_taken');
      const known = await findMember(tx, memberId);
      if (known === undefined) {
        const { name, phoneNumber, position } = body;
        return addStaffMember(tx, app.encryption, { id: memberId, name: name.trim(), phoneNumber, roles, ...(position === undefined ? {} : { position }) }, staffActor(staff, request), now);
      }
      // The same call again, because its answer with the link was lost.
      if (known.status !== 'invited' || known.phone_number_index !== phoneNumberIndex) throw new ApiError('member_state_changed');
      return replaceInvitation(tx, memberId, now);
    });
    return presentInvitation(app, request, memberId, invitation);
  },
);
