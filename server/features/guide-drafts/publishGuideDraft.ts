import { DraftIdParams, GuideDraft, RevisionBody } from '../../contract/guideDrafts';
import { staffEndpoint } from '../../endpoint';
import { publishTo } from '../../guideDrafts/draftEffects';
import { takeDraftStep } from '../../guideDrafts/takeDraftStep';
import { actorOf } from './actor';
import { presentDraft } from './draftPresenter';

export const publishGuideDraft = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/guide-drafts/:draftId/publication',
    summary: '通过并发布：须是没有写过它的另一位审核人',
    params: DraftIdParams,
    body: RevisionBody,
    reply: GuideDraft,
    errors: ['draft_not_found', 'draft_changed_meanwhile', 'step_not_possible', 'approval_needs_another', 'guide_changed_meanwhile', 'guide_faults_remain', 'guide_not_found', 'implementation_code_taken'],
  },
  async ({ app, params, body, staff, request }) => {
    const actor = actorOf(app, staff, request);
    await takeDraftStep(app.db, app.encryption, staff, actor, { draftId: params.draftId, action: 'publish', revision: body.revision }, publishTo(actor));
    return presentDraft(app, staff, params.draftId);
  },
);
