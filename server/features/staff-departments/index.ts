import type { FeatureEndpoints } from '../../endpoint';
import { addDepartment } from './addDepartment';
import { listStaffDepartments } from './listStaffDepartments';
import { moveDepartment } from './moveDepartment';
import { removeDepartment } from './removeDepartment';
import { renameDepartment } from './renameDepartment';

/** For administrators, each within the departments they answer for. */
export const staffDepartments: FeatureEndpoints = {
  tag: '工作人员：部门',
  staff: { listStaffDepartments, addDepartment, renameDepartment, moveDepartment, removeDepartment },
};
