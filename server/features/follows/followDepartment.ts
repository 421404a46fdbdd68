import { ApiError } from '../../apiError';
import { FollowedDepartmentParams } from '../../contract/follows';
import { citizenEndpoint } from '../../endpoint';
import { insertDepartmentFollow } from './followRepository';

export const followDepartment = citizenEndpoint(
  {
    method: 'PUT',
    url: '/follows/departments/:departmentId',
    summary: '关注一个部门，有新内容时收到消息；重复关注不会出错',
    params: FollowedDepartmentParams,
    errors: ['department_not_found'],
    limits: [{ per: 'citizen', limit: 120, windowSeconds: 60 }],
  },
  async ({ app, params, citizen }) => {
    if (!(await insertDepartmentFollow(app.db, citizen.citizenId, Number(params.departmentId), app.clock.now()))) throw new ApiError('department_not_found');
  },
);
