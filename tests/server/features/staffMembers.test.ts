import { randomUUID } from 'node:crypto';
import type { ConfirmedAct } from '../../../server/contract/confirmations';
import type { CurrentStaffMember, StaffRole } from '../../../server/contract/staff';
import type { HandOver, IssuedInvitation, StaffMember, StaffMemberPage } from '../../../server/contract/staffMembers';
import { confirmed } from '../../support/confirmations';
import { becomeStaff, bindNumber, departmentNamed, inviteSomebody, staffIdOf, type WantedRole } from '../../support/staff';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
const government = '云岫县人民政府';
const police = '云岫县公安局';
const civilAffairs = '云岫县民政局';
const station = '城关派出所';

beforeAll(async () => {
  t = await startTestApp();
  const put = async (name: string, parent: string) =>
    t.database.pool.query('update departments set parent_id = $1 where id = $2', [await departmentNamed(t, parent), await departmentNamed(t, name)]);
  await put(police, government);
  await put(civilAffairs, government);
  await put(station, police);
});
beforeEach(async () => {
  await t.database.pool.query('delete from staff_members');
});
afterAll(() => t.close());

type Headers = { authorization: string };
const call = async (method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, headers: Record<string, string>, payload?: object) =>
  t.app.inject({ method, url: `/api/v1/staff/${path}`, headers, ...(payload === undefined ? {} : { payload }) });
const code = (reply: { json<T>(): T }): string => reply.json<{ code: string }>().code;

/** An administrator's call that has to be confirmed; `shop_owner` is the administrator throughout. */
async function act(method: 'PUT', path: string, headers: Headers, payload: object, confirmedAct: ConfirmedAct) {
  return call(method, path, await confirmed(t, 'shop_owner', headers, confirmedAct), payload);
}
const administrator = (department = government): Promise<Headers> => becomeStaff(t, 'shop_owner', [{ role: 'administrator', department }]);
const grants = async (...wanted: readonly WantedRole[]): Promise<{ role: StaffRole; departmentId: string }[]> =>
  Promise.all(wanted.map(async ({ role, department }) => ({ role, departmentId: String(await departmentNamed(t, department)) })));
const changeRoles = async (headers: Headers, id: string, change: { grant?: WantedRole[]; revoke?: WantedRole[] }) =>
  act('PUT', `members/${id}/roles`, headers, { grant: await grants(...(change.grant ?? [])), revoke: await grants(...(change.revoke ?? [])) }, 'change_roles');
const leave = (headers: Headers, id: string, payload: object = {}) => act('PUT', `members/${id}/departure`, headers, payload, 'suspend_member');

describe('the list of members', () => {
  test('shows the administrator’s departments and those below, filtered by department, status, role and part of a name', async () => {
    const headers = await administrator(police);
    const { staffId: below } = await inviteSomebody(t, '19900120001', [{ role: 'window_clerk', department: station }]);
    await inviteSomebody(t, '19900120002', [{ role: 'editor', department: civilAffairs }]);
    const ids = async (query = ''): Promise<string[]> => (await call('GET', `members${query}`, headers)).json<StaffMemberPage>().items.map(({ id }) => id);
    const own = await staffIdOf(t, headers);
    expect((await ids()).sort()).toEqual([below, own].sort());
    expect(await ids(`?departmentId=${await departmentNamed(t, station)}`)).toEqual([below]);
    expect(await ids(`?departmentId=${await departmentNamed(t, civilAffairs)}`)).toEqual([]);
    expect(await ids('?status=invited')).toEqual([below]);
    expect(await ids('?role=administrator')).toEqual([own]);
    expect((await ids(`?name=${encodeURIComponent('知夏')}`)).sort()).toEqual([below, own].sort());
    expect(await ids(`?name=${encodeURIComponent('周桂兰')}`)).toEqual([]);
  });

  test('is paged without losing anybody', async () => {
    const headers = await administrator(police);
    for (let index = 0; index < 4; index += 1) {
      t.clock.advance(1_000);
      await inviteSomebody(t, `1990012010${index}`, [{ role: 'editor', department: police }]);
    }
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const page = (await call('GET', `members?limit=2${cursor}`, headers)).json<StaffMemberPage>();
      seen.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });
});

