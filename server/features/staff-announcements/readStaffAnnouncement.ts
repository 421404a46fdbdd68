import { StaffAnnouncement, StaffAnnouncementParams } from '../../contract/announcementDrafts';
import { staffEndpoint } from '../../endpoint';
import { viewAnnouncement } from './announcementView';

export const readStaffAnnouncement = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/announcements/:announcementId',
    summary: '一条发布过的公告：现在的内容、全部办理过程和能做的步骤',
    params: StaffAnnouncementParams,
    reply: StaffAnnouncement,
    errors: ['announcement_not_found'],
  },
  ({ app, params, staff }) => viewAnnouncement(app.announcing, staff, params.announcementId),
);
