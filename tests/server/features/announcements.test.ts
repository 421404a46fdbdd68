import type { FastifyInstance } from 'fastify';
import type { AnnouncementContent } from '../../../server/contract/announcementContent';
import type { Announcement, AnnouncementFilters, AnnouncementPage, AnnouncementVersion } from '../../../server/contract/announcements';
import type { FavouriteAnnouncementPage } from '../../../server/contract/favourites';
import type { Home } from '../../../server/contract/home';
import { archiveAnnouncement, correctAnnouncement, insertAnnouncement, withdrawAnnouncement } from '../../support/publicAnnouncements';
import { eventually } from '../../support/eventually';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
let other: FastifyInstance;
beforeAll(async () => {
  t = await startTestApp();
  other = await t.startAnother();
});
beforeEach(async () => {
  await t.database.pool.query('truncate announcements, announcement_versions, announcement_views, announcement_favourites, departments cascade');
});
afterAll(() => t.close());

/** Whatever a test changed through SQL has to reach this process first: it asks until the reply fits. */
const get = async <Reply>(path: string, app = t.app): Promise<Reply> => (await app.inject(`/api/v1${path}`)).json<Reply>();
const titles = async (query = ''): Promise<string[]> => (await get<AnnouncementPage>(`/announcements${query}`)).items.map(({ title }) => title);

test('the list has what is published, newest first, and each page goes on where the last one ended', async () => {
  for (let day = 1; day <= 23; day += 1) await insertAnnouncement(t.database, { publishedAt: `2026-10-${String(day).padStart(2, '0')}T02:00:00.123456Z`, content: { title: `第${day}天` } });
  // In the same microsecond: the id decides.
  await insertAnnouncement(t.database, { publishedAt: '2026-10-04T02:00:00.123456Z', content: { title: '又是第4天' } });
  await t.database.pool.query(`insert into announcements (department_id, created_at) select id, now() from departments limit 1`);
  await eventually(async () => expect((await get<AnnouncementPage>('/announcements')).total).toEqual({ count: 24, label: '24' }));
  const first = await get<AnnouncementPage>('/announcements');
  const second = await get<AnnouncementPage>(`/announcements?cursor=${String(first.nextCursor)}`);
  expect([first.items.length, first.items[0]?.title, second.items.map(({ title }) => title), second.nextCursor]).toEqual([20, '第23天', ['第4天', '第3天', '第2天', '第1天'], null]);
  expect(first.items.at(-1)?.title).toBe('又是第4天');
  expect((await t.app.inject('/api/v1/announcements?cursor=bm90')).json()).toMatchObject({ code: 'cursor_invalid' });
});

test('the list can be narrowed by kind, topic, department with those below it, and the year as people in China count it', async () => {
  await insertAnnouncement(t.database, { department: '云岫县教育局', publishedAt: '2025-12-31T15:59:59Z', content: { title: '除夕前', kind: 'notice', topics: ['np.education'] } });
  await insertAnnouncement(t.database, { department: '云岫县第一小学', publishedAt: '2025-12-31T16:00:00Z', content: { title: '元旦零点', kind: 'policy_document', topics: ['np.education', 'np.health'] } });
  await insertAnnouncement(t.database, { department: '云岫县民政局', publishedAt: '2026-03-01T00:00:00Z', content: { title: '三月', kind: 'notice' } });
  await t.database.pool.query(`update departments set parent_id = (select id from departments where name = '云岫县教育局') where name = '云岫县第一小学'`);
  const { rows } = await t.database.pool.query<{ id: number }>(`select id from departments where name = '云岫县教育局'`);
  const departmentId = String(rows[0]?.id);
  await eventually(async () => expect(await titles(`?departmentId=${departmentId}`)).toEqual(['元旦零点', '除夕前']));
  expect(await titles('?kind=notice')).toEqual(['三月', '除夕前']);
  expect(await titles('?topic=np.health')).toEqual(['元旦零点']);
  expect(await titles('?year=2026')).toEqual(['三月', '元旦零点']);
  expect(await titles(`?year=2025&kind=notice&departmentId=${departmentId}&topic=np.education`)).toEqual(['除夕前']);
  const filters = await get<AnnouncementFilters>('/announcements/filters');
  expect(filters.years).toEqual([{ year: 2026, count: 2 }, { year: 2025, count: 1 }]);
  expect(filters.departments.map(({ name, count }) => [name, count])).toEqual([['云岫县教育局', 1], ['云岫县第一小学', 1], ['云岫县民政局', 1]]);
  expect(filters.topics).toEqual([{ code: 'np.education', name: '教育科研', count: 2 }, { code: 'np.health', name: '医疗卫生', count: 1 }]);
  expect((await get<AnnouncementPage>(`/announcements?departmentId=${departmentId}`)).total.count).toBe(2);
});

