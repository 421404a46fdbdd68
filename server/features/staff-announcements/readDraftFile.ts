import { Type } from 'typebox';
import { findDraft } from '../../announcements/draftRepository';
import { requireDraft } from '../../announcements/takeDraftStep';
import { ApiError } from '../../apiError';
import type { AnnouncementContent } from '../../contract/announcementContent';
import { DraftFileParams } from '../../contract/announcementDrafts';
import { staffEndpoint } from '../../endpoint';
import { findStoredFile } from '../../files/storedFileRepository';
import { findStaffFile } from '../../staff/staffFiles';

/** What a browser may show by itself; everything else is saved. */
const shownInline = /^(image\/(png|jpeg)|application\/pdf)$/;

/** Only what the draft shows, or what this member has sent for it and not saved yet. */
export const readDraftFile = staffEndpoint(
  {
    method: 'GET',
    url: '/staff/announcement-drafts/:draftId/files/:hash',
    summary: '草稿里的图片和附件',
    params: DraftFileParams,
    reply: Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: '文件内容' }),
    errors: ['draft_not_found', 'file_not_found'],
  },
  async ({ app, params: { draftId, hash }, staff, reply }) => {
    const { content } = requireDraft(await findDraft(app.db, draftId), staff);
    const sent = nameIn(content, hash) ?? (await findStaffFile(app.db, staff.staffId, 'picture', hash))?.name ?? (await findStaffFile(app.db, staff.staffId, 'attachment', hash))?.name;
    const stored = sent === undefined ? undefined : await findStoredFile(app.db, hash);
    const opened = stored === undefined ? undefined : await app.files.open(hash);
    if (sent === undefined || stored === undefined || opened === undefined) throw new ApiError('file_not_found');
    return reply
      .headers({
        'cache-control': 'private, no-store',
        'content-type': stored.mediaType,
        'content-disposition': `${shownInline.test(stored.mediaType) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(sent)}`,
        'content-length': opened.byteSize,
      })
      .send(opened.bytes) as never;
  },
);

function nameIn({ attachments = [], pictures = [] }: AnnouncementContent, hash: string): string | undefined {
  return attachments.find((each) => each.hash === hash)?.name ?? (pictures.includes(hash) ? '图片' : undefined);
}
