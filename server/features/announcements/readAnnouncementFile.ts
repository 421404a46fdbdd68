import { Type } from 'typebox';
import { ApiError } from '../../apiError';
import { AnnouncementFileParams } from '../../contract/announcements';
import { publicEndpoint } from '../../endpoint';
import { sendPublicFile } from '../../presenters/publicFile';
import { findAnnouncementFile } from './announcementFileRepository';

/** Short, because what is withdrawn must go; a kept reply is not older either. */
const maxAgeSeconds = 300;

/** Only through an announcement that shows it, now or in an earlier version: the same storage holds files that are nobody's business. */
export const readAnnouncementFile = publicEndpoint(
  {
    method: 'GET',
    url: '/announcements/:announcementId/files/:hash',
    summary: '公告的附件和正文图片；公告撤回后不再提供',
    params: AnnouncementFileParams,
    reply: Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: '文件内容' }),
    errors: ['announcement_not_found', 'announcement_withdrawn', 'file_not_found'],
  },
  async ({ app, params, request, reply }) => {
    const file = await findAnnouncementFile(app.pool, Number(params.announcementId), params.hash);
    if (file === undefined) throw new ApiError('announcement_not_found');
    if (file.status === 'withdrawn') throw new ApiError('announcement_withdrawn');
    if (!file.isShown || file.mediaType === undefined) throw new ApiError('file_not_found');
    return sendPublicFile(app, request, reply, { hash: params.hash, name: file.name, mediaType: file.mediaType, maxAgeSeconds });
  },
);
