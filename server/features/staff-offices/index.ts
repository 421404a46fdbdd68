import type { FeatureEndpoints } from '../../endpoint';
import { listStaffOffices } from './listStaffOffices';
import { moveOffice } from './moveOffice';
import { removeOffice } from './removeOffice';
import { saveOffice } from './saveOffice';

/** For administrators and hall managers. */
export const staffOffices: FeatureEndpoints = {
  tag: '工作人员：大厅和窗口',
  staff: { listStaffOffices, saveOffice, moveOffice, removeOffice },
};
