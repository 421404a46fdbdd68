import { saveDraft } from '../../announcements/saveDraft';
import { DraftIdParams, SaveDraftBody, SavedDraft } from '../../contract/announcementDrafts';
import { staffEndpoint } from '../../endpoint';
import { longestBodyBytes } from './bodyLimits';
import { byOf, viewDraft } from './draftView';

export const saveAnnouncementDraft = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/announcement-drafts/:draftId/content',
    summary: '保存草稿里改过的字段；改已提交或已审核的稿子，要重新审核',
    params: DraftIdParams,
    body: SaveDraftBody,
    bodyLimit: longestBodyBytes,
    reply: SavedDraft,
    errors: ['draft_not_found', 'draft_changed_meanwhile', 'step_not_possible', 'publish_time_passed', 'text_refused'],
  },
  async ({ app, params, body, staff, request }) => {
    const removedFromBody = await saveDraft(app.announcing, byOf(staff, request), params.draftId, body);
    return { draft: await viewDraft(app.announcing, staff, params.draftId), removedFromBody };
  },
);