test('a guide and an office are told of the notices whose days have come and are not over, as long as they hold', async () => {
  const concerned: Partial<AnnouncementContent> = { guideIds: ['7'], officeCodes: ['HALL'], kind: 'service_notice' };
  await insertAnnouncement(t.database, { content: { ...concerned, title: '今天起到今天', shownFrom: '2026-11-23', shownUntil: '2026-11-23' } });
  await insertAnnouncement(t.database, { content: { ...concerned, title: '没有写日子' } });
  await insertAnnouncement(t.database, { content: { ...concerned, title: '明天才开始', shownFrom: '2026-11-24' } });
  await insertAnnouncement(t.database, { content: { ...concerned, title: '昨天结束', shownUntil: '2026-11-22' } });
  await insertAnnouncement(t.database, { content: { ...concerned, title: '已经废止', validity: 'repealed' } });
  await insertAnnouncement(t.database, { content: { ...concerned, title: '有效期过了', expiresOn: '2026-11-22' } });
  await insertAnnouncement(t.database, { content: { ...concerned, title: '一份政策', kind: 'policy_document' } });
  await insertAnnouncement(t.database, { content: { title: '别的事', kind: 'service_notice', guideIds: ['8'], officeCodes: ['TOWN'] } });
  await eventually(async () => expect(await titles('?guideId=7')).toEqual(['没有写日子', '今天起到今天']));
  expect(await titles('?officeCode=HALL')).toEqual(['没有写日子', '今天起到今天']);
});

test('one announcement comes with all that belongs to it; what leads nowhere is left out', async () => {
  const guideId = await insertGuide(t.database, { name: '居民身份证补领' });
  await t.database.pool.query(`insert into offices (code, name, address) values ('HALL', '县政务大厅', '示范路') on conflict do nothing`);
  const policy = await insertAnnouncement(t.database, { content: { kind: 'policy_document', title: '某某办法', documentNumber: '云政发〔2026〕12号', validity: 'in_force', expiresOn: '2026-11-22' } });
  const unreadable = await insertAnnouncement(t.database, { content: { title: '撤回的' } });
  await withdrawAnnouncement(t.database, unreadable, '发错了');
  const explained = await insertAnnouncement(t.database, {
    content: { kind: 'policy_explained', title: '一图读懂', topics: ['np.health'], guideIds: [guideId, '999999'], officeCodes: ['HALL', 'NOWHERE'], explainedIds: [policy, unreadable] },
  });
  const reply = await get<Announcement>(`/announcements/${explained}`);
  expect(reply).toMatchObject({
    status: 'published',
    version: 1,
    correctedAt: null,
    withdrawn: null,
    archivedAt: null,
    guides: [{ id: guideId, name: '居民身份证补领' }],
    offices: [{ code: 'HALL', name: '县政务大厅' }],
    topics: [{ code: 'np.health', name: '医疗卫生' }],
    explains: [{ id: policy, title: '某某办法' }],
    changes: [{ version: 1, reason: null }],
  });
  // Its last day is over, so it is expired whatever was written.
  expect(await get<Announcement>(`/announcements/${policy}`)).toMatchObject({ validity: 'expired', explainedBy: [{ id: explained, title: '一图读懂' }] });
  await withdrawAnnouncement(t.database, explained, '发错了');
  await eventually(async () => expect((await get<Announcement>(`/announcements/${policy}`)).explainedBy).toEqual([]));
});

