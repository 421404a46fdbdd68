import { DraftIdParams, GuideDraft, TakeOverBody } from '../../contract/guideDrafts';
import { staffEndpoint } from '../../endpoint';
import { takeOverVersion } from '../../guideDrafts/draftEffects';
import { takeDraftStep } from '../../guideDrafts/takeDraftStep';
import { actorOf } from './actor';
import { presentDraft } from './draftPresenter';

export const takeOverGuideVersion = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/guide-drafts/:draftId/base',
    summary: '把已发布的新版本并入草稿',
    params: DraftIdParams,
    body: TakeOverBody,
    reply: GuideDraft,
    errors: ['draft_not_found', 'draft_changed_meanwhile', 'step_not_possible', 'guide_changed_meanwhile'],
  },
  async ({ app, params, body, staff, request }) => {
    const actor = actorOf(app, staff, request);
    await takeDraftStep(app.db, app.encryption, staff, actor, { draftId: params.draftId, action: 'take_over', revision: body.revision }, takeOverVersion(body, actor));
    return presentDraft(app, staff, params.draftId);
  },
);
