import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { IssuedInvitation, MemberIdParams } from '../../contract/staffMembers';
import { staffEndpoint } from '../../endpoint';
import { replaceInvitation } from '../../staff/inviteStaffMember';
import { staffActor } from '../../staff/staffActor';
import { presentInvitation } from './issuedInvitation';
import { holdMember, mustDecideAbout } from './memberAccess';

export const renewMemberInvitation = staffEndpoint(
  {
    method: 'POST',
    url: '/staff/members/:memberId/invitation',
    summary: '重发邀请：给出新链接，以前的作废',
    params: MemberIdParams,
    reply: IssuedInvitation,
    errors: ['member_not_found', 'member_elsewhere', 'member_state_changed', 'own_roles'],
  },
  async ({ app, params: { memberId }, staff, request }) => {
    const now = app.clock.now();
    const invitation = await app.db.transaction().execute(async (tx) => {
      const member = await holdMember(tx, staff, memberId);
      mustDecideAbout(staff, member);
      if (member.row.status !== 'invited') throw new ApiError('member_state_changed');
      const renewed = await replaceInvitation(tx, memberId, now);
      await recordAudit(tx, { ...staffActor(staff, request), action: 'renew_invitation', objectKind: 'staff_member', objectId: memberId, after: { expiresAt: renewed.expiresAt.toISOString() }, at: now });
      return renewed;
    });
    return presentInvitation(app, request, memberId, invitation);
  },
);
