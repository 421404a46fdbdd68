import { ApiError } from '../../apiError';
import { LeavePostBody, MemberIdParams, StaffMember } from '../../contract/staffMembers';
import { staffEndpoint } from '../../endpoint';
import { leavePost } from '../../staff/leavePost';
import { staffActor } from '../../staff/staffActor';
import { mustDecideAbout, seeMember } from './memberAccess';
import { presentMember } from './memberPresenter';

export const leaveMemberPost = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/members/:memberId/departure',
    summary: '离岗：立刻停用，所有设备退出登录，没办完的事一并交给接手人',
    params: MemberIdParams,
    body: LeavePostBody,
    reply: StaffMember,
    errors: ['member_not_found', 'member_elsewhere', 'own_roles', 'last_administrator', 'successor_required', 'successor_unfit'],
    confirmation: 'suspend_member',
  },
  async ({ app, params: { memberId }, body, staff, request }) => {
    mustDecideAbout(staff, await seeMember(app.db, staff, memberId));
    const departure = { staffId: memberId, successorId: body.successorId ?? null, mayBeLastAdministrator: false };
    const outcome = await leavePost(app.db, app.workSources, departure, staffActor(staff, request), app.clock.now());
    // The same call again finds it done.
    if (typeof outcome === 'string' && outcome !== 'not_in_office') throw new ApiError(outcome === 'in_office' ? 'member_state_changed' : outcome);
    return presentMember(app, staff, memberId);
  },
);
