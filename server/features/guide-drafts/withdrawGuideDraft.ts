import { DraftIdParams, GuideDraft } from '../../contract/guideDrafts';
import { staffEndpoint } from '../../endpoint';
import { takeDraftStep } from '../../guideDrafts/takeDraftStep';
import { actorOf } from './actor';
import { presentDraft } from './draftPresenter';

export const withdrawGuideDraft = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/guide-drafts/:draftId/withdrawal',
    summary: '放弃修改：草稿留作记录，指南不变',
    params: DraftIdParams,
    reply: GuideDraft,
    errors: ['draft_not_found', 'step_not_possible'],
  },
  async ({ app, params, staff, request }) => {
    await takeDraftStep(app.db, app.encryption, staff, actorOf(app, staff, request), { draftId: params.draftId, action: 'withdraw' });
    return presentDraft(app, staff, params.draftId);
  },
);
