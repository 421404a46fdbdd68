import type { FeatureEndpoints } from '../../endpoint';
import { acceptStaffInvitation } from './acceptStaffInvitation';
import { getCurrentStaffMember } from './getCurrentStaffMember';
import { listStaffWork } from './listStaffWork';
import { readStaffInvitation } from './readStaffInvitation';

export const staff: FeatureEndpoints = {
  tag: '工作人员',
  anyone: { readStaffInvitation },
  citizen: { acceptStaffInvitation },
  staff: { getCurrentStaffMember, listStaffWork },
};
