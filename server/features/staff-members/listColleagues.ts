import { ColleagueList, MemberIdParams } from '../../contract/staffMembers';
import { staffEndpoint } from '../../endpoint';
import { findColleagues } from '../../staff/colleagues';
import { seeMember } from './memberAccess';
import { presentColleague } from './memberPresenter';

export const listColleagues = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/members/:memberId/colleagues',
    summary: '可以代班的同事：同一部门或上级部门在岗的人；本人和管理员可看',
    params: MemberIdParams,
    reply: ColleagueList,
    errors: ['member_not_found'],
  },
  async ({ app, params: { memberId }, staff }) => {
    await seeMember(app.db, staff, memberId, true);
    return { items: (await findColleagues(app.db, memberId, 'stand_in')).map((row) => presentColleague(row, app.encryption)) };
  },
);