describe('inviting', () => {
  test('gives a link that the owner of the number can accept; the same call again gives a new one and voids the first', async () => {
    const headers = await administrator(police);
    const id = randomUUID();
    const invitation = { name: '沈知微', phoneNumber: '19900120201', position: '科员', roles: await grants({ role: 'editor', department: station }) };
    const first = (await act('PUT', `members/${id}`, headers, invitation, 'invite_member')).json<IssuedInvitation>();
    const second = (await act('PUT', `members/${id}`, headers, invitation, 'invite_member')).json<IssuedInvitation>();
    expect(second.qrCode).toMatch(/^data:image\/svg\+xml;base64,/);
    const token = (link: string): string => new URL(link).searchParams.get('token') ?? '';
    expect((await t.app.inject(`/api/v1/staff-invitations/${token(first.link)}`)).statusCode).toBe(404);
    const invitee = await t.signIn('young_father');
    await bindNumber(t, invitee, '19900120201');
    expect((await t.app.inject({ method: 'PUT', url: `/api/v1/staff-invitations/${token(second.link)}/acceptance`, headers: invitee })).statusCode).toBe(204);
    expect((await call('GET', `members/${id}`, headers)).json<StaffMember>()).toMatchObject({ status: 'active', name: '沈知微', maskedPhoneNumber: '199****0201', allowedActions: ['change_roles', 'suspend', 'name_stand_in'] });
    expect(code(await act('PUT', `members/${randomUUID()}`, headers, invitation, 'invite_member'))).toBe('phone_number_taken');
  });

  test('gives only what lies within the administrator’s own departments', async () => {
    const headers = await administrator(police);
    const invitation = { name: '沈知微', phoneNumber: '19900120202', roles: await grants({ role: 'editor', department: civilAffairs }) };
    expect(code(await act('PUT', `members/${randomUUID()}`, headers, invitation, 'invite_member'))).toBe('role_outside_departments');
  });

  test('can be taken back, and whoever was taken back or has left is reinstated by a new invitation', async () => {
    const headers = await administrator(police);
    const { staffId, token } = await inviteSomebody(t, '19900120203', [{ role: 'editor', department: police }]);
    expect((await call('DELETE', `members/${staffId}/invitation`, headers)).json<StaffMember>()).toMatchObject({ status: 'suspended', allowedActions: ['reinstate'] });
    expect((await t.app.inject(`/api/v1/staff-invitations/${token}`)).statusCode).toBe(404);
    const again = (await act('PUT', `members/${staffId}/reinstatement`, headers, { roles: await grants({ role: 'handler', department: police }) }, 'invite_member')).json<IssuedInvitation>();
    const invitee = await t.signIn('young_father');
    await bindNumber(t, invitee, '19900120203');
    const accept = await t.app.inject({ method: 'PUT', url: `/api/v1/staff-invitations/${new URL(again.link).searchParams.get('token') ?? ''}/acceptance`, headers: invitee });
    expect(accept.statusCode).toBe(204);
    expect((await call('GET', 'current', invitee)).json<CurrentStaffMember>().roles).toMatchObject([{ role: 'handler' }]);
    expect(code(await call('DELETE', `members/${staffId}/invitation`, headers))).toBe('member_state_changed');
  });
});

