import { Type } from 'typebox';
import { InboxPage } from '../../contract/inbox';
import { PageQuery } from '../../contract/pagination';
import { decodeCursor, defaultPageSize, toPage, toTotal } from '../../database/pages';
import { citizenEndpoint } from '../../endpoint';
import { findInboxNotices } from './inboxRepository';

export const listInboxNotices = citizenEndpoint(
  {
    method: 'GET',
    url: '/inbox',
    summary: '我的消息，最近的在前；保留半年',
    query: Type.Object(PageQuery, { additionalProperties: false }),
    reply: InboxPage,
    errors: ['cursor_invalid'],
  },
  async ({ app, query, citizen }) => {
    const limit = query.limit ?? defaultPageSize;
    const [before] = decodeCursor(query.cursor, ['number']) ?? [];
    const { rows, counted } = await findInboxNotices(app.db, citizen.citizenId, before, limit + 1);
    return toPage(
      rows,
      limit,
      toTotal(counted),
      (row) => ({
        id: String(row.id),
        kind: row.kind,
        title: row.title,
        body: row.body,
        path: row.path,
        occurredAt: row.occurred_at.toISOString(),
        readAt: row.read_at?.toISOString() ?? null,
      }),
      (row) => [row.id],
    );
  },
);
