import { ApiError } from '../../apiError';
import { DraftIdParams, GuideDraft, NewGuideBody } from '../../contract/guideDrafts';
import { staffEndpoint } from '../../endpoint';
import { mayEditGuides, worksOnGuides } from '../../guideDrafts/guideDraftPolicy';
import { findDraft } from '../../guideDrafts/guideDraftRepository';
import { startNewGuide as start } from '../../guideDrafts/startDraft';
import { actorOf } from './actor';
import { presentDraft } from './draftPresenter';

/** The id is the sender's: what is sent twice begins one guide. */
export const startNewGuide = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/guide-drafts/:draftId',
    summary: '新写一份指南',
    params: DraftIdParams,
    body: NewGuideBody,
    reply: GuideDraft,
    errors: ['draft_not_found', 'implementation_code_taken'],
  },
  async ({ app, params, body, staff, request }) => {
    if (!worksOnGuides(staff)) throw new ApiError('not_allowed');
    if ((await findDraft(app.db, params.draftId)) === undefined) {
      if (!mayEditGuides(staff, Number(body.departmentId))) throw new ApiError('not_allowed');
      await app.db.transaction().execute((tx) => start(tx, app.encryption, params.draftId, body, actorOf(app, staff, request)));
    }
    return presentDraft(app, staff, params.draftId);
  },
);
