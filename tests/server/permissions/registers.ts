import type { InjectOptions } from 'fastify';
import type { StaffRole } from '../../../server/contract/staff';
import { pdf } from '../files/fileSamples';

interface RegisterEntry {
  request?: (mine: { departmentId: number }) => InjectOptions;
  nobody: number;
  citizen: number;
  staff: Record<StaffRole, number>;
  otherDepartment?: number;
}

const roles: readonly StaffRole[] = ['administrator', 'editor', 'approver', 'dispatcher', 'handler', 'supervisor', 'hall_manager', 'window_clerk', 'auditor'];
const everyRole = (status: number): Record<StaffRole, number> => Object.fromEntries(roles.map((role) => [role, status])) as Record<StaffRole, number>;

const importers = (status: number) => ({ administrator: status, editor: status });
/** Which imports a member may see is tested in staffImports.test.ts: they come to be by jobs. */
const nobodysImport = '00000000-0000-4000-8000-0000000000bb';
const office = { code: 'MATRIX', name: '云岫县便民服务站', address: '云岫县南街 1 号', openingHours: null, phone: null, transport: null, accessibility: null, location: null, windows: [] };

/** Of the permission matrix: files, departments, offices, everyday words, searches without result. */
export const registerPermissions: Record<string, RegisterEntry> = {
  'PUT /api/v1/staff/searches-without-result/dealt-with': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: '/api/v1/staff/searches-without-result/dealt-with', payload: { query: '挖掘机' } }),
    staff: { ...everyRole(403), administrator: 204, editor: 204 },
  },
  'DELETE /api/v1/staff/searches-without-result/dealt-with': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: `/api/v1/staff/searches-without-result/dealt-with?query=${encodeURIComponent('挖掘机')}` }),
    staff: { ...everyRole(403), administrator: 204, editor: 204 },
  },
  'GET /api/v1/staff/departments': { nobody: 401, citizen: 403, staff: { ...everyRole(403), administrator: 200 } },
  'POST /api/v1/staff/departments': {
    nobody: 401,
    citizen: 403,
    request: ({ departmentId }) => ({ url: '/api/v1/staff/departments', payload: { name: `新部门${departmentId}`, parentId: String(departmentId) } }),
    staff: { ...everyRole(404), administrator: 200 },
    otherDepartment: 404,
  },
  'PUT /api/v1/staff/departments/:departmentId/name': {
    nobody: 401,
    citizen: 403,
    request: ({ departmentId }) => ({ url: `/api/v1/staff/departments/${departmentId}/name`, payload: { name: '云岫县公安局' } }),
    staff: { ...everyRole(404), administrator: 200 },
    otherDepartment: 404,
  },
  // Who answers for a department alone does not say below which it stands, nor whether it is there.
  'PUT /api/v1/staff/departments/:departmentId/place': {
    nobody: 401,
    citizen: 403,
    request: ({ departmentId }) => ({ url: `/api/v1/staff/departments/${departmentId}/place`, payload: { parentId: String(departmentId), beforeId: null } }),
    staff: { ...everyRole(404), administrator: 403 },
    otherDepartment: 404,
  },
  'DELETE /api/v1/staff/departments/:departmentId': {
    nobody: 401,
    citizen: 403,
    request: ({ departmentId }) => ({ url: `/api/v1/staff/departments/${departmentId}` }),
    staff: { ...everyRole(404), administrator: 403 },
    otherDepartment: 404,
  },
  'GET /api/v1/staff/offices': { nobody: 401, citizen: 403, staff: { ...everyRole(403), administrator: 200, hall_manager: 200 } },
  'PUT /api/v1/staff/offices/:officeCode': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: '/api/v1/staff/offices/MATRIX', payload: { office, revision: null } }),
    staff: { ...everyRole(403), administrator: 200, hall_manager: 200 },
  },
  'PUT /api/v1/staff/offices/:officeCode/place': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: '/api/v1/staff/offices/NOWHERE/place', payload: { beforeCode: null } }),
    staff: { ...everyRole(403), administrator: 404, hall_manager: 404 },
  },
  'DELETE /api/v1/staff/offices/:officeCode': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: '/api/v1/staff/offices/NOWHERE' }),
    staff: { ...everyRole(403), administrator: 204, hall_manager: 204 },
  },
  'GET /api/v1/staff/synonyms': { nobody: 401, citizen: 403, staff: { ...everyRole(403), administrator: 200, editor: 200 } },
  'PUT /api/v1/staff/synonyms': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: '/api/v1/staff/synonyms', payload: { phrase: '上户口', officialTerms: ['出生登记'] } }),
    staff: { ...everyRole(403), administrator: 200, editor: 200 },
  },
  'DELETE /api/v1/staff/synonyms': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: `/api/v1/staff/synonyms?phrase=${encodeURIComponent('上户口')}` }),
    staff: { ...everyRole(403), administrator: 204, editor: 204 },
  },
  'GET /api/v1/staff/search-trials': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: '/api/v1/staff/search-trials?query=x' }),
    staff: { ...everyRole(403), administrator: 200, editor: 200 },
  },
  'POST /api/v1/staff/files': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: `/api/v1/staff/files?purpose=attachment&name=${encodeURIComponent('说明.pdf')}`, payload: pdf, headers: { 'content-type': 'application/octet-stream' } }),
    staff: { ...everyRole(403), administrator: 200, editor: 200 },
  },
  'GET /api/v1/staff/guide-imports': { nobody: 401, citizen: 403, staff: { ...everyRole(403), ...importers(200), approver: 200 } },
  'PUT /api/v1/staff/guide-imports/:importId': {
    nobody: 401,
    citizen: 403,
    // A file that this member has not sent is none of theirs.
    request: () => ({ url: `/api/v1/staff/guide-imports/${nobodysImport}`, payload: { fileHash: '0'.repeat(64) } }),
    staff: { ...everyRole(403), ...importers(404) },
  },
  'GET /api/v1/staff/guide-imports/:importId': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: `/api/v1/staff/guide-imports/${nobodysImport}` }),
    staff: everyRole(404),
  },
  'GET /api/v1/staff/guide-imports/:importId/rows': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: `/api/v1/staff/guide-imports/${nobodysImport}/rows` }),
    staff: everyRole(404),
  },
  'GET /api/v1/staff/guide-imports/:importId/refused-rows': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: `/api/v1/staff/guide-imports/${nobodysImport}/refused-rows` }),
    staff: everyRole(404),
  },
  'PUT /api/v1/staff/guide-imports/:importId/submission': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: `/api/v1/staff/guide-imports/${nobodysImport}/submission`, payload: { preview: 1, withoutRefused: false } }),
    staff: everyRole(404),
  },
  'PUT /api/v1/staff/guide-imports/:importId/confirmation': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: `/api/v1/staff/guide-imports/${nobodysImport}/confirmation`, payload: { preview: 1, withoutRefused: false } }),
    staff: everyRole(404),
  },
  'PUT /api/v1/staff/guide-imports/:importId/cancellation': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: `/api/v1/staff/guide-imports/${nobodysImport}/cancellation` }),
    staff: everyRole(404),
  },
  'GET /api/v1/staff/guide-workbooks/template': { nobody: 401, citizen: 403, staff: { ...everyRole(403), ...importers(200) } },
  'GET /api/v1/staff/guide-workbooks/current': { nobody: 401, citizen: 403, staff: { ...everyRole(403), ...importers(200) } },
};
