import type { FollowList } from '../../../server/contract/follows';
import type { InboxNotice, InboxPage } from '../../../server/contract/inbox';
import { ApiError } from '../../../src/api/ApiError';
import { FollowsStore } from '../../../src/features/inbox/FollowsStore';
import type { InboxApi } from '../../../src/features/inbox/inboxApi';
import { InboxStore } from '../../../src/features/inbox/InboxStore';
import { FollowStore } from '../../../src/features/service-guides/FollowStore';

const notice = (id: string, readAt: string | null = null): InboxNotice => ({
  id,
  kind: 'announcement',
  title: `通知${id}`,
  body: '',
  path: '/pages/home/index',
  occurredAt: '2026-11-24T01:00:00.000Z',
  readAt,
});
const page: InboxPage = { items: [notice('3'), notice('2'), notice('1', '2026-11-24T02:00:00.000Z')], nextCursor: null, total: { count: 3, label: '3' } };
const follows: FollowList = {
  departments: [{ id: '7', name: '云岫县公安局', followedAt: '2026-11-22T01:00:00.000Z' }],
  topics: [{ code: 'np.birth', kind: 'natural_person', name: '生育收养', followedAt: '2026-11-23T01:00:00.000Z' }],
};
const offline = () => Promise.reject(new ApiError({ code: 'network_unreachable', message: '', status: 0 }));
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function serverWith(overrides: Partial<InboxApi> = {}): { api: InboxApi; calls: string[] } {
  const calls: string[] = [];
  const note = (call: string): Promise<void> => {
    calls.push(call);
    return Promise.resolve();
  };
  return {
    calls,
    api: {
      listNotices: () => Promise.resolve(page),
      markRead: (id) => note(`read ${id}`),
      markAllRead: (upTo) => note(`all up to ${upTo}`),
      listFollows: () => Promise.resolve(follows),
      unfollowDepartment: (id) => note(`stop department ${id}`),
      unfollowTopic: (topic) => note(`stop topic ${topic}`),
      ...overrides,
    },
  };
}

async function openInbox(overrides: Partial<InboxApi> = {}): Promise<{ store: InboxStore; calls: string[] }> {
  const { api, calls } = serverWith(overrides);
  const store = new InboxStore(api);
  store.load();
  await settled();
  return { store, calls };
}
const unread = (store: InboxStore): string[] => store.notices.filter(store.isUnread).map(({ id }) => id);

test('opening a notice marks it read at once, and one that has been read is not marked again', async () => {
  const { store, calls } = await openInbox();
  expect(unread(store)).toEqual(['3', '2']);
  await store.open(notice('2'));
  await store.open(notice('1', '2026-11-24T02:00:00.000Z'));
  await store.open(notice('2'));
  expect([unread(store), calls]).toEqual([['3'], ['read 2']]);
});

test('a mark that does not reach the server is not kept up', async () => {
  const { store } = await openInbox({ markRead: offline });
  await store.open(notice('2'));
  expect(unread(store)).toEqual(['3', '2']);
});

test('marking all read goes up to the newest that was seen, and says so when it fails', async () => {
  const { store, calls } = await openInbox();
  await store.readAll();
  expect([store.hasUnread, calls]).toEqual([false, ['all up to 3']]);
  const { store: cutOff } = await openInbox({ markAllRead: offline });
  await cutOff.readAll();
  expect([cutOff.hasUnread, cutOff.failure?.code, cutOff.isBusy]).toEqual([true, 'network_unreachable', false]);
});

test('departments and topics that are followed stand in one list, the latest first, and leave it when they are stopped', async () => {
  const { api, calls } = serverWith();
  const store = new FollowsStore(api);
  await store.load();
  const rows = store.state.status === 'ready' ? store.state.value : [];
  expect(rows.map(({ name }) => name)).toEqual(['生育收养', '云岫县公安局']);
  for (const row of rows) await store.stop(row);
  expect([calls, store.state.status === 'ready' && store.state.value, store.stopped]).toEqual([['stop topic np.birth', 'stop department 7'], [], '云岫县公安局']);
});

test('what could not be stopped stays in the list, with the reason', async () => {
  const store = new FollowsStore(serverWith({ unfollowTopic: offline }).api);
  await store.load();
  const [first] = store.state.status === 'ready' ? store.state.value : [];
  if (first === undefined) throw new Error('nothing is followed');
  await store.stop(first);
  expect([store.state.status === 'ready' && store.state.value.length, store.failure?.code, store.stopped]).toEqual([2, 'network_unreachable', null]);
});

test('a list of guides knows whether its department or topic is followed, and changes it', async () => {
  const sent: unknown[] = [];
  const request = (given: { method?: string; path: string }): Promise<never> => {
    sent.push([given.method ?? 'GET', given.path]);
    return Promise.resolve(follows as never);
  };
  const department = new FollowStore('departmentId', '8', { request });
  const topic = new FollowStore('topic', 'np.birth', { request });
  await department.refresh();
  await topic.refresh();
  expect([department.isFollowed, topic.isFollowed]).toEqual([false, true]);
  await department.put(true);
  await topic.put(false);
  expect([department.isFollowed, topic.isFollowed]).toEqual([true, false]);
  expect(sent.slice(2)).toEqual([
    ['PUT', '/follows/departments/8'],
    ['DELETE', '/follows/topics/np.birth'],
  ]);
});