describe('roles', () => {
  test('are granted and revoked in one act, seen by the member at the next call, and only in the administrator’s departments', async () => {
    const member = await becomeStaff(t, 'young_father', [
      { role: 'editor', department: police },
      { role: 'handler', department: civilAffairs },
    ]);
    const id = await staffIdOf(t, member);
    const headers = await administrator(police);
    const changed = (await changeRoles(headers, id, { grant: [{ role: 'approver', department: station }], revoke: [{ role: 'editor', department: police }] })).json<StaffMember>();
    expect(changed.roles.map(({ role }) => role).sort()).toEqual(['approver', 'handler']);
    expect((await call('GET', 'current', member)).json<CurrentStaffMember>().areas).not.toContain('reports');
    expect(code(await changeRoles(headers, id, { revoke: [{ role: 'handler', department: civilAffairs }] }))).toBe('role_outside_departments');
    // The person as a whole is not theirs to suspend.
    expect(code(await leave(headers, id))).toBe('member_elsewhere');
  });

  test('are never one’s own to add, nor those of the one stood in for', async () => {
    const headers = await administrator(police);
    const own = await staffIdOf(t, headers);
    expect(code(await changeRoles(headers, own, { grant: [{ role: 'auditor', department: police }] }))).toBe('own_roles');
    expect(code(await leave(headers, own))).toBe('own_roles');
    const absent = await becomeStaff(t, 'young_father', [{ role: 'editor', department: police }]);
    const absentId = await staffIdOf(t, absent);
    await call('PUT', `members/${absentId}/stand-ins/${randomUUID()}`, headers, { colleagueId: own, from: '2026-11-01', to: '2026-12-31' });
    expect(code(await changeRoles(headers, absentId, { grant: [{ role: 'approver', department: police }] }))).toBe('own_roles');
  });

  test('at least one stays, and the last administrator at the top stays, also when two take each other’s away at once', async () => {
    const headers = await administrator();
    const own = await staffIdOf(t, headers);
    expect(code(await changeRoles(headers, own, { revoke: [{ role: 'administrator', department: government }] }))).toBe('request_invalid');
    const other = await becomeStaff(t, 'young_father', [
      { role: 'administrator', department: government },
      { role: 'editor', department: government },
    ]);
    const otherId = await staffIdOf(t, other);
    await t.database.pool.query(`insert into staff_roles (staff_id, department_id, role, granted_at) values ($1, $2, 'editor', now())`, [own, await departmentNamed(t, government)]);
    const revoke = { grant: [], revoke: await grants({ role: 'administrator', department: government }) };
    const one = await confirmed(t, 'shop_owner', headers, 'change_roles');
    const two = await confirmed(t, 'young_father', other, 'change_roles');
    const replies = await Promise.all([call('PUT', `members/${otherId}/roles`, one, revoke), call('PUT', `members/${own}/roles`, two, revoke)]);
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    const { rows } = await t.database.pool.query<{ n: number }>(`select count(*)::int as n from staff_roles where role = 'administrator'`);
    expect(rows[0]?.n).toBe(1);
  });
});

