import { CancellationBody, GuideDraft } from '../../contract/guideDrafts';
import { GuideIdParams } from '../../contract/serviceGuides';
import { staffEndpoint } from '../../endpoint';
import { findDraft } from '../../guideDrafts/guideDraftRepository';
import { saveFields } from '../../guideDrafts/saveFields';
import { takeUpDraft } from '../../guideDrafts/startDraft';
import { actorOf } from './actor';
import { presentDraft } from './draftPresenter';
import { findGuideToEdit } from './findGuideToEdit';

/** Cancelling is a change like any other: it waits for another person's approval. */
export const prepareCancellation = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/service-guides/:guideId/cancellation',
    summary: '准备取消一份指南：写进草稿，提交审核以后才生效',
    params: GuideIdParams,
    body: CancellationBody,
    reply: GuideDraft,
    errors: ['guide_not_found', 'draft_not_found', 'step_not_possible', 'draft_changed_meanwhile'],
  },
  async ({ app, params, body, staff, request }) => {
    const actor = actorOf(app, staff, request);
    const id = await app.db.transaction().execute(async (tx) => takeUpDraft(tx, app.encryption, await findGuideToEdit(tx, staff, params.guideId), actor));
    const revision = (await findDraft(app.db, id))?.revision ?? 1;
    await saveFields(app.db, app.encryption, staff, actor, id, { revision, changes: { status: 'cancelled', cancelledOn: body.cancelledOn } });
    return presentDraft(app, staff, id);
  },
);
