import { FollowedDepartmentParams } from '../../contract/follows';
import { citizenEndpoint } from '../../endpoint';
import { deleteDepartmentFollow } from './followRepository';

export const unfollowDepartment = citizenEndpoint(
  {
    method: 'DELETE',
    url: '/follows/departments/:departmentId',
    summary: '取消关注；本来就没有关注也不会出错',
    params: FollowedDepartmentParams,
    limits: [{ per: 'citizen', limit: 120, windowSeconds: 60 }],
  },
  async ({ app, params, citizen }) => {
    await deleteDepartmentFollow(app.db, citizen.citizenId, Number(params.departmentId));
  },
);