describe('standing in', () => {
  const days = 86_400_000;

  test('gives the absent one’s roles within the period by the clock, and no further', async () => {
    t.clock.set(new Date('2026-11-30T15:59:59Z'));
    const absent = await becomeStaff(t, 'young_father', [{ role: 'editor', department: police }]);
    const standIn = await becomeStaff(t, 'grandmother', [{ role: 'window_clerk', department: police }]);
    const third = await becomeStaff(t, 'without_union_id', [{ role: 'window_clerk', department: police }]);
    const [absentId, standInId, thirdId] = [await staffIdOf(t, absent), await staffIdOf(t, standIn), await staffIdOf(t, third)];
    // becomeStaff moves the clock.
    t.clock.set(new Date('2026-11-30T15:59:59Z'));
    const name = (of: string, by: Headers, colleagueId: string, from = '2026-12-01', to = '2026-12-03') => call('PUT', `members/${of}/stand-ins/${randomUUID()}`, by, { colleagueId, from, to });
    expect((await name(absentId, absent, standInId)).statusCode).toBe(200);
    expect((await name(standInId, standIn, thirdId)).statusCode).toBe(200);
    const areas = async (headers: Headers) => (await call('GET', 'current', headers)).json<CurrentStaffMember>();
    expect((await areas(standIn)).areas).toEqual([]);
    // Midnight in Shanghai.
    t.clock.advance(1_000);
    expect(await areas(standIn)).toMatchObject({ areas: ['reports', 'announcements', 'searches', 'guide_drafts', 'guide_reviews', 'synonyms', 'imports'], standsInFor: [{ name: '林知夏', until: '2026-12-03' }] });
    // The stand-in's stand-in has only the stand-in's own roles.
    expect(await areas(third)).toMatchObject({ areas: [], standsInFor: [{ until: '2026-12-03' }] });
    t.clock.advance(3 * days - 1_000);
    expect((await areas(standIn)).areas).toEqual(['reports', 'announcements', 'searches', 'guide_drafts', 'guide_reviews', 'synonyms', 'imports']);
    t.clock.advance(1_000);
    expect(await areas(standIn)).toMatchObject({ areas: [], standsInFor: [] });
  });

  test('overlaps, circles, strangers and impossible dates are refused with their own code; the same again is the same one', async () => {
    const first = await becomeStaff(t, 'young_father', [{ role: 'editor', department: police }]);
    const second = await becomeStaff(t, 'grandmother', [{ role: 'editor', department: police }]);
    const stranger = await becomeStaff(t, 'without_union_id', [{ role: 'editor', department: civilAffairs }]);
    const [a, b, c] = [await staffIdOf(t, first), await staffIdOf(t, second), await staffIdOf(t, stranger)];
    const name = (of: string, by: Headers, colleagueId: string, from: string, to: string, id = randomUUID()) => call('PUT', `members/${of}/stand-ins/${id}`, by, { colleagueId, from, to });
    const id = randomUUID();
    expect((await name(a, first, b, '2027-01-01', '2027-01-05', id)).statusCode).toBe(200);
    expect((await name(a, first, b, '2027-01-01', '2027-01-05', id)).json<StaffMember>().standIns).toHaveLength(1);
    expect(code(await name(a, first, b, '2027-01-05', '2027-01-06'))).toBe('stand_in_overlaps');
    expect(code(await name(b, second, a, '2027-01-05', '2027-01-06'))).toBe('stand_in_cycle');
    expect((await name(b, second, a, '2027-01-06', '2027-01-06')).statusCode).toBe(200);
    expect(code(await name(a, first, c, '2027-02-01', '2027-02-02'))).toBe('stand_in_unfit');
    expect(code(await name(a, first, a, '2027-02-01', '2027-02-02'))).toBe('stand_in_unfit');
    expect(code(await name(a, first, b, '2027-02-02', '2027-02-01'))).toBe('stand_in_period_invalid');
    expect(code(await name(a, first, b, '2026-01-01', '2026-01-02'))).toBe('stand_in_period_invalid');
    // Another colleague's absence is not theirs to arrange.
    expect(code(await name(a, second, b, '2027-03-01', '2027-03-02'))).toBe('member_not_found');
    expect((await call('DELETE', `members/${a}/stand-ins/${id}`, first)).json<StaffMember>().standIns).toHaveLength(1);
    expect(code(await call('DELETE', `members/${a}/stand-ins/${id}`, first))).toBe('stand_in_not_found');
  });

  test('acts of a stand-in are on record under their own id, with whom they stood in for', async () => {
    const headers = await administrator(police);
    const own = await staffIdOf(t, headers);
    const absent = await becomeStaff(t, 'young_father', [{ role: 'administrator', department: police }]);
    const absentId = await staffIdOf(t, absent);
    const today = t.clock.now().toISOString().slice(0, 10);
    await call('PUT', `members/${absentId}/stand-ins/${randomUUID()}`, absent, { colleagueId: own, from: today, to: '2027-02-01' });
    t.clock.advance(days);
    const { staffId } = await inviteSomebody(t, '19900120301', [{ role: 'editor', department: police }]);
    await changeRoles(headers, staffId, { grant: [{ role: 'approver', department: police }] });
    const { rows } = await t.database.pool.query<{ actor_id: string; after: object }>(`select actor_id, after from audit_entries where action = 'change_roles' and object_id = $1`, [staffId]);
    expect(rows).toEqual([{ actor_id: own, after: expect.objectContaining({ standsInFor: [absentId] }) as object }]);
  });
});

test('who leaves is out on every process at once, and the colleagues to hand over to are those of the department or above', async () => {
  const other = await t.startAnother();
  const member = await becomeStaff(t, 'young_father', [{ role: 'editor', department: police }]);
  const id = await staffIdOf(t, member);
  const colleague = await becomeStaff(t, 'grandmother', [{ role: 'editor', department: police }]);
  await becomeStaff(t, 'without_union_id', [{ role: 'editor', department: station }]);
  const headers = await administrator();
  const handOver = (await call('GET', `members/${id}/hand-over`, headers)).json<HandOver>();
  expect(handOver.owned).toEqual([]);
  expect(handOver.successors.map((each) => each.id).sort()).toEqual([await staffIdOf(t, colleague), await staffIdOf(t, headers)].sort());
  expect((await leave(headers, id)).json<StaffMember>()).toMatchObject({ status: 'suspended', allowedActions: ['reinstate'] });
  for (const app of [t.app, other]) expect((await app.inject({ url: '/api/v1/staff/current', headers: member })).statusCode).toBe(401);
  expect((await leave(headers, id)).statusCode).toBe(200);
});
