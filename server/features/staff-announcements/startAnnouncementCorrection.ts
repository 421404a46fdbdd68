import { startCorrection } from '../../announcements/startDraft';
import { AnnouncementDraft, StaffAnnouncementParams, StartCorrectionBody } from '../../contract/announcementDrafts';
import { staffEndpoint } from '../../endpoint';
import { byOf, viewDraft } from './draftView';

export const startAnnouncementCorrection = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/announcements/:announcementId/correction',
    summary: '开始更正一条已发布的公告：得到一份草稿，发布之前群众看到的不变',
    params: StaffAnnouncementParams,
    body: StartCorrectionBody,
    reply: AnnouncementDraft,
    errors: ['announcement_not_found', 'step_not_possible', 'correction_open', 'draft_exists'],
  },
  async ({ app, params, body, staff, request }) => {
    await startCorrection(app.announcing, byOf(staff, request), Number(params.announcementId), body.draftId, body.reason);
    return viewDraft(app.announcing, staff, body.draftId);
  },
);
