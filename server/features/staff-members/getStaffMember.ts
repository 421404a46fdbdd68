import { MemberIdParams, StaffMember } from '../../contract/staffMembers';
import { staffEndpoint } from '../../endpoint';
import { presentMember } from './memberPresenter';

export const getStaffMember = staffEndpoint(
  { method: 'GET', url: '/staff/members/:memberId', summary: '一位工作人员：职责、邀请、代班；也可以看自己', params: MemberIdParams, reply: StaffMember, errors: ['member_not_found'] },
  ({ app, params, staff }) => presentMember(app, staff, params.memberId),
);
