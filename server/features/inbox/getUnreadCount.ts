import { UnreadCount } from '../../contract/inbox';
import { citizenEndpoint } from '../../endpoint';
import { countUnread, mostUnreadCounted } from './inboxRepository';

export const getUnreadCount = citizenEndpoint(
  { method: 'GET', url: '/inbox/unread-count', summary: '我有几条未读消息', reply: UnreadCount },
  async ({ app, citizen }) => {
    const counted = await countUnread(app.db, citizen.citizenId);
    return counted > mostUnreadCounted ? { count: mostUnreadCounted, label: `${mostUnreadCounted}+` } : { count: counted, label: String(counted) };
  },
);
