import { findDraft } from '../../announcements/draftRepository';
import { refusalOf } from '../../announcements/flowRules';
import { readDocument } from '../../announcements/readDocument';
import { requireDraft, stepTaker } from '../../announcements/takeDraftStep';
import { ApiError } from '../../apiError';
import { DraftIdParams, ReadDocument, ReadDocumentBody } from '../../contract/announcementDrafts';
import { draftFlow } from '../../contract/announcementFlow';
import { staffEndpoint } from '../../endpoint';
import { byOf } from './draftView';

export const readDraftDocument = staffEndpoint(
  {
    method: 'POST',
    url: '/staff/announcement-drafts/:draftId/document',
    summary: '把上传的 Word 文档读成正文，并猜出文头的几项；什么也不保存，由写稿人核对后保存',
    params: DraftIdParams,
    body: ReadDocumentBody,
    reply: ReadDocument,
    errors: ['draft_not_found', 'step_not_possible', 'file_not_found', 'document_refused', 'picture_refused', 'text_refused'],
    limits: [{ per: 'citizen', limit: 60, windowSeconds: 600 }],
  },
  async ({ app, params, body, staff, request }) => {
    const draft = requireDraft(await findDraft(app.db, params.draftId), staff);
    const refusal = refusalOf(draftFlow.edit, draft.status, await stepTaker(app.db, staff, draft));
    if (refusal !== undefined) throw new ApiError(refusal);
    return readDocument(app.announcing, byOf(staff, request), body.hash);
  },
);
