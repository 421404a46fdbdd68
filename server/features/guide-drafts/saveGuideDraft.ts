import { DraftIdParams, GuideDraft, SaveDraftBody } from '../../contract/guideDrafts';
import { staffEndpoint } from '../../endpoint';
import { saveFields } from '../../guideDrafts/saveFields';
import { actorOf } from './actor';
import { presentDraft } from './draftPresenter';

export const saveGuideDraft = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/guide-drafts/:draftId/content',
    summary: '保存改过的字段；别人刚改过的字段不会被覆盖',
    params: DraftIdParams,
    body: SaveDraftBody,
    reply: GuideDraft,
    errors: ['draft_not_found', 'draft_changed_meanwhile', 'step_not_possible'],
  },
  async ({ app, params, body, staff, request }) => {
    await saveFields(app.db, app.encryption, staff, actorOf(app, staff, request), params.draftId, body);
    return presentDraft(app, staff, params.draftId);
  },
);
