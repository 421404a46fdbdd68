import { randomUUID } from 'node:crypto';
import type { Citizen } from '../../../server/contract/citizens';
import type { CurrentStaffMember, SearchWithoutResultList, StaffInvitation, StaffReport, StaffReportPage } from '../../../server/contract/staff';
import type { StaffWorkList } from '../../../server/contract/work';
import { leavePost } from '../../../server/staff/leavePost';
import { commandActor } from '../../../server/staff/staffActor';
import { becomeStaff, bindNumber, departmentNamed, invite } from '../../support/staff';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

type Headers = { authorization: string };
const phone = '19900110001';
const police = '云岫县公安局';
const civilAffairs = '云岫县民政局';

const accept = (token: string, headers: Headers) => t.app.inject({ method: 'PUT', url: `/api/v1/staff-invitations/${token}/acceptance`, headers });
const get = async <Reply>(path: string, headers: Headers): Promise<Reply> => (await t.app.inject({ url: `/api/v1${path}`, headers })).json<Reply>();
const code = (reply: { json<T>(): T }): string => reply.json<{ code: string }>().code;

let senders = 0;
async function report(department: string, description = '电话打不通了'): Promise<string> {
  const id = randomUUID();
  const guideId = await insertGuide(t.database, { department });
  const payload = { subject: 'guide', guideId, part: 'phone', description, contactPhone: '19900000009' };
  senders += 1;
  expect((await t.app.inject({ method: 'PUT', url: `/api/v1/feedback/${id}`, payload, remoteAddress: `10.8.0.${senders}` })).statusCode).toBe(200);
  return id;
}
const openReports = async (headers: Headers): Promise<string[]> => (await get<StaffReportPage>('/staff/reports?limit=50', headers)).items.map(({ id }) => id);

