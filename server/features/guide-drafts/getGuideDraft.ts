import { DraftIdParams, GuideDraft } from '../../contract/guideDrafts';
import { staffEndpoint } from '../../endpoint';
import { presentDraft } from './draftPresenter';

export const getGuideDraft = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/guide-drafts/:draftId',
    summary: '一份草稿：内容、检查、与已发布的差别、还有谁在改',
    params: DraftIdParams,
    reply: GuideDraft,
    errors: ['draft_not_found'],
  },
  async ({ app, params, staff }) => presentDraft(app, staff, params.draftId),
);
