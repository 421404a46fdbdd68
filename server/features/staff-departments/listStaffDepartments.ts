import { ApiError } from '../../apiError';
import { StaffDepartmentTree } from '../../contract/staffDepartments';
import { staffEndpoint } from '../../endpoint';
import { mayReadDepartments } from '../../staff/registerPolicy';
import { presentTree } from './staffDepartmentPresenter';

export const listStaffDepartments = staffEndpoint(
  { method: 'GET', url: '/staff/departments', summary: '管理员负责的部门和下级部门，按树的顺序', reply: StaffDepartmentTree },
  async ({ app, staff }) => {
    if (!mayReadDepartments(staff)) throw new ApiError('not_allowed');
    return { items: await presentTree(app.db, staff) };
  },
);
