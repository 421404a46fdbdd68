import type { FastifyInstance } from 'fastify';
import type { GuideSearchResult, SuggestionList } from '../../../server/contract/guideSearch';
import { eventually } from '../../support/eventually';
import { changeGuide, insertGuide, startTestApp, type TestApp } from '../../support/testApp';

/** What the product promises, and with it how long these tests wait. */
const promisedMilliseconds = 2_000;

let t: TestApp;
let other: FastifyInstance;
beforeAll(async () => {
  t = await startTestApp();
  await insertGuide(t.database, { name: '居民身份证补领', content: { keywords: ['身份证丢了', '身份证遗失'], summary: '身份证丢失后重新领取。' } });
  await insertGuide(t.database, { name: '居民身份证换领', content: { keywords: ['身份证到期', '换身份证'] } });
  await insertGuide(t.database, { name: '不动产转移登记', department: '云岫县自然资源局', content: { keywords: ['二手房过户'], results: [{ name: '不动产权证书' }] } });
  await insertGuide(t.database, { name: '机动车驾驶证期满换证', content: { keywords: ['换驾照'] } });
  await insertGuide(t.database, { name: '出生登记', content: { keywords: ['新生儿落户'] } });
  for (let index = 0; index < 30; index += 1) await insertGuide(t.database, { name: `补贴申领第${index}类`, department: '云岫县财政局' });
  other = await t.startAnother();
});
afterAll(() => t.close());

async function search(query: string, options: { app?: FastifyInstance; offset?: number } = {}): Promise<GuideSearchResult> {
  const reply = await (options.app ?? t.app).inject({ url: '/api/v1/service-guides/search', query: { query, ...(options.offset === undefined ? {} : { offset: String(options.offset) }) } });
  expect(reply.statusCode).toBe(200);
  return reply.json<GuideSearchResult>();
}
const names = ({ items }: GuideSearchResult): string[] => items.map(({ guide }) => guide.name);
const withoutResult = async () =>
  (await t.database.pool.query<{ query: string; times: number }>('select query, times from searches_without_result order by times desc, query')).rows;

test.each([
  ['身份证丢了', '居民身份证补领'],
  ['我妈的身份证丢了怎么办', '居民身份证补领'],
  ['房产证', '不动产转移登记'],
  ['驾照快到期了要换', '机动车驾驶证期满换证'],
  ['小孩上户口', '出生登记'],
  ['shenfenzheng buling', '居民身份证补领'],
])('“%s” leads to %s', async (query, name) => {
  const result = await search(query);
  expect([result.isNear, names(result)[0]]).toEqual([false, name]);
  expect(result.items[0]?.reason).not.toBe('');
});

test('a result says why it was found, and what was understood instead of what was typed', async () => {
  expect((await search('房产证')).items[0]?.reason).toContain('不动产');
  expect((await search('sfz')).understoodAs).toContain('身份证');
});

test('results come twenty at a time, each once, and the last page says so', async () => {
  const first = await search('补贴申领');
  const second = await search('补贴申领', { offset: first.nextOffset ?? 0 });
  expect([first.total, first.items.length, first.nextOffset, second.items.length, second.nextOffset]).toEqual([30, 20, 20, 10, null]);
  expect(new Set([...first.items, ...second.items].map(({ guide }) => guide.id)).size).toBe(30);
});

test('suggestions come while typing: by characters, by pinyin, by initials', async () => {
  const suggest = async (query: string): Promise<string[]> =>
    (await t.app.inject({ url: '/api/v1/service-guides/suggestions', query: { query } })).json<SuggestionList>().items.map(({ text }) => text);
  expect(await suggest('身份')).toEqual(expect.arrayContaining(['居民身份证补领', '居民身份证换领']));
  expect(await suggest('jiashi')).toContain('机动车驾驶证期满换证');
  expect(await suggest('jsz')).toContain('机动车驾驶证期满换证');
  expect(await suggest('没有这样的事')).toEqual([]);
});

test('a search that finds nothing offers what is near, and is counted for staff without numbers that tell who asked', async () => {
  for (let index = 0; index < 2; index += 1) expect((await search('挖掘机操作 19900000001')).isNear).toBe(true);
  await search('挖掘机操作 13800000000', { offset: 20 });
  await search('身份证丢了');
  expect(await withoutResult()).toEqual([{ query: '挖掘机操作 ＊', times: 2 }]);
});

test('what is kept of a search without result holds no number, no mail address, and is short', async () => {
  await t.database.pool.query('delete from searches_without_result');
  await search('qqwwzz 110101199001011234 张三的');
  await search('qqwwzz someone@example.com');
  await search(`qqwwzz 云A12345 ${'很长'.repeat(40)}`);
  const kept = (await withoutResult()).map(({ query }) => query);
  expect(kept).toHaveLength(3);
  for (const query of kept) {
    expect(query).not.toMatch(/\d{4}|@|example/);
    expect([...query].length).toBeLessThanOrEqual(40);
  }
});

