import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { ConfirmGuideBody, StaffGuide } from '../../contract/guideReviews';
import { GuideIdParams } from '../../contract/serviceGuides';
import { staffEndpoint } from '../../endpoint';
import { mayEditGuides, maySeeGuides } from '../../guideDrafts/guideDraftPolicy';
import { confirmGuide, selectStaffGuides } from '../../guideReviews/guideReviews';
import { presentStaffGuide } from './staffGuidePresenter';
import { staffActor } from '../../staff/staffActor';

export const confirmServiceGuide = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/service-guides/:guideId/confirmation',
    summary: '核对过：仍然准确，无需修改',
    params: GuideIdParams,
    body: ConfirmGuideBody,
    reply: StaffGuide,
    errors: ['guide_not_found', 'guide_changed_meanwhile'],
  },
  async ({ app, params, body, staff, request }) => {
    const now = app.clock.now();
    const guideId = Number(params.guideId);
    await app.db.transaction().execute(async (tx) => {
      const guide = await tx.selectFrom('service_guides').where('id', '=', guideId).select(['department_id', 'version', 'status']).forShare().executeTakeFirst();
      if (guide === undefined || !maySeeGuides(staff, guide.department_id)) throw new ApiError('guide_not_found');
      if (!mayEditGuides(staff, guide.department_id)) throw new ApiError('not_allowed');
      // What was looked at is no longer what is published.
      if (guide.version !== body.version) throw new ApiError('guide_changed_meanwhile');
      if (!(await confirmGuide(tx, guideId, guide.version, staff.staffId, now))) return;
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'confirm_guide',
        objectKind: 'service_guide',
        objectId: params.guideId,
        after: { version: guide.version },
        at: now,
      });
    });
    const row = await selectStaffGuides(app.db).where('service_guides.id', '=', guideId).executeTakeFirst();
    if (row === undefined) throw new ApiError('guide_not_found');
    return presentStaffGuide(row, staff, now);
  },
);