describe('an invitation', () => {
  test('says what is offered, and makes its owner a staff member once they have proved the number', async () => {
    const token = await invite(t, phone, [{ role: 'editor', department: police }]);
    expect((await t.app.inject(`/api/v1/staff-invitations/${token}`)).json<StaffInvitation>()).toMatchObject({
      name: '林知夏',
      maskedPhoneNumber: '199****0001',
      position: '科员',
      roles: [{ role: 'editor', department: { name: police } }],
    });
    const headers = await t.signIn('young_father');
    expect(code(await accept(token, headers))).toBe('phone_number_required');
    await bindNumber(t, headers, '19900110002');
    expect(code(await accept(token, headers))).toBe('phone_number_mismatch');
    expect((await get<Citizen>('/citizens/current', headers)).isStaff).toBe(false);
    await bindNumber(t, headers, phone);
    expect((await accept(token, headers)).statusCode).toBe(204);
    expect((await get<Citizen>('/citizens/current', headers)).isStaff).toBe(true);
    expect(await get<CurrentStaffMember>('/staff/current', headers)).toMatchObject({ name: '林知夏', roles: [{ role: 'editor' }], areas: ['reports', 'announcements', 'searches', 'guide_drafts', 'guide_reviews', 'synonyms', 'imports'] });
  });

  test('is used up by the first who accepts it, also when two do at once', async () => {
    const token = await invite(t, '19900110003', [{ role: 'editor', department: police }]);
    const headers = await t.signIn('without_union_id');
    await bindNumber(t, headers, '19900110003');
    const replies = await Promise.all([accept(token, headers), accept(token, headers), accept(token, headers)]);
    expect(replies.map(({ statusCode }) => statusCode).filter((status) => status === 204)).toHaveLength(1);
    expect(code(await accept(token, headers))).toBe('invitation_not_found');
    expect((await t.app.inject(`/api/v1/staff-invitations/${token}`)).statusCode).toBe(404);
  });

  test('ends after seven days', async () => {
    const token = await invite(t, '19900110004', [{ role: 'editor', department: police }]);
    t.clock.advance(7 * 86_400_000 + 1);
    expect((await t.app.inject(`/api/v1/staff-invitations/${token}`)).json()).toMatchObject({ code: 'invitation_not_found' });
  });

  test('cannot make somebody a staff member twice', async () => {
    const headers = await becomeStaff(t, 'shop_owner', [{ role: 'handler', department: police }]);
    const again = await invite(t, '19900110005', [{ role: 'administrator', department: police }]);
    await bindNumber(t, headers, '19900110005');
    expect(code(await accept(again, headers))).toBe('already_staff');
  });

  test('leaves neither its token nor a number or name in clear in the database', async () => {
    const token = await invite(t, '19900110006', [{ role: 'editor', department: police }]);
    const { rows } = await t.database.pool.query(`select s.*, encode(i.token_hash, 'hex') as hash from staff_members s join staff_invitations i on i.staff_id = s.id`);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${token}|19900110006|林知夏`));
  });
});

test('a member who is suspended is refused by every process at the next call', async () => {
  const other = await t.startAnother();
  const headers = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: police }]);
  const statuses = async (): Promise<number[]> => Promise.all([t.app, other].map(async (app) => (await app.inject({ url: '/api/v1/staff/current', headers })).statusCode));
  expect(await statuses()).toEqual([200, 200]);
  const { rows } = await t.database.pool.query<{ id: string }>(`select id from staff_members where status = 'active' order by created_at desc limit 1`);
  const suspend = () => leavePost(t.database.db, [], { staffId: rows[0]?.id ?? '', successorId: null, mayBeLastAdministrator: true }, commandActor, t.clock.now());
  expect(await suspend()).toEqual({ handedOver: [] });
  // The devices are signed out as well.
  expect(await statuses()).toEqual([401, 401]);
  expect((await t.app.inject({ url: '/api/v1/staff/current', headers: await t.signIn('shop_owner') })).statusCode).toBe(403);
  expect(await suspend()).toBe('not_in_office');
});

describe('reports of mistakes', () => {
  test('go to whoever mends guides in that department or above it, oldest first, with the number masked', async () => {
    const parent = await departmentNamed(t, '云岫县人民政府办公室');
    await t.database.pool.query('update departments set parent_id = $1 where id = $2', [parent, await departmentNamed(t, police)]);
    const first = await report(police, '第一条：地址变了');
    t.clock.advance(1_000);
    const second = await report(police, '第二条：材料变了');
    const elsewhere = await report(civilAffairs);

    const editor = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: police }]);
    const seen = await openReports(editor);
    expect(seen.filter((id) => [first, second, elsewhere].includes(id))).toEqual([first, second]);
    const work = await get<StaffWorkList>('/staff/work', editor);
    expect(work.items.map(({ kind, id }) => [kind, id])).toEqual(seen.map((id) => ['report', id]));
    expect(work.totals).toEqual([{ kind: 'report', count: seen.length, label: String(seen.length) }]);
    const page = await get<StaffReportPage>('/staff/reports?limit=50', editor);
    expect(page.items.find(({ id }) => id === first)).toMatchObject({ description: '第一条：地址变了', maskedContactPhone: '199****0009', part: 'phone', allowedActions: ['close', 'read_contact'] });

    const above = await becomeStaff(t, 'shop_owner', [{ role: 'administrator', department: '云岫县人民政府办公室' }]);
    expect(await openReports(above)).toEqual(expect.arrayContaining([first, second]));
    expect(await openReports(above)).not.toContain(elsewhere);
  });

  test('about the mini-program itself go to an administrator at the top of the tree, and to nobody below', async () => {
    const id = randomUUID();
    await t.app.inject({ method: 'PUT', url: `/api/v1/feedback/${id}`, payload: { subject: 'mini_program', kind: 'suggestion', description: '字再大一点' }, remoteAddress: '10.8.1.1' });
    expect(await openReports(await becomeStaff(t, 'shop_owner', [{ role: 'administrator', department: '云岫县人民政府办公室' }]))).toContain(id);
    expect(await openReports(await becomeStaff(t, 'shop_owner', [{ role: 'administrator', department: police }]))).not.toContain(id);
  });

  test('are closed once with what became of them; the same answer again changes nothing, another is refused', async () => {
    const id = await report(civilAffairs);
    const headers = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: civilAffairs }]);
    const close = (payload: object) => t.app.inject({ method: 'PUT', url: `/api/v1/staff/reports/${id}/outcome`, headers, payload });
    expect((await close({ outcome: 'corrected', note: '已换成新号码' })).json<StaffReport>()).toMatchObject({ outcome: 'corrected', outcomeNote: '已换成新号码', allowedActions: ['read_contact'] });
    expect((await close({ outcome: 'corrected', note: '已换成新号码' })).statusCode).toBe(200);
    expect(code(await close({ outcome: 'explained' }))).toBe('report_closed');
    expect(await openReports(headers)).not.toContain(id);
    expect((await get<StaffReportPage>('/staff/reports?status=closed', headers)).items.map((each) => each.id)).toContain(id);
  });

  test('are paged without losing any while others are closed', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      ids.push(await report('云岫县档案馆'));
      t.clock.advance(1_000);
    }
    const headers = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: '云岫县档案馆' }]);
    const first = await get<StaffReportPage>('/staff/reports?limit=2', headers);
    await t.app.inject({ method: 'PUT', url: `/api/v1/staff/reports/${ids[0] ?? ''}/outcome`, headers, payload: { outcome: 'corrected' } });
    const second = await get<StaffReportPage>(`/staff/reports?limit=2&cursor=${first.nextCursor ?? ''}`, headers);
    const third = await get<StaffReportPage>(`/staff/reports?limit=2&cursor=${second.nextCursor ?? ''}`, headers);
    expect([...first.items, ...second.items, ...third.items].map(({ id }) => id)).toEqual(ids);
    expect((await t.app.inject({ url: `/api/v1/staff/reports?cursor=${Buffer.from('["x","y"]').toString('base64url')}`, headers })).json()).toMatchObject({ code: 'cursor_invalid' });
  });
});

test('inviting, accepting and closing are on record, without what is personal', async () => {
  const id = await report(civilAffairs);
  const headers = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: civilAffairs }]);
  await t.app.inject({ method: 'PUT', url: `/api/v1/staff/reports/${id}/outcome`, headers, payload: { outcome: 'explained', note: '已打电话告诉周桂兰' } });
  const { rows } = await t.database.pool.query<{ action: string; object_id: string }>('select * from audit_entries order by occurred_at desc, action limit 3');
  expect(rows.map(({ action }) => action).sort()).toEqual(['accept_invitation', 'close_report', 'invite_staff_member']);
  expect(rows.find(({ action }) => action === 'close_report')).toMatchObject({ object_id: id, actor_kind: 'staff', before: { outcome: null }, after: { outcome: 'explained', note: expect.stringMatching(/^#/) as string }, client_address: '127.0.0.1' });
  expect(JSON.stringify(rows)).not.toMatch(/周桂兰|林知夏|1990001/);
});

test('what people did not find is added up over thirty days, the most wanted first', async () => {
  await t.database.pool.query(`insert into searches_without_result (searched_on, query, times) values ('2026-01-01', '很久以前', 9)`);
  const today = t.clock.now().toISOString().slice(0, 10);
  await t.database.pool.query(`insert into searches_without_result (searched_on, query, times) values ($1, '挖掘机', 2), ($1::date - 1, '挖掘机', 3), ($1, '滑翔伞', 4)`, [today]);
  const headers = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: police }]);
  const { items } = await get<SearchWithoutResultList>('/staff/searches-without-result', headers);
  expect(items).toEqual([
    { query: '挖掘机', times: 5, lastOn: today },
    { query: '滑翔伞', times: 4, lastOn: today },
  ]);
});

test('closing the account takes the person out of the staff record and leaves the record', async () => {
  const headers = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: police }]);
  expect((await t.app.inject({ method: 'DELETE', url: '/api/v1/citizens/current', headers })).statusCode).toBe(204);
  const { rows } = await t.database.pool.query<{ n: number }>(`select count(*)::int as n from staff_members where status = 'active' and citizen_id is null`);
  expect(rows[0]?.n).toBeGreaterThan(0);
});
