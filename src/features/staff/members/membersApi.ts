import type { StaffDepartmentTree } from '../../../../server/contract/staffDepartments';
import type { StaffRole } from '../../../../server/contract/staff';
import type {
  ChangeRolesBody,
  ColleagueList,
  HandOver,
  InviteMemberBody,
  IssuedInvitation,
  LeavePostBody,
  NameStandInBody,
  RoleGrantBody,
  StaffMember,
  StaffMemberPage,
  StaffStatus,
} from '../../../../server/contract/staffMembers';
import type { ApiClient } from '../../../api/ApiClient';

export interface MemberFilter {
  departmentId: string | null;
  status: StaffStatus | null;
  role: StaffRole | null;
  name: string;
}

type Headers = Record<string, string>;
const path = (memberId: string, rest = '') => `/staff/members/${encodeURIComponent(memberId)}${rest}`;

/** What administrators do with the members of their departments. */
export const membersApi = (client: ApiClient) => ({
  list: ({ departmentId, status, role, name }: MemberFilter, cursor?: string) =>
    client.request<StaffMemberPage>({ path: '/staff/members', query: { departmentId, status, role, name: name.trim(), cursor } }),
  read: (memberId: string) => client.request<StaffMember>({ path: path(memberId) }),
  listDepartments: () => client.request<StaffDepartmentTree>({ path: '/staff/departments' }),
  invite: (memberId: string, body: InviteMemberBody, headers: Headers) => client.request<IssuedInvitation>({ method: 'PUT', path: path(memberId), body, headers }),
  renewInvitation: (memberId: string) => client.request<IssuedInvitation>({ method: 'POST', path: path(memberId, '/invitation') }),
  cancelInvitation: (memberId: string) => client.request<StaffMember>({ method: 'DELETE', path: path(memberId, '/invitation') }),
  changeRoles: (memberId: string, body: ChangeRolesBody, headers: Headers) => client.request<StaffMember>({ method: 'PUT', path: path(memberId, '/roles'), body, headers }),
  reinstate: (memberId: string, roles: RoleGrantBody[], headers: Headers) =>
    client.request<IssuedInvitation>({ method: 'PUT', path: path(memberId, '/reinstatement'), body: { roles }, headers }),
  readHandOver: (memberId: string) => client.request<HandOver>({ path: path(memberId, '/hand-over') }),
  leave: (memberId: string, body: LeavePostBody, headers: Headers) => client.request<StaffMember>({ method: 'PUT', path: path(memberId, '/departure'), body, headers }),
  listColleagues: (memberId: string) => client.request<ColleagueList>({ path: path(memberId, '/colleagues') }),
  nameStandIn: (memberId: string, id: string, body: NameStandInBody) => client.request<StaffMember>({ method: 'PUT', path: path(memberId, `/stand-ins/${id}`), body }),
  endStandIn: (memberId: string, id: string) => client.request<StaffMember>({ method: 'DELETE', path: path(memberId, `/stand-ins/${id}`) }),
});
export type MembersApi = ReturnType<typeof membersApi>;
