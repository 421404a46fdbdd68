import { AnnouncementDraft, DraftIdParams } from '../../contract/announcementDrafts';
import { staffEndpoint } from '../../endpoint';
import { viewDraft } from './draftView';

export const readAnnouncementDraft = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/announcement-drafts/:draftId',
    summary: '一份草稿：内容、检查结果、办理过程和现在能做的步骤',
    params: DraftIdParams,
    reply: AnnouncementDraft,
    errors: ['draft_not_found'],
  },
  ({ app, params, staff }) => viewDraft(app.announcing, staff, params.draftId),
);
