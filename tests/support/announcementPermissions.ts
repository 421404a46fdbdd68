import { randomUUID } from 'node:crypto';
import type { StaffRole } from '../../server/contract/staff';
import { everyRole, type Entry } from './permissions';

const takesPartInAnnouncing = (status: number, others = 403): Record<StaffRole, number> => ({ ...everyRole(others), administrator: status, editor: status, approver: status });

/** The routes of those who write and approve announcements, for the permission matrix. */
export const announcementPermissions: Record<string, Entry> = {
  'GET /api/v1/staff/announcement-drafts': { nobody: 401, citizen: 403, staff: takesPartInAnnouncing(200) },
  'PUT /api/v1/staff/announcement-drafts/:draftId': {
    nobody: 401,
    citizen: 403,
    request: ({ policeId }) => ({ url: `/api/v1/staff/announcement-drafts/${randomUUID()}`, payload: { departmentId: policeId, kind: 'notice' } }),
    staff: { ...everyRole(403), editor: 200 },
    otherDepartment: 403,
  },
  'GET /api/v1/staff/announcement-drafts/:draftId': {
    nobody: 401,
    citizen: 403,
    request: ({ draftId }) => ({ url: `/api/v1/staff/announcement-drafts/${draftId}` }),
    staff: takesPartInAnnouncing(200, 404),
    otherDepartment: 404,
  },
  'PUT /api/v1/staff/announcement-drafts/:draftId/content': {
    nobody: 401,
    citizen: 403,
    request: ({ draftId }) => ({ url: `/api/v1/staff/announcement-drafts/${draftId}/content`, payload: { revision: 2, changes: { title: '停水通知' }, removed: [] } }),
    staff: { ...takesPartInAnnouncing(403, 404), editor: 200 },
    otherDepartment: 404,
  },
  'POST /api/v1/staff/announcement-drafts/:draftId/steps/:action': {
    nobody: 401,
    citizen: 403,
    request: ({ draftId }) => ({ url: `/api/v1/staff/announcement-drafts/${draftId}/steps/return`, payload: { revision: 2, reason: '请写明时间' } }),
    staff: { ...takesPartInAnnouncing(403, 404), approver: 200 },
    otherDepartment: 404,
  },
  'GET /api/v1/staff/announcement-drafts/:draftId/files/:hash': {
    nobody: 401,
    citizen: 403,
    request: ({ draftId }) => ({ url: `/api/v1/staff/announcement-drafts/${draftId}/files/${'0'.repeat(64)}` }),
    staff: everyRole(404),
    otherDepartment: 404,
  },
  'GET /api/v1/staff/announcement-drafts/:draftId/comparison': {
    nobody: 401,
    citizen: 403,
    request: ({ draftId }) => ({ url: `/api/v1/staff/announcement-drafts/${draftId}/comparison` }),
    staff: takesPartInAnnouncing(200, 404),
    otherDepartment: 404,
  },
  'POST /api/v1/staff/announcement-drafts/:draftId/document': {
    nobody: 401,
    citizen: 403,
    request: ({ draftId }) => ({ url: `/api/v1/staff/announcement-drafts/${draftId}/document`, payload: { hash: '0'.repeat(64) } }),
    // An editor gets as far as the file, which nobody has sent.
    staff: { ...takesPartInAnnouncing(403, 404), editor: 404 },
    otherDepartment: 404,
  },
  'GET /api/v1/staff/body-names': { nobody: 401, citizen: 403, staff: takesPartInAnnouncing(200) },
  'PUT /api/v1/staff/body-names/:bodyNameId': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: `/api/v1/staff/body-names/${randomUUID()}`, payload: { wrong: `旧名${randomUUID()}`, right: '新名' } }),
    staff: { ...everyRole(403), administrator: 200 },
  },
  'DELETE /api/v1/staff/body-names/:bodyNameId': {
    nobody: 401,
    citizen: 403,
    request: () => ({ url: `/api/v1/staff/body-names/${randomUUID()}` }),
    staff: { ...everyRole(403), administrator: 204 },
  },
  'GET /api/v1/staff/alarms': { nobody: 401, citizen: 403, staff: takesPartInAnnouncing(200) },
  'POST /api/v1/staff/pasted-html': { nobody: 401, citizen: 403, request: () => ({ payload: { html: '<p>正文</p>' } }), staff: takesPartInAnnouncing(200) },
  'GET /api/v1/staff/announcements': { nobody: 401, citizen: 403, staff: takesPartInAnnouncing(200) },
  'GET /api/v1/staff/announcements/:announcementId': {
    nobody: 401,
    citizen: 403,
    request: ({ announcementId }) => ({ url: `/api/v1/staff/announcements/${announcementId}` }),
    staff: takesPartInAnnouncing(200, 404),
    otherDepartment: 404,
  },
  'PUT /api/v1/staff/announcements/:announcementId/correction': {
    nobody: 401,
    citizen: 403,
    request: ({ announcementId }) => ({ url: `/api/v1/staff/announcements/${announcementId}/correction`, payload: { draftId: randomUUID(), reason: '电话写错了' } }),
    staff: { ...takesPartInAnnouncing(403, 404), editor: 200 },
    otherDepartment: 404,
  },
  'POST /api/v1/staff/announcements/:announcementId/steps/:action': {
    nobody: 401,
    citizen: 403,
    request: ({ announcementId }) => ({ url: `/api/v1/staff/announcements/${announcementId}/steps/withdraw`, payload: { reason: '内容有误' } }),
    staff: { ...takesPartInAnnouncing(200, 404), editor: 403 },
    otherDepartment: 404,
  },
};
