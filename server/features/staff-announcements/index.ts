import type { FeatureEndpoints } from '../../endpoint';
import { cleanPastedHtml } from './cleanPastedHtml';
import { listAnnouncementDrafts } from './listAnnouncementDrafts';
import { listStaffAnnouncements } from './listStaffAnnouncements';
import { readAnnouncementDraft } from './readAnnouncementDraft';
import { readDraftFile } from './readDraftFile';
import { readStaffAnnouncement } from './readStaffAnnouncement';
import { saveAnnouncementDraft } from './saveAnnouncementDraft';
import { startAnnouncementCorrection } from './startAnnouncementCorrection';
import { startAnnouncementDraft } from './startAnnouncementDraft';
import { stepAnnouncement } from './stepAnnouncement';
import { stepAnnouncementDraft } from './stepAnnouncementDraft';

export const staffAnnouncements: FeatureEndpoints = {
  tag: '工作人员：公告',
  staff: {
    listAnnouncementDrafts,
    startAnnouncementDraft,
    readAnnouncementDraft,
    saveAnnouncementDraft,
    stepAnnouncementDraft,
    readDraftFile,
    cleanPastedHtml,
    listStaffAnnouncements,
    readStaffAnnouncement,
    startAnnouncementCorrection,
    stepAnnouncement,
  },
};
