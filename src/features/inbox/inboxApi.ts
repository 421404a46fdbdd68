import type { FollowList } from '../../../server/contract/follows';
import type { InboxPage } from '../../../server/contract/inbox';
import type { ApiClient } from '../../api/ApiClient';

/** Notices and follows of the signed-in citizen. */
export const inboxApi = (client: ApiClient) => ({
  listNotices: (cursor?: string) => client.request<InboxPage>({ path: '/inbox', query: { cursor } }),
  /** @throws ApiError notice_not_found */
  markRead: (noticeId: string) => client.request<void>({ method: 'PUT', path: `/inbox/${encodeURIComponent(noticeId)}/read` }),
  markAllRead: (upTo: string) => client.request<void>({ method: 'PUT', path: '/inbox/read', body: { upTo } }),
  listFollows: () => client.request<FollowList>({ path: '/follows' }),
  unfollowDepartment: (departmentId: string) => client.request<void>({ method: 'DELETE', path: `/follows/departments/${encodeURIComponent(departmentId)}` }),
  unfollowTopic: (topic: string) => client.request<void>({ method: 'DELETE', path: `/follows/topics/${encodeURIComponent(topic)}` }),
});
export type InboxApi = ReturnType<typeof inboxApi>;
