import { HandOver, MemberIdParams } from '../../contract/staffMembers';
import { staffEndpoint } from '../../endpoint';
import { findColleagues } from '../../staff/colleagues';
import { countOwned } from '../../staff/leavePost';
import { workNames } from '../../work/workSource';
import { seeMember } from './memberAccess';
import { presentColleague } from './memberPresenter';

export const getHandOver = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/members/:memberId/hand-over',
    summary: '离岗前看：名下没办完的事各有几件，可以交给谁',
    params: MemberIdParams,
    reply: HandOver,
    errors: ['member_not_found'],
  },
  async ({ app, params: { memberId }, staff }) => {
    await seeMember(app.db, staff, memberId);
    const owned = await countOwned(app.db, app.workSources, memberId);
    const successors = await findColleagues(app.db, memberId, 'hand_over');
    return {
      owned: owned.map(({ kind, count }) => ({ kind, name: workNames[kind], count })),
      successors: successors.map((row) => presentColleague(row, app.encryption)),
    };
  },
);
