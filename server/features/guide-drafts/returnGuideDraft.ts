import { DraftIdParams, GuideDraft, ReturnDraftBody } from '../../contract/guideDrafts';
import { staffEndpoint } from '../../endpoint';
import { takeDraftStep } from '../../guideDrafts/takeDraftStep';
import { actorOf } from './actor';
import { presentDraft } from './draftPresenter';

export const returnGuideDraft = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/guide-drafts/:draftId/return',
    summary: '退回修改，写明要改什么',
    params: DraftIdParams,
    body: ReturnDraftBody,
    reply: GuideDraft,
    errors: ['draft_not_found', 'draft_changed_meanwhile', 'step_not_possible', 'approval_needs_another'],
  },
  async ({ app, params, body, staff, request }) => {
    const actor = actorOf(app, staff, request);
    await takeDraftStep(app.db, app.encryption, staff, actor, { draftId: params.draftId, action: 'return', revision: body.revision, reason: body.reason });
    return presentDraft(app, staff, params.draftId);
  },
);