test('a correction is told with its reason, and what stood there before can still be read', async () => {
  const id = await insertAnnouncement(t.database, { publishedAt: '2026-11-01T02:00:00Z', content: { title: '停水通知', body: '<p>周一停水</p>' } });
  await correctAnnouncement(t.database, id, { body: '<p>周二停水</p>' }, '日期写错', '2026-11-02T02:00:00Z');
  await correctAnnouncement(t.database, id, { body: '<p>周三停水</p>' }, '施工推迟', '2026-11-03T02:00:00Z');
  const now = await get<Announcement>(`/announcements/${id}`);
  expect([now.version, now.content.body, now.publishedAt, now.correctedAt]).toEqual([3, '<p>周三停水</p>', '2026-11-01T02:00:00.000Z', '2026-11-03T02:00:00.000Z']);
  expect(now.changes.map(({ version, reason }) => [version, reason])).toEqual([[3, '施工推迟'], [2, '日期写错'], [1, null]]);
  expect(await get<AnnouncementVersion>(`/announcements/${id}/versions/1`)).toMatchObject({ content: { body: '<p>周一停水</p>' }, replacedAt: '2026-11-02T02:00:00.000Z', reason: null });
  expect(await get<AnnouncementVersion>(`/announcements/${id}/versions/3`)).toMatchObject({ replacedAt: null, reason: '施工推迟' });
  expect(await get(`/announcements/${id}/versions/4`)).toMatchObject({ code: 'announcement_not_found' });
});

test('what was never published is not there, in any form', async () => {
  await insertAnnouncement(t.database);
  const { rows } = await t.database.pool.query<{ id: number }>('insert into announcements (department_id, created_at) select id, now() from departments limit 1 returning id');
  for (const path of ['', '/versions/1', `/files/${'0'.repeat(64)}`]) {
    expect(await get(`/announcements/${String(rows[0]?.id)}${path}`)).toMatchObject({ code: 'announcement_not_found' });
    expect(await get(`/announcements/999999${path}`)).toMatchObject({ code: 'announcement_not_found' });
  }
});

test('what was withdrawn keeps its place and says so, on every process, and nothing that it said is given out', async () => {
  const id = await insertAnnouncement(t.database, { content: { title: '误发的名单', body: '<p>张三 110101</p>', summary: '张三', keywords: ['张三'], documentNumber: '云民发〔2026〕3号' } });
  await correctAnnouncement(t.database, id, { body: '<p>李四</p>' }, '换人', '2026-11-21T02:00:00Z');
  for (const app of [t.app, other]) expect(await get<Announcement>(`/announcements/${id}`, app)).toMatchObject({ content: { body: '<p>李四</p>' } });
  await withdrawAnnouncement(t.database, id, '名单有误，另行公布');
  await eventually(async () => {
    for (const app of [t.app, other]) {
      const reply = await app.inject(`/api/v1/announcements/${id}`);
      expect(reply.json()).toMatchObject({
        status: 'withdrawn',
        withdrawn: { at: '2026-11-22T02:00:00.000Z', reason: '名单有误，另行公布' },
        content: { kind: 'notice', title: '误发的名单', body: '', documentNumber: '云民发〔2026〕3号' },
      });
      expect(reply.body).not.toMatch(/张三|李四|110101/);
      expect((await app.inject('/api/v1/announcements')).json<AnnouncementPage>().items).toEqual([]);
    }
  });
  const version = await t.app.inject(`/api/v1/announcements/${id}/versions/1`);
  expect([version.statusCode, version.json()]).toEqual([410, expect.objectContaining({ code: 'announcement_withdrawn' })]);
});

test('what is archived leaves the list, has a list of its own, and says so on its page', async () => {
  const id = await insertAnnouncement(t.database, { content: { title: '旧闻' } });
  await insertAnnouncement(t.database, { content: { title: '新闻' } });
  await archiveAnnouncement(t.database, id);
  await eventually(async () => expect([await titles(), await titles('?archived=true')]).toEqual([['新闻'], ['旧闻']]));
  expect(await get<Announcement>(`/announcements/${id}`)).toMatchObject({ status: 'archived', archivedAt: '2026-11-22T02:00:00.000Z', content: { body: '<p>正文</p>' } });
  expect((await get<AnnouncementFilters>('/announcements/filters?archived=true')).years).toEqual([{ year: 2026, count: 1 }]);
});

