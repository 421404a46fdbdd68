import type { GuideVersionPage } from '../../../server/contract/serviceGuides';
import { changeGuide, insertGuide, startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

async function versions(id: string, query = ''): Promise<GuideVersionPage> {
  const reply = await t.app.inject(`/api/v1/service-guides/${id}/versions${query}`);
  expect(reply.statusCode).toBe(200);
  return reply.json<GuideVersionPage>();
}

test('every change is kept, whoever makes it, and told in words: what it was, what it is, when', async () => {
  const id = await insertGuide(t.database, { content: { visits: 2, committedLimit: { amount: 20, unit: 'working_day' }, naturalPersonTopics: ['np.household'] } });
  await changeGuide(t.database, id, { visits: 1, committedLimit: { amount: 10, unit: 'calendar_day' }, naturalPersonTopics: ['np.certificates'] });
  await t.database.pool.query(`update service_guides set content = content - 'visits' where id = $1`, [id]);
  const { items, total, nextCursor } = await versions(id);
  expect([total.count, nextCursor]).toEqual([3, null]);
  expect(items.map(({ version, changes }) => [version, changes.map(({ label, before, after }) => [label, before, after])])).toEqual([
    [3, [['到办事现场次数', '1 次', null]]],
    [
      2,
      [
        ['自然人主题', '户籍办理', '证件办理'],
        ['承诺办结时限', '20 个工作日', '10 天'],
        ['到办事现场次数', '2 次', '1 次'],
      ],
    ],
    [1, []],
  ]);
});

test('writing the same again makes no version', async () => {
  const id = await insertGuide(t.database, { content: { visits: 1 } });
  await changeGuide(t.database, id, { visits: 1 });
  expect((await versions(id)).items.map(({ version }) => version)).toEqual([1]);
});

test('a guide that goes to another department says so', async () => {
  await insertGuide(t.database, { department: '云岫县民政局' });
  const id = await insertGuide(t.database);
  await t.database.pool.query(`update service_guides set department_id = (select id from departments where name = '云岫县民政局') where id = $1`, [id]);
  expect((await versions(id)).items[0]?.changes).toEqual([{ field: 'department', label: '实施主体', before: '云岫县公安局', after: '云岫县民政局' }]);
});

test('versions are paged, and the last of a page is compared with the first of the next', async () => {
  const id = await insertGuide(t.database, { content: { visits: 0 } });
  for (let visits = 1; visits <= 5; visits += 1) await changeGuide(t.database, id, { visits });
  const first = await versions(id, '?limit=2');
  const second = await versions(id, `?limit=2&cursor=${first.nextCursor ?? ''}`);
  const third = await versions(id, `?limit=2&cursor=${second.nextCursor ?? ''}`);
  const all = [...first.items, ...second.items, ...third.items];
  expect(all.map(({ version }) => version)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(all.map(({ changes }) => changes[0]?.after ?? null)).toEqual(['5 次', '4 次', '3 次', '2 次', '1 次', null]);
  expect(third.nextCursor).toBeNull();
});

test('changes made at once by several writers each become a version, none is lost', async () => {
  const id = await insertGuide(t.database, { content: { dailyCapacity: 0 } });
  await Promise.all(
    Array.from({ length: 8 }, () =>
      t.database.pool.query(`update service_guides set content = jsonb_set(content, '{dailyCapacity}', to_jsonb((content ->> 'dailyCapacity')::int + 1)) where id = $1`, [id]),
    ),
  );
  const { items } = await versions(id);
  expect(items.map(({ version, changes }) => [version, changes[0]?.after ?? null])).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1].map((version) => [version, version === 1 ? null : `${version - 1} 件`]));
});

test('an unknown guide has no versions and no check', async () => {
  for (const part of ['versions', 'check']) expect((await t.app.inject(`/api/v1/service-guides/999999/${part}`)).json()).toMatchObject({ code: 'guide_not_found' });
});