/** On every process the words lead to exactly this guide, within the promised time. */
async function isFoundEverywhere(query: string, name: string | null): Promise<void> {
  await eventually(async () => {
    for (const app of [t.app, other]) {
      const result = await search(query, { app });
      expect(result.isNear ? [] : names(result)).toEqual(name === null ? [] : [name]);
    }
  }, promisedMilliseconds);
}

test('a guide that is added, changed, cancelled or deleted is found so by every process', async () => {
  const id = await insertGuide(t.database, { name: '龙舟竞渡备案' });
  await isFoundEverywhere('龙舟竞渡', '龙舟竞渡备案');
  await changeGuide(t.database, id, { name: '舞狮表演备案' });
  await isFoundEverywhere('舞狮表演', '舞狮表演备案');
  await isFoundEverywhere('龙舟竞渡', null);
  await changeGuide(t.database, id, { status: 'cancelled' });
  await isFoundEverywhere('舞狮表演', null);
  await changeGuide(t.database, id, { status: 'in_effect' });
  await isFoundEverywhere('舞狮表演', '舞狮表演备案');
  await t.database.pool.query('delete from service_guides where id = $1', [id]);
  await isFoundEverywhere('舞狮表演', null);
});

test('a change that commits after a later one is not missed', async () => {
  const slow = await t.database.openAnotherPool().connect();
  if (t.database.url === undefined) return slow.release();
  const early = await insertGuide(t.database, { name: '普通事项甲' });
  await slow.query('begin');
  await slow.query(`update service_guides set content = content || '{"name": "皮影戏演出备案"}' where id = $1`, [early]);
  await insertGuide(t.database, { name: '剪纸展览备案' });
  await isFoundEverywhere('剪纸展览', '剪纸展览备案');
  await slow.query('commit');
  slow.release();
  await isFoundEverywhere('皮影戏演出', '皮影戏演出备案');
});

test('with the listening connections broken a change is still found everywhere in time', async () => {
  if (t.database.url !== undefined) {
    await t.database.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'");
  }
  await insertGuide(t.database, { name: '放风筝场地登记' });
  await isFoundEverywhere('放风筝', '放风筝场地登记');
});

test('a notification that is lost without a trace is made up for in time', async () => {
  const { rows } = await t.database.pool.query<{ source: string }>("select pg_get_functiondef('note_changed_guides'::regproc) as source");
  const source = rows[0]?.source ?? '';
  await t.database.pool.query(source.replace(/perform pg_notify[^;]*;/, ''));
  await insertGuide(t.database, { name: '萤火虫观赏登记' });
  await isFoundEverywhere('萤火虫', '萤火虫观赏登记');
  await t.database.pool.query(source);
});

test('an everyday word that staff add works everywhere in time, and a built-in one can be taken away', async () => {
  await insertGuide(t.database, { name: '机动车检验标志申领' });
  await t.database.pool.query(`insert into search_synonyms (phrase, official_terms, updated_at) values ('年检贴贴', array['机动车检验标志'], now())`);
  await isFoundEverywhere('年检贴贴', '机动车检验标志申领');
  await t.database.pool.query(`insert into search_synonyms (phrase, official_terms, updated_at) values ('房产证', '{}', now())`);
  await isFoundEverywhere('房产证', null);
  await t.database.pool.query('delete from search_synonyms');
  await eventually(async () => expect(names(await search('房产证', { app: other }))[0]).toBe('不动产转移登记'), promisedMilliseconds);
});

test('a database that was restored into another server is read once and then left in peace', async () => {
  await t.database.pool.query("update changed_documents set changed_in = '99999999999'::xid8");
  const third = await t.startAnother();
  const { rows } = await t.database.pool.query<{ future: number }>("select count(*)::int as future from changed_documents where changed_in = '99999999999'::xid8");
  expect(rows).toEqual([{ future: 0 }]);
  expect(names(await search('身份证丢了', { app: third }))[0]).toBe('居民身份证补领');
});

test('an empty or overlong question is refused with words, a strange one finds nothing and breaks nothing', async () => {
  expect((await t.app.inject('/api/v1/service-guides/search?query=')).json()).toMatchObject({ code: 'request_invalid' });
  expect((await t.app.inject({ url: '/api/v1/service-guides/search', query: { query: '字'.repeat(101) } })).json()).toMatchObject({ code: 'request_invalid' });
  for (const strange of ["'; drop table service_guides; --", '%', '😀😀', '(.*)+', '\u202e倒', '　']) expect((await search(strange)).items.length).toBeLessThanOrEqual(20);
});
