import type { AddDepartmentBody, PlaceDepartmentBody, StaffDepartment, StaffDepartmentTree } from '../../../../server/contract/staffDepartments';
import type { ApiClient } from '../../../api/ApiClient';

const path = (id: string) => `/staff/departments/${encodeURIComponent(id)}`;

export const departmentsApi = (client: ApiClient) => ({
  list: () => client.request<StaffDepartmentTree>({ path: '/staff/departments' }),
  /** @throws ApiError department_name_taken */
  add: (body: AddDepartmentBody) => client.request<StaffDepartment>({ method: 'POST', path: '/staff/departments', body }),
  /** @throws ApiError department_name_taken */
  rename: (id: string, name: string) => client.request<StaffDepartment>({ method: 'PUT', path: `${path(id)}/name`, body: { name } }),
  /** @throws ApiError department_cycle */
  move: (id: string, body: PlaceDepartmentBody) => client.request<StaffDepartmentTree>({ method: 'PUT', path: `${path(id)}/place`, body }),
  /** @throws ApiError department_in_use with what belongs to it */
  remove: (id: string) => client.request<void>({ method: 'DELETE', path: path(id) }),
});
export type DepartmentsApi = ReturnType<typeof departmentsApi>;
