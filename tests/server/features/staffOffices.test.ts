import type { OfficeDetail, OfficePage } from '../../../server/contract/offices';
import type { OfficeContent, StaffOffice, StaffOfficeList } from '../../../server/contract/staffOffices';
import { becomeStaff } from '../../support/staff';
import { eventually } from '../../support/eventually';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
let headers: { authorization: string };
beforeAll(async () => {
  t = await startTestApp();
  headers = await becomeStaff(t, 'shop_owner', [{ role: 'hall_manager', department: '云岫县政务服务中心' }]);
});
afterAll(() => t.close());

const hall = (code: string, more: Partial<OfficeContent> = {}): OfficeContent => ({
  code,
  name: '云岫县政务服务中心',
  address: '云岫县湖滨路 8 号',
  openingHours: '工作日 9:00—17:00',
  phone: '0000-12345',
  transport: null,
  accessibility: '一楼有无障碍窗口',
  location: { latitude: 30.12345, longitude: 118.54321 },
  windows: [{ number: 'A01', name: '户政窗口', floor: '一楼' }],
  ...more,
});
const put = (code: string, office: OfficeContent, revision: string | null) => t.app.inject({ method: 'PUT', url: `/api/v1/staff/offices/${code}`, headers, payload: { office, revision } });
const save = async (office: OfficeContent, revision: string | null, code = office.code): Promise<StaffOffice> => (await put(code, office, revision)).json<StaffOffice>();
const list = async (): Promise<StaffOffice[]> => (await t.app.inject({ url: '/api/v1/staff/offices', headers })).json<StaffOfficeList>().items;
const code = (reply: { json<T>(): T }): string => reply.json<{ code: string }>().code;
const told = (reply: { json<T>(): T }): string[] => reply.json<{ fieldErrors: { message: string }[] }>().fieldErrors.map(({ message }) => message);

test('an office is added, changed and removed, and citizens’ pages follow', async () => {
  const added = await save(hall('ONE'), null);
  expect(added).toMatchObject({ ...hall('ONE'), guideCount: 0, allowedActions: ['change', 'remove'] });
  const shown = async (): Promise<OfficeDetail> => (await t.app.inject('/api/v1/offices/ONE')).json<OfficeDetail>();
  expect(await shown()).toMatchObject({ name: '云岫县政务服务中心', windows: [{ number: 'A01' }] });
  const windows = [{ number: 'B01', name: '税务窗口', floor: '二楼' }, { number: 'A01', name: '户政窗口', floor: '一楼' }];
  const changed = await save(hall('ONE', { phone: '0000-54321', windows }), added.revision);
  expect(changed.revision).not.toBe(added.revision);
  await eventually(async () => expect(await shown()).toMatchObject({ phone: '0000-54321', windows }));
  expect((await t.app.inject({ method: 'DELETE', url: '/api/v1/staff/offices/ONE', headers })).statusCode).toBe(204);
  expect((await t.app.inject({ method: 'DELETE', url: '/api/v1/staff/offices/ONE', headers })).statusCode).toBe(204);
  await eventually(async () => expect((await t.app.inject('/api/v1/offices')).json<OfficePage>().items.map((each) => each.code)).not.toContain('ONE'));
  const { rows } = await t.database.pool.query<{ action: string }>(`select action from audit_entries where object_kind = 'office' and object_id = 'ONE' order by occurred_at`);
  expect(rows.map(({ action }) => action).sort()).toEqual(['add_office', 'change_office', 'remove_office']);
});

test('whoever saves what somebody else has changed meanwhile is told, and nothing is overwritten', async () => {
  const read = await save(hall('TWO'), null);
  await save(hall('TWO', { phone: '0000-1' }), read.revision);
  const late = await put('TWO', hall('TWO', { address: '新地址' }), read.revision);
  expect([late.statusCode, code(late)]).toEqual([409, 'office_changed']);
  const stored = (await list()).find((each) => each.code === 'TWO');
  expect(stored).toMatchObject({ phone: '0000-1', address: '云岫县湖滨路 8 号' });
  // Having seen it, they may save all the same.
  expect(await save(hall('TWO', { address: '新地址' }), stored?.revision ?? '')).toMatchObject({ address: '新地址' });
});

