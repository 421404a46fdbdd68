import type { Home } from '../../../server/contract/home';
import type { OfficeDetail, OfficePage } from '../../../server/contract/offices';
import type { TopicList } from '../../../server/contract/topics';
import { eventually } from '../../support/eventually';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
let often: string;
let seldom: string;
beforeAll(async () => {
  t = await startTestApp();
  seldom = await insertGuide(t.database, { name: '少有人看', content: { naturalPersonTopics: ['np.marriage'], lifeEvents: ['le.marriage'], places: [{ officeCode: 'HALL' }] } });
  often = await insertGuide(t.database, { name: '常有人看', content: { naturalPersonTopics: ['np.certificates', 'np.household'] } });
  await insertGuide(t.database, { name: '取消了', content: { status: 'cancelled', naturalPersonTopics: ['np.health'], places: [{ officeCode: 'HALL' }] } });
  await t.database.pool.query(`insert into offices (code, name, address, phone, sort_order) values ('HALL', '大厅', '示范路', '0000-12345688', 2), ('TOWN', '镇里', '和风街', null, 1)`);
  await t.database.pool.query(`insert into window_counters (office_id, number, name, floor) select id, 'A01', '户政', '一楼' from offices where code = 'HALL'`);
});
afterAll(() => t.close());

const get = async <Reply>(path: string): Promise<Reply> => (await t.app.inject(`/api/v1${path}`)).json<Reply>();

test('reading a guide counts, also when the answer comes from memory or the phone has it already', async () => {
  const url = `/api/v1/service-guides/${often}`;
  const { headers } = await t.app.inject(url);
  await t.app.inject(url);
  await t.app.inject({ url, headers: { 'if-none-match': String(headers['etag']) } });
  await t.app.inject(`/api/v1/service-guides/${seldom}`);
  await t.app.inject('/api/v1/service-guides/999999');
  await eventually(async () => {
    await t.app.guideViews.flush();
    const { rows } = await t.database.pool.query('select guide_id, views, viewed_on::text from guide_views order by views desc');
    expect(rows).toEqual([
      { guide_id: Number(often), views: 3, viewed_on: '2026-11-23' },
      { guide_id: Number(seldom), views: 1, viewed_on: '2026-11-23' },
    ]);
  });
});

test('the first page has the topics that lead somewhere in their order, and the guides that are read most', async () => {
  const home = await get<Home>('/home');
  expect(home.topics.map(({ name, guideCount }) => [name, guideCount])).toEqual([
    ['证件办理', 1],
    ['户籍办理', 1],
  ]);
  expect(home.mostUsed.map(({ name }) => name)).toEqual(['常有人看', '少有人看']);
});

test('what was read long ago is no longer “most used”', async () => {
  await t.database.pool.query(`update guide_views set viewed_on = '2026-08-01' where guide_id = $1`, [Number(often)]);
  // Any change of the guides drops the kept answer.
  await t.database.pool.query('update service_guides set updated_at = now() where id = $1', [Number(often)]);
  await eventually(async () => expect((await get<Home>('/home')).mostUsed.map(({ name }) => name)).toEqual(['少有人看']));
});

test('topics and life events come in the order of the national list, with the guides that can be found', async () => {
  const { items } = await get<TopicList>('/topics');
  expect(items).toEqual([
    { code: 'np.household', kind: 'natural_person', name: '户籍办理', guideCount: 1 },
    { code: 'np.marriage', kind: 'natural_person', name: '婚姻登记', guideCount: 1 },
    { code: 'np.certificates', kind: 'natural_person', name: '证件办理', guideCount: 1 },
    { code: 'le.marriage', kind: 'life_event', name: '结婚', guideCount: 1 },
  ]);
});

test('offices come in their order with the number of their guides, one with its windows', async () => {
  const page = await get<OfficePage>('/offices');
  expect(page.items.map(({ code, guideCount }) => [code, guideCount])).toEqual([
    ['TOWN', 0],
    ['HALL', 1],
  ]);
  expect(await get<OfficeDetail>('/offices/HALL')).toMatchObject({ name: '大厅', phone: '0000-12345688', location: null, windows: [{ number: 'A01', name: '户政', floor: '一楼' }] });
  expect(await get('/offices/NOWHERE')).toMatchObject({ code: 'office_not_found' });
});
