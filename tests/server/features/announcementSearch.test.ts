import type { FastifyInstance } from 'fastify';
import type { AnnouncementSearchResult } from '../../../server/contract/announcements';
import { archiveAnnouncement, correctAnnouncement, insertAnnouncement, withdrawAnnouncement } from '../../support/publicAnnouncements';
import { eventually } from '../../support/eventually';
import { startTestApp, type TestApp } from '../../support/testApp';

/** What the product promises, and with it how long these tests wait. */
const promisedMilliseconds = 2_000;

let t: TestApp;
let other: FastifyInstance;
beforeAll(async () => {
  t = await startTestApp();
  await insertAnnouncement(t.database, { content: { title: '关于调整城区公交线路的通知', body: '<p>三路公交车改走<strong>梅岭大道</strong>。</p>' } });
  await insertAnnouncement(t.database, { content: { kind: 'policy_document', title: '云岫县人才引进办法', documentNumber: '云政发〔2026〕12号', keywords: ['安家费'] } });
  for (let index = 0; index < 23; index += 1) await insertAnnouncement(t.database, { content: { title: `供水管网检修公告第${index}期` } });
  other = await t.startAnother();
});
afterAll(() => t.close());

async function search(query: string, options: { app?: FastifyInstance; offset?: number; limit?: number } = {}): Promise<AnnouncementSearchResult> {
  const { app = t.app, ...paging } = options;
  const reply = await app.inject({ url: '/api/v1/announcements/search', query: { query, ...Object.fromEntries(Object.entries(paging).map(([name, value]) => [name, String(value)])) } });
  expect(reply.statusCode).toBe(200);
  return reply.json<AnnouncementSearchResult>();
}
const titles = ({ items, isNear }: AnnouncementSearchResult): string[] => (isNear ? [] : items.map(({ announcement }) => announcement.title));

test.each([
  ['公交线路', '关于调整城区公交线路的通知'],
  ['梅岭大道', '关于调整城区公交线路的通知'],
  ['云政发〔2026〕12号', '云岫县人才引进办法'],
  ['安家费', '云岫县人才引进办法'],
  ['rencai yinjin', '云岫县人才引进办法'],
])('“%s” leads to %s, and says why', async (query, title) => {
  const result = await search(query);
  expect(titles(result)[0]).toBe(title);
  expect(result.items[0]?.reason).not.toBe('');
});

test('results come a page at a time, each once', async () => {
  const [best, rest] = [await search('供水管网检修'), await search('供水管网检修', { offset: 20 })];
  expect([best.total, best.items.length, best.nextOffset, rest.items.length, rest.nextOffset]).toEqual([23, 20, 20, 3, null]);
  expect(new Set([...titles(best), ...titles(rest)]).size).toBe(23);
  expect((await search('供水管网检修', { limit: 3 })).items).toHaveLength(3);
});

async function isFoundEverywhere(query: string, title: string | null): Promise<void> {
  await eventually(async () => {
    for (const app of [t.app, other]) expect(titles(await search(query, { app }))).toEqual(title === null ? [] : [title]);
  }, promisedMilliseconds);
}

test('what is published, corrected, archived or withdrawn is found so by every process', async () => {
  const id = await insertAnnouncement(t.database, { content: { title: '龙舟竞渡交通管制', body: '<p>龙舟</p>' } });
  await isFoundEverywhere('龙舟竞渡', '龙舟竞渡交通管制');
  await correctAnnouncement(t.database, id, { title: '舞狮表演交通管制', body: '<p>舞狮</p>' }, '写错', '2026-11-21T02:00:00Z');
  await isFoundEverywhere('舞狮表演', '舞狮表演交通管制');
  await isFoundEverywhere('龙舟竞渡', null);
  await archiveAnnouncement(t.database, id);
  await isFoundEverywhere('舞狮表演', '舞狮表演交通管制');
  await t.database.pool.query(`update announcements set status = 'published', archived_at = null where id = $1`, [id]);
  await withdrawAnnouncement(t.database, id, '活动取消');
  await isFoundEverywhere('舞狮表演', null);
});

test('an announcement is found by the new name of its department', async () => {
  await insertAnnouncement(t.database, { department: '云岫县水务局', content: { title: '节水倡议' } });
  await t.database.pool.query(`update departments set name = '云岫县河湖事务中心' where name = '云岫县水务局'`);
  await isFoundEverywhere('河湖事务中心', '节水倡议');
});