test('a list is kept, and a change made by anybody is seen by every process', async () => {
  const id = await insertAnnouncement(t.database, { content: { title: '甲' } });
  await eventually(async () => {
    for (const app of [t.app, other]) expect((await get<AnnouncementPage>('/announcements', app)).items.map(({ title }) => title)).toEqual(['甲']);
    for (const app of [t.app, other]) expect(app.replyCache.find('/api/v1/announcements')).toBeDefined();
  });
  await correctAnnouncement(t.database, id, { title: '乙' }, '改题', '2026-11-21T02:00:00Z');
  await eventually(async () => {
    for (const app of [t.app, other]) expect((await get<AnnouncementPage>('/announcements', app)).items.map(({ title }) => title)).toEqual(['乙']);
  });
});

test('the first page has the urgent notices of the day, and the three newest announcements', async () => {
  for (const title of ['一', '二', '三', '四']) await insertAnnouncement(t.database, { publishedAt: '2026-11-10T02:00:00Z', content: { title } });
  await insertAnnouncement(t.database, { publishedAt: '2026-11-01T02:00:00Z', content: { kind: 'urgent_notice', title: '暴雨停课', shownUntil: '2026-11-23' } });
  await insertAnnouncement(t.database, { publishedAt: '2026-11-01T02:00:00Z', content: { kind: 'urgent_notice', title: '昨天的事', shownUntil: '2026-11-22' } });
  await eventually(async () => {
    const home = await get<Home>('/home');
    expect([home.urgentNotices.map(({ title }) => title), home.newestAnnouncements.map(({ title }) => title)]).toEqual([['暴雨停课'], ['四', '三', '二']]);
  });
});

test('readers are counted, also when the answer comes from memory', async () => {
  const id = await insertAnnouncement(t.database);
  for (let times = 0; times < 3; times += 1) await t.app.inject(`/api/v1/announcements/${id}`);
  await eventually(async () => {
    await t.app.announcementViews.flush();
    expect((await t.database.pool.query('select announcement_id, views, viewed_on::text from announcement_views')).rows).toEqual([{ announcement_id: Number(id), views: 3, viewed_on: '2026-11-23' }]);
  });
});

test('a citizen keeps announcements; a withdrawn one stays named in the list', async () => {
  const headers = await t.signIn('grandmother');
  const [one, two] = [await insertAnnouncement(t.database, { content: { title: '甲', summary: '内容' } }), await insertAnnouncement(t.database, { content: { title: '乙' } })];
  for (const id of [one, two, two]) {
    t.clock.advance(1_000);
    expect((await t.app.inject({ method: 'PUT', url: `/api/v1/announcement-favourites/${id}`, headers })).statusCode).toBe(204);
  }
  await withdrawAnnouncement(t.database, one, '发错了');
  const page = (await t.app.inject({ url: '/api/v1/announcement-favourites?limit=1', headers })).json<FavouriteAnnouncementPage>();
  const next = (await t.app.inject({ url: `/api/v1/announcement-favourites?cursor=${String(page.nextCursor)}`, headers })).json<FavouriteAnnouncementPage>();
  expect([page.items[0]?.announcement.title, next.items[0]?.announcement]).toEqual(['乙', expect.objectContaining({ title: '甲', status: 'withdrawn', summary: null })]);
  await t.app.inject({ method: 'DELETE', url: `/api/v1/announcement-favourites/${two}`, headers });
  expect((await t.app.inject({ url: `/api/v1/announcement-favourites/${two}`, headers })).json()).toEqual({ favouredAt: null });
  expect((await t.app.inject({ method: 'PUT', url: '/api/v1/announcement-favourites/999999', headers })).json()).toMatchObject({ code: 'announcement_not_found' });
});
