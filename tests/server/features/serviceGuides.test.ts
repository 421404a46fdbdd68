import { eventually } from '../../support/eventually';
import { changeGuide, insertGuide, startTestApp, type TestApp } from '../../support/testApp';
import type { DepartmentPage } from '../../../server/contract/departments';
import type { GuideCheck, ServiceGuide, ServiceGuidePage } from '../../../server/contract/serviceGuides';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  for (let index = 1; index <= 45; index += 1) await insertGuide(t.database, { name: `登记事项${String(index).padStart(2, '0')}`, department: '云岫县民政局' });
  await insertGuide(t.database, { name: '居民身份证补领', content: { naturalPersonTopics: ['np.certificates'], lifeEvents: ['le.baby'] } });
  await insertGuide(t.database, { name: '企业设立登记', department: '云岫县市场监督管理局', audiences: ['legal_person'], content: { legalPersonTopics: ['lp.establishment'] } });
  await insertGuide(t.database, { name: '贴息贷款', department: '云岫县财政局', audiences: ['natural_person', 'legal_person'] });
  await insertGuide(t.database, { name: '已经取消的事项', department: '云岫县财政局', content: { status: 'cancelled', naturalPersonTopics: ['np.certificates'] } });
});
afterAll(() => t.close());

async function list(query: string): Promise<ServiceGuidePage> {
  const reply = await t.app.inject(`/api/v1/service-guides${query}`);
  expect(reply.statusCode).toBe(200);
  return reply.json<ServiceGuidePage>();
}
const read = async (id: string): Promise<ServiceGuide> => (await t.app.inject(`/api/v1/service-guides/${id}`)).json<ServiceGuide>();
const names = (page: ServiceGuidePage): string[] => page.items.map(({ name }) => name);

