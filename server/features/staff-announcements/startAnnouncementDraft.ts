import { startDraft } from '../../announcements/startDraft';
import { AnnouncementDraft, DraftIdParams, StartDraftBody } from '../../contract/announcementDrafts';
import { staffEndpoint } from '../../endpoint';
import { longestBodyBytes } from './bodyLimits';
import { byOf, viewDraft } from './draftView';

export const startAnnouncementDraft = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/announcement-drafts/:draftId',
    summary: '新建一份公告草稿；编号由写稿的设备定，重复提交只建一份',
    params: DraftIdParams,
    body: StartDraftBody,
    bodyLimit: longestBodyBytes,
    reply: AnnouncementDraft,
    errors: ['draft_exists', 'text_refused'],
    limits: [{ per: 'citizen', limit: 60, windowSeconds: 600 }],
  },
  async ({ app, params, body, staff, request }) => {
    await startDraft(app.announcing, byOf(staff, request), params.draftId, body);
    return viewDraft(app.announcing, staff, params.draftId);
  },
);
