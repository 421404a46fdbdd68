import type { SearchWithoutResultList } from '../../../server/contract/staff';
import type { SearchTrial, StaffSynonym, StaffSynonymPage } from '../../../server/contract/synonyms';
import { becomeStaff } from '../../support/staff';
import { eventually } from '../../support/eventually';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
let headers: { authorization: string };
beforeAll(async () => {
  t = await startTestApp();
  headers = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: '云岫县公安局' }]);
});
afterAll(() => t.close());

const get = async <Reply>(path: string): Promise<Reply> => (await t.app.inject({ url: `/api/v1/staff${path}`, headers })).json<Reply>();
const put = (phrase: string, officialTerms: string[]) => t.app.inject({ method: 'PUT', url: '/api/v1/staff/synonyms', headers, payload: { phrase, officialTerms } });
const remove = (phrase: string) => t.app.inject({ method: 'DELETE', url: `/api/v1/staff/synonyms?phrase=${encodeURIComponent(phrase)}`, headers });
const find = async (phrase: string): Promise<StaffSynonym | undefined> => (await get<StaffSynonymPage>(`/synonyms?search=${encodeURIComponent(phrase)}`)).items.find((each) => each.phrase === phrase);
const found = async (query: string): Promise<string[]> => (await get<SearchTrial>(`/search-trials?query=${encodeURIComponent(query)}`)).found.map(({ name }) => name);

test('built-in words are listed page by page, and found by phrase or term', async () => {
  const first = await get<StaffSynonymPage>('/synonyms');
  expect(first.items).toHaveLength(20);
  const seen = new Set<string>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: StaffSynonymPage = await get<StaffSynonymPage>(`/synonyms?limit=50${cursor === '' ? '' : `&cursor=${cursor}`}`);
    for (const { phrase } of page.items) seen.add(phrase);
    cursor = page.nextCursor;
  }
  expect(seen.size).toBe(first.total.count);
  expect(await find('上户口')).toMatchObject({ kind: 'built_in', officialTerms: ['出生登记', '户口登记'], allowedActions: ['change', 'switch_off'] });
  expect((await get<StaffSynonymPage>(`/synonyms?search=${encodeURIComponent('居民户口簿')}`)).items.map(({ phrase }) => phrase)).toContain('户口本');
});

test('a built-in word is changed, switched off and put back', async () => {
  expect((await put('房本', ['房屋权证'])).json<StaffSynonym>()).toMatchObject({ kind: 'changed', officialTerms: ['房屋权证'], builtInTerms: ['不动产权证书', '不动产登记'] });
  expect((await put('房本', [])).json<StaffSynonym>()).toMatchObject({ kind: 'switched_off', officialTerms: [] });
  expect((await remove('房本')).statusCode).toBe(204);
  expect((await remove('房本')).statusCode).toBe(204);
  expect(await find('房本')).toMatchObject({ kind: 'built_in' });
});

test('an added word finds its guide within two seconds, and finds it no more when it is removed', async () => {
  await insertGuide(t.database, { name: '大型机械操作登记' });
  expect(await found('铁牛')).not.toContain('大型机械操作登记');
  expect((await put('铁牛', ['大型机械操作登记'])).json<StaffSynonym>()).toMatchObject({ kind: 'own', allowedActions: ['change', 'remove'] });
  await eventually(async () => expect(await found('铁牛')).toContain('大型机械操作登记'));
  await remove('铁牛');
  await eventually(async () => expect(await found('铁牛')).not.toContain('大型机械操作登记'));
});

test('phrases are kept as the search compares them; what says nothing is refused', async () => {
  expect((await put(' ＡＢＣ证 ', ['某某证'])).json<StaffSynonym>().phrase).toBe('abc证');
  expect((await put('从来没有', [])).json<{ code: string }>().code).toBe('synonym_not_found');
  expect((await put('某某证', ['某某证'])).statusCode).toBe(400);
  expect((await put(' ', ['某某证'])).statusCode).toBe(400);
});

test('the same save again writes nothing', async () => {
  const times = async (): Promise<number> => (await t.database.pool.query(`select from audit_entries where object_id = '重复说'`)).rows.length;
  await put('重复说', ['出生登记']);
  await put('重复说', ['出生登记']);
  expect(await times()).toBe(1);
});

test('trying a question does not count it among what people do not find', async () => {
  await found('紫色的大象骑自行车');
  expect((await get<SearchWithoutResultList>('/searches-without-result')).items.map(({ query }) => query)).not.toContain('紫色的大象骑自行车');
});

describe('a search without result that is dealt with', () => {
  const url = '/api/v1/staff/searches-without-result/dealt-with';
  const listed = async (status: string): Promise<string[]> => (await get<SearchWithoutResultList>(`/searches-without-result?status=${status}`)).items.map(({ query }) => query);

  test('leaves the list, comes back when it is taken back, and when somebody searches for it on a later day', async () => {
    const today = t.clock.now().toISOString().slice(0, 10);
    await t.database.pool.query(`insert into searches_without_result (searched_on, query, times) values ($1, '铲车', 3), ($1, '滑翔伞', 1)`, [today]);
    const mark = () => t.app.inject({ method: 'PUT', url, headers, payload: { query: '铲车' } });
    expect((await mark()).statusCode).toBe(204);
    expect((await mark()).statusCode).toBe(204);
    expect([await listed('open'), await listed('dealt_with')]).toEqual([['滑翔伞'], ['铲车']]);
    expect((await t.app.inject({ method: 'DELETE', url: `${url}?query=${encodeURIComponent('铲车')}`, headers })).statusCode).toBe(204);
    expect(await listed('open')).toEqual(['铲车', '滑翔伞']);
    await mark();
    await t.database.pool.query(`insert into searches_without_result (searched_on, query, times) values ($1::date + 1, '铲车', 2)`, [today]);
    t.clock.advance(86_400_000);
    expect((await get<SearchWithoutResultList>('/searches-without-result')).items.find(({ query }) => query === '铲车')).toMatchObject({ times: 2 });
  });
});
