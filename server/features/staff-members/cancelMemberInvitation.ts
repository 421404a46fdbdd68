import { ApiError } from '../../apiError';
import { MemberIdParams, StaffMember } from '../../contract/staffMembers';
import { staffEndpoint } from '../../endpoint';
import { leavePost } from '../../staff/leavePost';
import { staffActor } from '../../staff/staffActor';
import { mustDecideAbout, seeMember } from './memberAccess';
import { presentMember } from './memberPresenter';

export const cancelMemberInvitation = staffEndpoint(
  {
    method: 'DELETE',
    url: '/staff/members/:memberId/invitation',
    summary: '撤回邀请：链接作废，这位工作人员记为停用',
    params: MemberIdParams,
    reply: StaffMember,
    errors: ['member_not_found', 'member_elsewhere', 'member_state_changed', 'own_roles'],
  },
  async ({ app, params: { memberId }, staff, request }) => {
    const member = await seeMember(app.db, staff, memberId);
    mustDecideAbout(staff, member);
    if (member.row.status === 'active') throw new ApiError('member_state_changed');
    const departure = { staffId: memberId, successorId: null, mayBeLastAdministrator: false, onlyInvited: true };
    const outcome = await leavePost(app.db, app.workSources, departure, staffActor(staff, request), app.clock.now());
    // Accepted at this very moment.
    if (typeof outcome === 'string' && outcome !== 'not_in_office') throw new ApiError('member_state_changed');
    return presentMember(app, staff, memberId);
  },
);
