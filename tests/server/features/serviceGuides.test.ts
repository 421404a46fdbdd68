import { eventually } from '../../support/eventually';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';
import type { DepartmentPage } from '../../../server/contract/departments';
import type { ServiceGuide, ServiceGuidePage } from '../../../server/contract/serviceGuides';

let test_: TestApp;
beforeAll(async () => {
  test_ = await startTestApp();
  for (let index = 1; index <= 45; index += 1) await insertGuide(test_.database, { name: `登记事项${String(index).padStart(2, '0')}`, department: '云岫县民政局' });
  await insertGuide(test_.database, { name: '居民身份证补领' });
  await insertGuide(test_.database, { name: '身份证' });
  await insertGuide(test_.database, { name: '临时居民身份证首次申领' });
  await insertGuide(test_.database, { name: '企业设立登记', department: '云岫县市场监督管理局', audiences: ['legal_person'] });
  await insertGuide(test_.database, { name: '贴息100%贷款_申请', department: '云岫县财政局', audiences: ['natural_person', 'legal_person'] });
});
afterAll(() => test_.close());

async function list(query: string): Promise<ServiceGuidePage> {
  const reply = await test_.app.inject(`/api/v1/service-guides${query}`);
  expect(reply.statusCode).toBe(200);
  return reply.json<ServiceGuidePage>();
}

test('a list is paged by cursor: every guide once, in the same order, and the last page says so', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: ServiceGuidePage = await list(`?limit=20${cursor === null ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.items.map((guide) => guide.id));
    expect(page.total).toEqual({ count: 50, label: '50' });
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toHaveLength(50);
  expect(new Set(seen).size).toBe(50);
});

test('a guide added while someone is paging does not make another appear twice or go missing', async () => {
  const first = await list('?limit=20&query=登记事项');
  await insertGuide(test_.database, { name: '登记事项99', department: '云岫县民政局' });
  const second = await list(`?limit=50&query=登记事项&cursor=${first.nextCursor ?? ''}`);
  const ids = [...first.items, ...second.items].map((guide) => guide.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(46);
});

test('searching by name finds every word, the whole name first', async () => {
  expect((await list(`?query=${encodeURIComponent('身份证')}`)).items.map((guide) => guide.name)).toEqual(['身份证', '居民身份证补领', '临时居民身份证首次申领']);
  expect((await list(`?query=${encodeURIComponent('身份证 申领')}`)).items.map((guide) => guide.name)).toEqual(['临时居民身份证首次申领']);
});

test('characters that mean something in SQL are only characters', async () => {
  expect((await list(`?query=${encodeURIComponent('100%贷款_')}`)).items).toHaveLength(1);
  expect((await list(`?query=${encodeURIComponent('%')}`)).items).toHaveLength(1);
  expect((await list(`?query=${encodeURIComponent("'; drop table service_guides; --")}`)).items).toEqual([]);
});

test('guides are filtered by audience and by department', async () => {
  const forCompanies = await list('?audience=legal_person');
  expect(forCompanies.items.map((guide) => guide.name).sort()).toEqual(['企业设立登记', '贴息100%贷款_申请']);
  const departments = (await test_.app.inject('/api/v1/departments?audience=legal_person')).json<DepartmentPage>();
  expect(departments.items.map((department) => [department.name, department.guideCount])).toEqual([
    ['云岫县市场监督管理局', 1],
    ['云岫县财政局', 1],
  ]);
  const ofOne = await list(`?departmentId=${departments.items[0]?.id ?? ''}`);
  expect(ofOne.items.map((guide) => guide.name)).toEqual(['企业设立登记']);
});

test('past a thousand the count stops and says so', async () => {
  await test_.database.pool.query(
    `insert into service_guides (implementation_code, name, department_id, item_type)
     select 'MANY-' || n, '很多事项' || n, (select min(id) from departments), 'other_power' from generate_series(1, 1001) n`,
  );
  expect((await list(`?query=${encodeURIComponent('很多事项')}`)).total).toEqual({ count: 1000, label: '1000+' });
  await test_.database.pool.query("delete from service_guides where implementation_code = 'MANY-1'");
  await eventually(async () => expect((await list(`?query=${encodeURIComponent('很多事项')}`)).total).toEqual({ count: 1000, label: '1000' }));
});

test('a guide is shown whole, and one that is not there is a 404 that says what to do', async () => {
  const id = await insertGuide(test_.database, { name: '完整的一项', code: 'WHOLE-1' });
  const guide = (await test_.app.inject(`/api/v1/service-guides/${id}`)).json<ServiceGuide>();
  expect(guide).toMatchObject({ id, name: '完整的一项', implementationCode: 'WHOLE-1', requiredMaterials: [{ name: '居民户口簿', note: '原件 1 份', isWaived: false }] });
  const missing = await test_.app.inject('/api/v1/service-guides/999999999');
  expect(missing.statusCode).toBe(404);
  expect(missing.json()).toMatchObject({ code: 'guide_not_found', message: expect.stringContaining('返回列表') as string, requestId: expect.any(String) as string });
});

test('a cursor that was tampered with is refused, not run', async () => {
  for (const key of ['[1]', '[1,2,3]', '["a","b"]', '{"a":1}', 'null', '[1.5,2]', '[1,99999999999999999999]']) {
    const reply = await test_.app.inject(`/api/v1/service-guides?cursor=${Buffer.from(key).toString('base64url')}`);
    expect([key, reply.statusCode, reply.json<{ code: string }>().code]).toEqual([key, 400, 'cursor_invalid']);
  }
});
