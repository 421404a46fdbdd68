import type { FeatureEndpoints } from '../../endpoint';
import { cancelMemberInvitation } from './cancelMemberInvitation';
import { changeMemberRoles } from './changeMemberRoles';
import { getHandOver } from './getHandOver';
import { getStaffMember } from './getStaffMember';
import { inviteMember } from './inviteMember';
import { leaveMemberPost } from './leaveMemberPost';
import { listColleagues } from './listColleagues';
import { listStaffMembers } from './listStaffMembers';
import { nameStandIn } from './nameStandIn';
import { reinstateMember } from './reinstateMember';
import { removeStandIn } from './removeStandIn';
import { renewMemberInvitation } from './renewMemberInvitation';

export const staffMembers: FeatureEndpoints = {
  tag: '工作人员：名单和职责',
  staff: {
    listStaffMembers,
    getStaffMember,
    inviteMember,
    renewMemberInvitation,
    cancelMemberInvitation,
    changeMemberRoles,
    getHandOver,
    leaveMemberPost,
    reinstateMember,
    listColleagues,
    nameStandIn,
    removeStandIn,
  },
};
