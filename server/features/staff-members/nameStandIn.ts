import { ApiError } from '../../apiError';
import { beginningInShanghai } from '../../clock';
import { NameStandInBody, StaffMember, StandInParams } from '../../contract/staffMembers';
import { staffEndpoint } from '../../endpoint';
import { staffActor } from '../../staff/staffActor';
import { addStandIn } from '../../staff/standIns';
import { holdMember } from './memberAccess';
import { presentMember } from './memberPresenter';

const longestMilliseconds = 366 * 86_400_000;

export const nameStandIn = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/members/:memberId/stand-ins/:standInId',
    summary: '指定代班人（AB 岗）：本人或管理员，从哪天到哪天，编号由调用方取',
    params: StandInParams,
    body: NameStandInBody,
    reply: StaffMember,
    errors: ['member_not_found', 'member_state_changed', 'stand_in_unfit', 'stand_in_overlaps', 'stand_in_cycle', 'stand_in_period_invalid'],
  },
  async ({ app, params: { memberId, standInId }, body, staff, request }) => {
    const now = app.clock.now();
    const startsAt = beginningInShanghai(body.from);
    const endsAt = beginningInShanghai(body.to, 1);
    if (endsAt <= startsAt || endsAt <= now || endsAt.getTime() - startsAt.getTime() > longestMilliseconds) throw new ApiError('stand_in_period_invalid');
    await app.db.transaction().execute(async (tx) => {
      const { row } = await holdMember(tx, staff, memberId, true);
      if (row.status !== 'active') throw new ApiError('member_state_changed');
      const refusal = await addStandIn(tx, { id: standInId, absentId: memberId, standInId: body.colleagueId, startsAt, endsAt }, staffActor(staff, request), now);
      if (refusal !== undefined) throw new ApiError(refusal);
    });
    return presentMember(app, staff, memberId);
  },
);
