import type { FollowList } from '../../../server/contract/follows';
import type { InboxPage } from '../../../server/contract/inbox';
import { eventually } from '../../support/eventually';
import { citizenIdOf, inboxItems, tellAndDeliver } from '../../support/notices';
import { departmentNamed } from '../../support/staff';
import { tell } from '../../../server/outbox/tell';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
let headers: { authorization: string };
let citizenId: string;

beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(async () => {
  await t.database.pool.query('delete from citizens');
  headers = await t.signIn('grandmother');
  citizenId = await citizenIdOf(t, headers);
});
afterAll(() => t.close());

const unread = async (): Promise<unknown> => (await t.app.inject({ url: '/api/v1/inbox/unread-count', headers })).json();
const put = async (url: string, payload?: object): Promise<number> => (await t.app.inject({ method: 'PUT', url: `/api/v1${url}`, headers, ...(payload === undefined ? {} : { payload }) })).statusCode;
const follows = async (): Promise<FollowList> => (await t.app.inject({ url: '/api/v1/follows', headers })).json<FollowList>();

test('a running server sends on by itself what is told', async () => {
  await t.database.db.transaction().execute((tx) =>
    tell(tx, { key: 'by itself', kind: 'guide_changed', to: { citizenIds: [citizenId] }, title: '指南有更新', body: '材料少了一份。', path: '/pages/home/index', at: t.clock.now() }),
  );
  const items = await eventually(async () => {
    const found = await inboxItems(t, headers);
    expect(found).toHaveLength(1);
    return found;
  });
  expect(items[0]).toEqual({
    id: expect.any(String) as string,
    kind: 'guide_changed',
    title: '指南有更新',
    body: '材料少了一份。',
    path: '/pages/home/index',
    occurredAt: t.clock.now().toISOString(),
    readAt: null,
  });
});

test('notices come newest first, page by page, each once', async () => {
  for (let index = 1; index <= 5; index += 1) await tellAndDeliver(t, { to: { citizenIds: [citizenId] }, title: `第${index}条` });
  const titles: string[] = [];
  let cursor: string | null = null;
  do {
    const reply = await t.app.inject({ url: `/api/v1/inbox?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`, headers });
    const page: InboxPage = reply.json();
    expect(page.total.count).toBe(5);
    titles.push(...page.items.map(({ title }) => title));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(titles).toEqual(['第5条', '第4条', '第3条', '第2条', '第1条']);
  expect((await t.app.inject({ url: '/api/v1/inbox?cursor=WyJ4Il0', headers })).json()).toMatchObject({ code: 'cursor_invalid' });
});

test('a notice is read once and for all, and the time of the first reading stays', async () => {
  await tellAndDeliver(t, { to: { citizenIds: [citizenId] } });
  const [notice] = await inboxItems(t, headers);
  expect(await unread()).toEqual({ count: 1, label: '1' });
  const readAt = t.clock.now().toISOString();
  expect(await put(`/inbox/${notice?.id}/read`)).toBe(204);
  t.clock.advance(60_000);
  expect(await put(`/inbox/${notice?.id}/read`)).toBe(204);
  expect((await inboxItems(t, headers))[0]?.readAt).toBe(readAt);
  expect(await unread()).toEqual({ count: 0, label: '0' });
  expect(await put('/inbox/999999999/read')).toBe(404);
});

test('all that was seen is marked read, and not what came meanwhile', async () => {
  await tellAndDeliver(t, { to: { citizenIds: [citizenId] } });
  await tellAndDeliver(t, { to: { citizenIds: [citizenId] } });
  const [seen] = await inboxItems(t, headers);
  await tellAndDeliver(t, { to: { citizenIds: [citizenId] }, title: '刚到的' });
  expect(await put('/inbox/read', { upTo: seen?.id })).toBe(204);
  expect(await put('/inbox/read', { upTo: seen?.id })).toBe(204);
  expect((await inboxItems(t, headers)).filter(({ readAt }) => readAt === null).map(({ title }) => title)).toEqual(['刚到的']);
});

test('more than 99 unread are not counted', async () => {
  await t.database.pool.query(
    `insert into outbox_notices (key, kind, title, body, path, occurred_at, audience)
     select 'many:' || n, 'announcement', '通知', '', '/pages/home/index', now(), jsonb_build_object('citizenIds', jsonb_build_array($1::text)) from generate_series(1, 101) n`,
    [citizenId],
  );
  await t.app.outbox.deliverAll();
  expect(await unread()).toEqual({ count: 99, label: '99+' });
});

test('following a department or a topic brings what they publish, until one stops', async () => {
  const department = await departmentNamed(t, '云岫县民政局');
  const publish = (title: string): Promise<void> => tellAndDeliver(t, { to: { followersOf: { departmentIds: [department], topics: ['np.birth'] } }, title });
  await publish('关注之前');
  expect([await put(`/follows/departments/${department}`), await put('/follows/topics/np.birth')]).toEqual([204, 204]);
  const before = await follows();
  t.clock.advance(1_000);
  expect(await put(`/follows/departments/${department}`)).toBe(204);
  expect(await follows()).toEqual(before);
  expect(before).toMatchObject({ departments: [{ id: String(department), name: '云岫县民政局' }], topics: [{ code: 'np.birth', kind: 'natural_person' }] });
  await publish('关注期间');
  for (const url of [`/api/v1/follows/departments/${department}`, '/api/v1/follows/topics/np.birth', '/api/v1/follows/topics/np.birth']) {
    expect((await t.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204);
  }
  await publish('停止之后');
  expect((await inboxItems(t, headers)).map(({ title }) => title)).toEqual(['关注期间']);
  expect(await follows()).toEqual({ departments: [], topics: [] });
});

test('what does not exist cannot be followed', async () => {
  expect([await put('/follows/departments/999999'), await put('/follows/topics/np.nothing')]).toEqual([404, 404]);
});

test('closing the account removes notices and follows', async () => {
  const department = await departmentNamed(t, '云岫县民政局');
  await put(`/follows/departments/${department}`);
  await put('/follows/topics/np.birth');
  await tellAndDeliver(t, { to: { citizenIds: [citizenId] } });
  expect((await t.app.inject({ method: 'DELETE', url: '/api/v1/citizens/current', headers })).statusCode).toBe(204);
  const { rows } = await t.database.pool.query<{ n: number }>(
    `select (select count(*) from inbox_notices where citizen_id = $1) + (select count(*) from outbox_deliveries where citizen_id = $1)
      + (select count(*) from department_follows where citizen_id = $1) + (select count(*) from topic_follows where citizen_id = $1) as n`,
    [citizenId],
  );
  expect(rows).toEqual([{ n: 0 }]);
});
