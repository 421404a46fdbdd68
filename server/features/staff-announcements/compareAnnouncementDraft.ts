import { compareDraft } from '../../announcements/comparison/compareDraft';
import { findDraft } from '../../announcements/draftRepository';
import { requireDraft } from '../../announcements/takeDraftStep';
import { DraftComparison, DraftIdParams } from '../../contract/announcementDrafts';
import { staffEndpoint } from '../../endpoint';

export const compareAnnouncementDraft = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/announcement-drafts/:draftId/comparison',
    summary: '草稿和它所更正的版本有什么不同：逐项、逐段',
    params: DraftIdParams,
    reply: DraftComparison,
    errors: ['draft_not_found'],
  },
  async ({ app, params, staff }) => compareDraft(app.db, requireDraft(await findDraft(app.db, params.draftId), staff)),
);
