import { randomUUID } from 'node:crypto';
import type { StaffRole } from '../../server/contract/staff';
import { everyRole, type Entry, type Objects } from './permissions';
import { insertGuide, type TestApp } from './testApp';

/** Of those in the department who see what is written: editors, and the approver. */
const guideWork = (otherwise: number, editor: number, approver: number): Record<StaffRole, number> => ({ ...everyRole(otherwise), administrator: editor, editor, approver });
const draftStep = (name: string, payload: object, editor: number, approver: number, which: 'guideDraftId' | 'submittedGuideDraftId' = 'guideDraftId'): Entry => ({
  nobody: 401,
  citizen: 403,
  request: (owner) => ({ url: `/api/v1/staff/guide-drafts/${owner[which]}/${name}`, payload }),
  staff: guideWork(404, editor, approver),
  otherDepartment: 404,
});
const guideStep = (method: 'GET' | 'PUT', rest: string, payload: object | undefined, editor: number, approver: number): Entry => ({
  nobody: 401,
  citizen: 403,
  request: ({ guideId }) => ({ method, url: `/api/v1/staff/service-guides/${guideId}/${rest}`, ...(payload === undefined ? {} : { payload }) }),
  staff: guideWork(404, editor, approver),
  otherDepartment: 404,
});

/** The routes of those who write, approve and look after guides, for the permission matrix. */
export const guideDraftPermissions: Record<string, Entry> = {
  'GET /api/v1/staff/guide-drafts': { nobody: 401, citizen: 403, staff: guideWork(403, 200, 200) },
  'GET /api/v1/staff/guide-form': { nobody: 401, citizen: 403, staff: guideWork(403, 200, 200) },
  'GET /api/v1/staff/service-guides': { nobody: 401, citizen: 403, staff: guideWork(403, 200, 200) },
  'GET /api/v1/staff/guide-reviews': { nobody: 401, citizen: 403, staff: guideWork(403, 200, 403) },
  'PUT /api/v1/staff/service-guides/:guideId/draft': guideStep('PUT', 'draft', undefined, 200, 403),
  'PUT /api/v1/staff/service-guides/:guideId/cancellation': guideStep('PUT', 'cancellation', { cancelledOn: '2026-12-01' }, 200, 403),
  'PUT /api/v1/staff/service-guides/:guideId/confirmation': guideStep('PUT', 'confirmation', { version: 1 }, 200, 403),
  'GET /api/v1/staff/service-guides/:guideId/comparison': guideStep('GET', 'comparison?from=1&to=1', undefined, 200, 200),
  'PUT /api/v1/staff/guide-drafts/:draftId': {
    nobody: 401,
    citizen: 403,
    request: ({ departmentId }) => ({
      url: `/api/v1/staff/guide-drafts/${randomUUID()}`,
      payload: { departmentId: String(departmentId), implementationCode: `NEW-${randomUUID()}`, name: '新指南', itemType: 'public_service' },
    }),
    staff: guideWork(403, 200, 403),
    // There is no object yet that could look as if it were not there.
    otherDepartment: 403,
  },
  'GET /api/v1/staff/guide-drafts/:draftId': { nobody: 401, citizen: 403, request: ({ guideDraftId }) => ({ url: `/api/v1/staff/guide-drafts/${guideDraftId}` }), staff: guideWork(404, 200, 200), otherDepartment: 404 },
  'PUT /api/v1/staff/guide-drafts/:draftId/content': draftStep('content', { revision: 1, changes: { summary: '新的简介' } }, 200, 403),
  'PUT /api/v1/staff/guide-drafts/:draftId/submission': draftStep('submission', { revision: 1 }, 200, 403),
  'PUT /api/v1/staff/guide-drafts/:draftId/withdrawal': { ...draftStep('withdrawal', {}, 200, 403), request: ({ guideDraftId }) => ({ url: `/api/v1/staff/guide-drafts/${guideDraftId}/withdrawal` }) },
  'PUT /api/v1/staff/guide-drafts/:draftId/base': draftStep('base', { revision: 1, version: 1, keptFields: [] }, 200, 403),
  'PUT /api/v1/staff/guide-drafts/:draftId/return': draftStep('return', { revision: 1, reason: '请补上电话' }, 403, 200, 'submittedGuideDraftId'),
  'PUT /api/v1/staff/guide-drafts/:draftId/publication': draftStep('publication', { revision: 1 }, 403, 200, 'submittedGuideDraftId'),
  'PUT /api/v1/staff/guide-drafts/:draftId/reports/:reportId': {
    nobody: 401,
    citizen: 403,
    request: ({ guideDraftId, reportId }) => ({ url: `/api/v1/staff/guide-drafts/${guideDraftId}/reports/${reportId}`, payload: { closesWhenPublished: true } }),
    staff: guideWork(404, 200, 403),
    otherDepartment: 404,
  },
};

export const guideDraftsOf = async (t: TestApp, guideId: string): Promise<Pick<Objects, 'guideDraftId' | 'submittedGuideDraftId'>> => ({
  guideDraftId: await draftOf(t, guideId, 'draft'),
  submittedGuideDraftId: await draftOf(t, await insertGuide(t.database), 'submitted'),
});

async function draftOf(t: TestApp, guideId: string, status: 'draft' | 'submitted'): Promise<string> {
  const { rows } = await t.database.pool.query<{ id: string }>(
    `insert into guide_drafts (id, guide_id, implementation_code, department_id, base_version, content, status, created_at, updated_at)
     select gen_random_uuid(), id, implementation_code, department_id, version, content, $2, now(), now() from service_guides where id = $1 returning id`,
    [guideId, status],
  );
  return rows[0]?.id ?? '';
}
