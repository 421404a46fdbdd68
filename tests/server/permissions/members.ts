import { randomUUID } from 'node:crypto';
import { everyRole, type Entry } from '../../support/permissions';

let invited = 0;

/** Nobody's numbers, each given once. */
export const invitedMembers = { nextPhoneNumber: (): string => `1990003${String((invited += 1)).padStart(4, '0')}` };

/** An administrator's act on an invited member of their department. */
const onMember = ({ url, payload }: { url: string; payload?: object }, administrator = 200): Entry => ({
  nobody: 401,
  citizen: 403,
  request: ({ memberId }) => ({ url: `/api/v1/staff/members/${memberId}${url}`, ...(payload === undefined ? {} : { payload }) }),
  staff: { ...everyRole(404), administrator },
  otherDepartment: 404,
});

/** Of the permission matrix: members, invitations, roles, leaving, stand-ins, the audit trail. */
export const memberPermissions: Record<string, Entry> = {
  'GET /api/v1/staff/members': { nobody: 401, citizen: 403, staff: { ...everyRole(403), administrator: 200 } },
  'GET /api/v1/staff/members/:memberId': onMember({ url: '' }),
  'GET /api/v1/staff/members/:memberId/hand-over': onMember({ url: '/hand-over' }),
  'GET /api/v1/staff/members/:memberId/colleagues': onMember({ url: '/colleagues' }),
  'POST /api/v1/staff/members/:memberId/invitation': onMember({ url: '/invitation' }),
  'DELETE /api/v1/staff/members/:memberId/invitation': onMember({ url: '/invitation' }),
  'PUT /api/v1/staff/members/:memberId/departure': { ...onMember({ url: '/departure', payload: {} }), confirmation: 'suspend_member' },
  'PUT /api/v1/staff/members/:memberId/roles': { ...onMember({ url: '/roles', payload: { grant: [], revoke: [] } }), confirmation: 'change_roles' },
  'PUT /api/v1/staff/members/:memberId/reinstatement': {
    nobody: 401,
    citizen: 403,
    confirmation: 'invite_member',
    // The member is invited already: the same call again.
    request: ({ memberId, memberDepartmentId: departmentId }) => ({ url: `/api/v1/staff/members/${memberId}/reinstatement`, payload: { roles: [{ role: 'editor', departmentId }] } }),
    staff: { ...everyRole(404), administrator: 200 },
    otherDepartment: 404,
  },
  'PUT /api/v1/staff/members/:memberId': {
    nobody: 401,
    citizen: 403,
    confirmation: 'invite_member',
    request: ({ memberDepartmentId: departmentId }) => ({
      url: `/api/v1/staff/members/${randomUUID()}`,
      payload: { name: '林知夏', phoneNumber: invitedMembers.nextPhoneNumber(), roles: [{ role: 'editor', departmentId }] },
    }),
    staff: { ...everyRole(403), administrator: 200 },
    otherDepartment: 403,
  },
  // The member has not accepted yet, so nobody can stand in for them.
  'PUT /api/v1/staff/members/:memberId/stand-ins/:standInId': {
    nobody: 401,
    citizen: 403,
    request: ({ memberId }) => ({ url: `/api/v1/staff/members/${memberId}/stand-ins/${randomUUID()}`, payload: { colleagueId: randomUUID(), from: '2026-12-01', to: '2026-12-03' } }),
    staff: { ...everyRole(404), administrator: 409 },
    otherDepartment: 404,
  },
  'DELETE /api/v1/staff/members/:memberId/stand-ins/:standInId': onMember({ url: `/stand-ins/${randomUUID()}` }, 404),
  'GET /api/v1/staff/audit-records': { nobody: 401, citizen: 403, staff: { ...everyRole(403), auditor: 200 } },
  'GET /api/v1/staff/audit-words': { nobody: 401, citizen: 403, staff: { ...everyRole(403), auditor: 200 } },
  'POST /api/v1/staff/audit-records/export': {
    nobody: 401,
    citizen: 403,
    confirmation: 'export_records',
    request: () => ({ url: '/api/v1/staff/audit-records/export', payload: {} }),
    staff: { ...everyRole(403), auditor: 200 },
  },
};
