import type { InjectOptions } from 'fastify';
import { readsAnyone, type Entry, type Objects } from '../../support/permissions';

const of = (collection: string, rest = '') => ({ announcementId }: Objects): InjectOptions => ({ url: `/api/v1/${collection}/${announcementId}${rest}` });

/**
 * Of the permission matrix: reading announcements and keeping them.
 * @param isKept whether the owner still keeps the announcement
 */
export const readingPermissions = (isKept: (owner: Objects) => Promise<boolean>): Record<string, Entry> => ({
  'GET /feed.xml': readsAnyone(),
  'GET /api/v1/announcements': readsAnyone(),
  'GET /api/v1/announcements/filters': readsAnyone(),
  'GET /api/v1/announcements/search': { ...readsAnyone(), request: () => ({ url: '/api/v1/announcements/search?query=x' }) },
  'GET /api/v1/announcements/:announcementId': { ...readsAnyone(), request: of('announcements') },
  'GET /api/v1/announcements/:announcementId/versions/:version': { ...readsAnyone(), request: of('announcements', '/versions/1') },
  'GET /api/v1/announcements/:announcementId/files/:hash': { ...readsAnyone(404), request: of('announcements', `/files/${'0'.repeat(64)}`) },
  'GET /api/v1/announcement-favourites': { nobody: 401, citizen: 200, other: { status: 200 } },
  'GET /api/v1/announcement-favourites/:announcementId': { nobody: 401, citizen: 200, request: of('announcement-favourites'), other: { status: 200, seesNothing: { favouredAt: null } } },
  'PUT /api/v1/announcement-favourites/:announcementId': { nobody: 401, citizen: 204, request: of('announcement-favourites') },
  'DELETE /api/v1/announcement-favourites/:announcementId': { nobody: 401, citizen: 204, request: of('announcement-favourites'), other: { status: 204, unharmed: isKept } },
});
