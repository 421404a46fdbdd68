import type { FeatureEndpoints } from '../../endpoint';
import { cleanPastedHtml } from './cleanPastedHtml';
import { compareAnnouncementDraft } from './compareAnnouncementDraft';
import { listAlarms } from './listAlarms';
import { listAnnouncementDrafts } from './listAnnouncementDrafts';
import { listBodyNames } from './listBodyNames';
import { listStaffAnnouncements } from './listStaffAnnouncements';
import { readAnnouncementDraft } from './readAnnouncementDraft';
import { readDraftDocument } from './readDraftDocument';
import { readDraftFile } from './readDraftFile';
import { readStaffAnnouncement } from './readStaffAnnouncement';
import { removeBodyName } from './removeBodyName';
import { saveAnnouncementDraft } from './saveAnnouncementDraft';
import { saveBodyName } from './saveBodyName';
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
    compareAnnouncementDraft,
    readDraftDocument,
    readDraftFile,
    cleanPastedHtml,
    listStaffAnnouncements,
    readStaffAnnouncement,
    startAnnouncementCorrection,
    stepAnnouncement,
    listBodyNames,
    saveBodyName,
    removeBodyName,
    listAlarms,
  },
};
