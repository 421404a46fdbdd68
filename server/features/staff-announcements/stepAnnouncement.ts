import { takeAnnouncementStep } from '../../announcements/takeAnnouncementStep';
import { AnnouncementStepBody, AnnouncementStepParams, StaffAnnouncement } from '../../contract/announcementDrafts';
import { staffEndpoint } from '../../endpoint';
import { viewAnnouncement } from './announcementView';
import { byOf } from './draftView';

export const stepAnnouncement = staffEndpoint(
  {
    method: 'POST',
    url: '/staff/announcements/:announcementId/steps/:action',
    summary: '撤回、归档、取消归档；同一步重复提交，结果相同',
    params: AnnouncementStepParams,
    body: AnnouncementStepBody,
    reply: StaffAnnouncement,
    errors: ['announcement_not_found', 'step_not_possible', 'correction_open'],
  },
  async ({ app, params, body, staff, request }) => {
    await takeAnnouncementStep(app.announcing, byOf(staff, request), Number(params.announcementId), params.action, body);
    return viewAnnouncement(app.announcing, staff, params.announcementId);
  },
);