test('a list is paged by cursor: every guide once, in the same order, and the last page says so', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: ServiceGuidePage = await list(`?limit=20${cursor === null ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.items.map((guide) => guide.id));
    expect(page.total).toEqual({ count: 48, label: '48' });
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toHaveLength(48);
  expect(new Set(seen).size).toBe(48);
});

test('a guide added while someone is paging does not make another appear twice or go missing', async () => {
  const { items } = (await t.app.inject('/api/v1/departments')).json<DepartmentPage>();
  const departmentId = items.find(({ name }) => name === '云岫县民政局')?.id ?? '';
  const first = await list(`?limit=20&departmentId=${departmentId}`);
  await insertGuide(t.database, { name: '登记事项99', department: '云岫县民政局' });
  const second = await list(`?limit=50&departmentId=${departmentId}&cursor=${first.nextCursor ?? ''}`);
  const ids = [...first.items, ...second.items].map((guide) => guide.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(46);
});

test('guides are filtered by audience, department, topic and life event, and a cancelled one stands in no list', async () => {
  expect(names(await list('?audience=legal_person')).sort()).toEqual(['企业设立登记', '贴息贷款']);
  const departments = (await t.app.inject('/api/v1/departments?audience=legal_person')).json<DepartmentPage>();
  expect(departments.items.map((department) => [department.name, department.guideCount])).toEqual([
    ['云岫县市场监督管理局', 1],
    ['云岫县财政局', 1],
  ]);
  expect(names(await list(`?departmentId=${departments.items[0]?.id ?? ''}`))).toEqual(['企业设立登记']);
  expect(names(await list('?topic=np.certificates'))).toEqual(['居民身份证补领']);
  expect(names(await list('?topic=le.baby'))).toEqual(['居民身份证补领']);
  expect(names(await list('?topic=lp.establishment&audience=natural_person'))).toEqual([]);
});

test('past a thousand the count stops and says so', async () => {
  await t.database.pool.query(
    `insert into service_guides (implementation_code, department_id, content)
     select 'MANY-' || n, (select min(id) from departments), jsonb_build_object('name', '很多事项' || n, 'itemType', 'ruling', 'audiences', '[]'::jsonb, 'lifeEvents', '["le.many"]'::jsonb)
     from generate_series(1, 1001) n`,
  );
  expect((await list('?topic=le.many')).total).toEqual({ count: 1000, label: '1000+' });
  await t.database.pool.query("delete from service_guides where implementation_code = 'MANY-1'");
  await eventually(async () => expect((await list('?topic=le.many')).total).toEqual({ count: 1000, label: '1000' }));
  await t.database.pool.query("delete from service_guides where implementation_code like 'MANY-%'");
});

test('a guide is shown whole with the offices, related guides and topics it names; what does not exist is left out', async () => {
  await t.database.pool.query(`insert into offices (code, name, address, latitude, longitude) values ('HALL', '云岫县政务服务中心', '示范路 1 号', 1.5, 2.5)`);
  await t.database.pool.query(
    `insert into window_counters (office_id, number, name, floor, sort_order) select id, n, n || ' 号窗口', '一楼', n::int from offices, unnest(array['1', '2', '3']) n where code = 'HALL'`,
  );
  const related = await insertGuide(t.database, { name: '有关的一项', code: 'RELATED-1' });
  const id = await insertGuide(t.database, {
    name: '完整的一项',
    code: 'WHOLE-1',
    content: {
      naturalPersonTopics: ['np.certificates', 'np.nothing'],
      places: [{ officeCode: 'HALL', windowNumbers: ['3', '1', '99'], note: '周六也办' }, { officeCode: 'NOWHERE' }],
      relatedCodes: ['RELATED-1', 'NOTHING-1'],
    },
  });
  expect(await read(id)).toMatchObject({
    id,
    implementationCode: 'WHOLE-1',
    version: 1,
    content: { name: '完整的一项', requiredMaterials: [{ name: '居民户口簿', note: '原件 1 份', isWaived: false }] },
    offices: [
      {
        code: 'HALL',
        location: { latitude: 1.5, longitude: 2.5 },
        note: '周六也办',
        windows: [
          { number: '1', name: '1 号窗口', floor: '一楼' },
          { number: '3', name: '3 号窗口', floor: '一楼' },
        ],
      },
    ],
    relatedGuides: [{ id: related, name: '有关的一项' }],
    topics: [{ code: 'np.certificates', name: '证件办理' }],
  });
  await t.database.pool.query("update offices set address = '新址' where code = 'HALL'");
  await eventually(async () => expect((await read(id)).offices[0]?.address).toBe('新址'));
  const missing = await t.app.inject('/api/v1/service-guides/999999999');
  expect(missing.statusCode).toBe(404);
  expect(missing.json()).toMatchObject({ code: 'guide_not_found', message: expect.stringContaining('返回列表') as string, requestId: expect.any(String) as string });
});

test('a cancelled guide can still be opened by its link, and says that it is cancelled', async () => {
  const id = await insertGuide(t.database, { content: { status: 'cancelled' } });
  expect((await read(id)).content.status).toBe('cancelled');
});

test('the check of a guide follows the guide', async () => {
  const id = await insertGuide(t.database);
  const check = async (): Promise<GuideCheck> => (await t.app.inject(`/api/v1/service-guides/${id}/check`)).json<GuideCheck>();
  const before = await check();
  expect(before.findings.map(({ rule }) => rule)).toContain('element_phone_missing');
  await changeGuide(t.database, id, { consultationPhone: '0000-12345601' });
  await eventually(async () => {
    const after = await check();
    expect(after.findings.map(({ rule }) => rule)).not.toContain('element_phone_missing');
    expect(after.score).toBeGreaterThan(before.score);
  });
});

test('a cursor that was tampered with is refused, not run', async () => {
  for (const key of ['[]', '[1,2]', '["a"]', '{"a":1}', 'null', '[1.5]', '[99999999999999999999]']) {
    const reply = await t.app.inject(`/api/v1/service-guides?cursor=${Buffer.from(key).toString('base64url')}`);
    expect([key, reply.statusCode, reply.json<{ code: string }>().code]).toEqual([key, 400, 'cursor_invalid']);
  }
});
