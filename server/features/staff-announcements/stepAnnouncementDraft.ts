import { takeDraftStep } from '../../announcements/takeDraftStep';
import { AnnouncementDraft, DraftStepBody, DraftStepParams } from '../../contract/announcementDrafts';
import { staffEndpoint } from '../../endpoint';
import { byOf, viewDraft } from './draftView';

export const stepAnnouncementDraft = staffEndpoint(
  {
    method: 'POST',
    url: '/staff/announcement-drafts/:draftId/steps/:action',
    summary: '提交、撤回、退回、审核通过、立即发布、作废；同一步重复提交，结果相同',
    params: DraftStepParams,
    body: DraftStepBody,
    reply: AnnouncementDraft,
    errors: ['draft_not_found', 'draft_changed_meanwhile', 'step_not_possible', 'approval_needs_another', 'announcement_has_faults', 'publish_time_passed', 'index_number_taken'],
  },
  async ({ app, params, body, staff, request }) => {
    await takeDraftStep(app.announcing, byOf(staff, request), params.draftId, params.action, body);
    return viewDraft(app.announcing, staff, params.draftId);
  },
);