test('a change by an import counts as a change, also of a window alone', async () => {
  const read = await save(hall('THREE'), null);
  await t.database.pool.query(`update window_counters set floor = '三楼' where number = 'A01' and office_id = (select id from offices where code = 'THREE')`);
  expect(code(await put('THREE', hall('THREE', { phone: null }), read.revision))).toBe('office_changed');
});

test('of many who save at once from the same state one succeeds', async () => {
  const read = await save(hall('FOUR'), null);
  const replies = await Promise.all(['1', '2', '3'].map((digit) => put('FOUR', hall('FOUR', { phone: `0000-${digit}` }), read.revision)));
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
});

test('the same save again is answered alike, under a new code as well', async () => {
  const read = await save(hall('FIVE'), null);
  expect(await save(hall('FIVE'), null)).toEqual(read);
  const moved = await save(hall('FIVE-B'), read.revision, 'FIVE');
  expect(moved.code).toBe('FIVE-B');
  expect(await save(hall('FIVE-B'), read.revision, 'FIVE')).toEqual(moved);
  expect(code(await put('FOUR', hall('FIVE-B'), (await list()).find((each) => each.code === 'FOUR')?.revision ?? ''))).toBe('office_code_taken');
  expect(code(await put('FIVE-B', hall('FIVE-B', { name: '另一个' }), null))).toBe('office_code_taken');
});

test.each([
  ['swapped', { latitude: 118.5, longitude: 30.1 }, 400],
  ['in the sea of another continent', { latitude: 0, longitude: 0 }, 400],
  ['too coarse to find the door', { latitude: 30.12, longitude: 118.5 }, 400],
  ['in China', { latitude: 30.12345, longitude: 118.54321 }, 200],
])('coordinates that are %s', async (_name, location, status) => {
  const known = (await list()).find((each) => each.code === 'GEO');
  const reply = await put('GEO', hall('GEO', { location }), known?.revision ?? null);
  // 118.5 is no latitude at all: the schema says so first.
  expect(reply.statusCode).toBe(status);
  if (status === 400) expect(told(reply)[0]).toMatch(/对调|不能大于|境内|小数点/);
});

test('what guides refer to is not removed: the office, its code, a window of it; the guides are named', async () => {
  const read = await save(hall('USED', { windows: [{ number: 'A01', name: '户政窗口', floor: '一楼' }, { number: 'A02', name: '空窗口', floor: '一楼' }] }), null);
  await insertGuide(t.database, { name: '居民身份证补领', content: { places: [{ officeCode: 'USED', windowNumbers: ['A01'] }] } });
  const removed = await t.app.inject({ method: 'DELETE', url: '/api/v1/staff/offices/USED', headers });
  expect(code(removed)).toBe('office_in_use');
  expect(told(removed)[0]).toContain('居民身份证补领');
  expect(code(await put('USED', hall('USED-2'), read.revision))).toBe('office_in_use');
  expect(told(await put('USED', hall('USED', { windows: [] }), read.revision))[0]).toContain('A01');
  expect(await save(hall('USED'), read.revision)).toMatchObject({ windows: [{ number: 'A01' }] });
});

test('a window stands once, and offices in the order they are given', async () => {
  const twice = [{ number: 'A01', name: '一', floor: '一楼' }, { number: ' A01 ', name: '二', floor: '一楼' }];
  expect(told(await put('TWICE', hall('TWICE', { windows: twice }), null))[0]).toContain('出现了两次');
  await save(hall('LAST'), null);
  const before = (await list()).map((each) => each.code);
  const reply = await t.app.inject({ method: 'PUT', url: '/api/v1/staff/offices/LAST/place', headers, payload: { beforeCode: before[0] } });
  expect(reply.json<StaffOfficeList>().items.map((each) => each.code)).toEqual(['LAST', ...before.filter((each) => each !== 'LAST')]);
});
