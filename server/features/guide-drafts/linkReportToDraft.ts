import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { DraftReportParams, GuideDraft, LinkReportBody } from '../../contract/guideDrafts';
import { staffEndpoint } from '../../endpoint';
import { mayEditGuides, maySeeGuides } from '../../guideDrafts/guideDraftPolicy';
import { lockDraft } from '../../guideDrafts/guideDraftRepository';
import { staffActor } from '../../staff/staffActor';
import { isInScope, reportScope } from '../../staff/reportPolicy';
import { presentDraft } from './draftPresenter';

export const linkReportToDraft = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/guide-drafts/:draftId/reports/:reportId',
    summary: '这次修改回应一条群众反馈；可以选发布时标为已改正',
    params: DraftReportParams,
    body: LinkReportBody,
    reply: GuideDraft,
    errors: ['draft_not_found', 'report_not_found'],
  },
  async ({ app, params, body, staff, request }) => {
    const scope = await reportScope(app.db, staff);
    await app.db.transaction().execute(async (tx) => {
      const draft = await lockDraft(tx, params.draftId);
      if (draft === undefined || !maySeeGuides(staff, draft.department_id)) throw new ApiError('draft_not_found');
      if (!mayEditGuides(staff, draft.department_id)) throw new ApiError('not_allowed');
      const report = await tx.selectFrom('feedback').where('id', '=', params.reportId).select(['guide_id', 'department_id']).executeTakeFirst();
      if (report === undefined || report.guide_id === null || report.guide_id !== draft.guide_id || !isInScope(scope, report.department_id)) throw new ApiError('report_not_found');
      const values = { draft_id: draft.id, report_id: params.reportId, closes_when_published: body.closesWhenPublished };
      await tx
        .insertInto('guide_draft_reports')
        .values(values)
        .onConflict((conflict) => conflict.columns(['draft_id', 'report_id']).doUpdateSet({ closes_when_published: body.closesWhenPublished }))
        .execute();
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'link_report',
        objectKind: 'guide_draft',
        objectId: draft.id,
        after: { report: params.reportId, closesWhenPublished: body.closesWhenPublished },
        at: app.clock.now(),
      });
    });
    return presentDraft(app, staff, params.draftId);
  },
);
