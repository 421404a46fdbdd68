import { randomUUID } from 'node:crypto';
import type { AnnouncementDraft, BodyNameList } from '../../../server/contract/announcementDrafts';
import { becomeStaff, departmentNamed } from '../../support/staff';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
let administrator: { authorization: string };
let editor: { authorization: string };
const police = '云岫县公安局';
beforeAll(async () => {
  t = await startTestApp();
  administrator = await becomeStaff(t, 'shop_owner', [{ role: 'administrator', department: police }]);
  editor = await becomeStaff(t, 'young_father', [{ role: 'editor', department: police }]);
});
afterAll(() => t.close());

const url = '/api/v1/staff/body-names';
const save = (id: string, payload: object) => t.app.inject({ method: 'PUT', url: `${url}/${id}`, headers: administrator, payload });
const list = async (headers = administrator): Promise<BodyNameList> => (await t.app.inject({ url, headers })).json();

test('a wrong name is added, mended and removed by administrators, and each call may be sent again', async () => {
  const id = randomUUID();
  for (let time = 0; time < 2; time += 1) expect((await save(id, { wrong: ' 房管局 ', right: '住房和城乡建设局' })).json()).toEqual({ id, wrong: '房管局', right: '住房和城乡建设局' });
  await save(id, { wrong: '房产管理局', right: '住房和城乡建设局' });
  expect((await list()).items).toContainEqual({ id, wrong: '房产管理局', right: '住房和城乡建设局' });
  expect([(await list()).mayEdit, (await list(editor)).mayEdit]).toEqual([true, false]);
  expect((await save(randomUUID(), { wrong: '房产管理局', right: '住建局' })).json()).toMatchObject({ code: 'body_name_exists' });
  expect((await save(randomUUID(), { wrong: '住建局', right: '住建局 ' })).json()).toMatchObject({ code: 'request_invalid', fieldErrors: [{ field: 'body.right' }] });
  for (let time = 0; time < 2; time += 1) expect((await t.app.inject({ method: 'DELETE', url: `${url}/${id}`, headers: administrator })).statusCode).toBe(204);
  const { rows } = await t.database.pool.query<{ action: string; n: number }>('select action, count(*)::int as n from audit_entries where object_id = $1 group by action order by action', [id]);
  expect(rows).toEqual([{ action: 'remove_body_name', n: 1 }, { action: 'save_body_name', n: 2 }]);
});

test('the check goes by the list as it now is', async () => {
  const draft = async (): Promise<AnnouncementDraft> =>
    (await t.app.inject({ method: 'PUT', url: `/api/v1/staff/announcement-drafts/${randomUUID()}`, headers: editor, payload: { departmentId: String(await departmentNamed(t, police)), kind: 'notice', title: '通知', body: '<p>请到粮食局领取。</p>' } })).json();
  expect((await draft()).findings).toEqual([]);
  await save(randomUUID(), { wrong: '粮食局', right: '粮食和物资储备局' });
  expect((await draft()).findings).toMatchObject([{ rule: 'body_name_wrong', severity: 'fault', excerpt: expect.stringContaining('粮食局') as string }]);
});
