import { DraftIdParams, GuideDraft, RevisionBody } from '../../contract/guideDrafts';
import { staffEndpoint } from '../../endpoint';
import { checkForSubmission } from '../../guideDrafts/draftEffects';
import { takeDraftStep } from '../../guideDrafts/takeDraftStep';
import { actorOf } from './actor';
import { presentDraft } from './draftPresenter';

export const submitGuideDraft = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/guide-drafts/:draftId/submission',
    summary: '提交审核：有必须改正的问题时不接受',
    params: DraftIdParams,
    body: RevisionBody,
    reply: GuideDraft,
    errors: ['draft_not_found', 'draft_changed_meanwhile', 'step_not_possible', 'guide_changed_meanwhile', 'guide_faults_remain', 'guide_not_found'],
  },
  async ({ app, params, body, staff, request }) => {
    const actor = actorOf(app, staff, request);
    await takeDraftStep(app.db, app.encryption, staff, actor, { draftId: params.draftId, action: 'submit', revision: body.revision }, checkForSubmission);
    return presentDraft(app, staff, params.draftId);
  },
);
