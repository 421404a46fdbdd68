import { MarkAllReadBody } from '../../contract/inbox';
import { citizenEndpoint } from '../../endpoint';
import { markAllRead } from './inboxRepository';

export const markAllNoticesRead = citizenEndpoint(
  { method: 'PUT', url: '/inbox/read', summary: '把看到的消息全部标为已读；之后才到的仍是未读', body: MarkAllReadBody },
  async ({ app, body, citizen }) => {
    await markAllRead(app.db, citizen.citizenId, Number(body.upTo), app.clock.now());
  },
);
