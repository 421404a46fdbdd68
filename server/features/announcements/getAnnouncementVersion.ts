import { ApiError } from '../../apiError';
import { AnnouncementVersion, AnnouncementVersionParams } from '../../contract/announcements';
import { publicEndpoint } from '../../endpoint';
import { findAnnouncement, findVersion } from './announcementRepository';

export const getAnnouncementVersion = publicEndpoint(
  {
    method: 'GET',
    url: '/announcements/:announcementId/versions/:version',
    summary: '一份公告更正之前的内容；公告撤回后不再提供',
    params: AnnouncementVersionParams,
    reply: AnnouncementVersion,
    errors: ['announcement_not_found', 'announcement_withdrawn'],
    cachedFrom: ['announcements', 'announcement_versions', 'departments'],
  },
  async ({ app, params }) => {
    const announcement = await findAnnouncement(app.db, Number(params.announcementId));
    if (announcement === undefined) throw new ApiError('announcement_not_found');
    // What was withdrawn is withdrawn in every version: the reason is often something that stood in all of them.
    if (announcement.status === 'withdrawn') throw new ApiError('announcement_withdrawn');
    const row = await findVersion(app.db, announcement.id, Number(params.version));
    if (row === undefined) throw new ApiError('announcement_not_found');
    return {
      id: String(announcement.id),
      version: row.version,
      publishedAt: row.published_at.toISOString(),
      replacedAt: row.replaced_at?.toISOString() ?? null,
      reason: row.correction_reason,
      content: row.content,
    };
  },
);
