import { GuideDraft } from '../../contract/guideDrafts';
import { GuideIdParams } from '../../contract/serviceGuides';
import { staffEndpoint } from '../../endpoint';
import { takeUpDraft } from '../../guideDrafts/startDraft';
import { actorOf } from './actor';
import { presentDraft } from './draftPresenter';
import { findGuideToEdit } from './findGuideToEdit';

export const startGuideDraft = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/service-guides/:guideId/draft',
    summary: '修改一份指南：接着没写完的草稿，或者开始一份新的',
    params: GuideIdParams,
    reply: GuideDraft,
    errors: ['guide_not_found', 'draft_not_found', 'step_not_possible'],
  },
  async ({ app, params, staff, request }) => {
    const id = await app.db.transaction().execute(async (tx) => takeUpDraft(tx, app.encryption, await findGuideToEdit(tx, staff, params.guideId), actorOf(app, staff, request)));
    return presentDraft(app, staff, id);
  },
);
