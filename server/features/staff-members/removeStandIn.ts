import { ApiError } from '../../apiError';
import { StaffMember, StandInParams } from '../../contract/staffMembers';
import { staffEndpoint } from '../../endpoint';
import { staffActor } from '../../staff/staffActor';
import { endStandIn } from '../../staff/standIns';
import { holdMember } from './memberAccess';
import { presentMember } from './memberPresenter';

export const removeStandIn = staffEndpoint(
  {
    method: 'DELETE',
    url: '/staff/members/:memberId/stand-ins/:standInId',
    summary: '提前结束代班，或取消还没开始的',
    params: StandInParams,
    reply: StaffMember,
    errors: ['member_not_found', 'stand_in_not_found'],
  },
  async ({ app, params: { memberId, standInId }, staff, request }) => {
    await app.db.transaction().execute(async (tx) => {
      await holdMember(tx, staff, memberId, true);
      if (!(await endStandIn(tx, memberId, standInId, staffActor(staff, request), app.clock.now()))) throw new ApiError('stand_in_not_found');
    });
    return presentMember(app, staff, memberId);
  },
);
