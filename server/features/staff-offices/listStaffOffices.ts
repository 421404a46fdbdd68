import { ApiError } from '../../apiError';
import { StaffOfficeList } from '../../contract/staffOffices';
import { staffEndpoint } from '../../endpoint';
import { mayChangeOffices } from '../../staff/registerPolicy';
import { presentStaffOffice } from './staffOfficePresenter';
import { findStaffOffices } from './staffOfficeRepository';

export const listStaffOffices = staffEndpoint(
  { method: 'GET', url: '/staff/offices', summary: '全部大厅和窗口，按显示的先后', reply: StaffOfficeList },
  async ({ app, staff }) => {
    if (!mayChangeOffices(staff)) throw new ApiError('not_allowed');
    return { items: (await findStaffOffices(app.db)).map(presentStaffOffice), allowedActions: ['add' as const] };
  },
);
