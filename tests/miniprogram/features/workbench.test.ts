import type { CurrentStaffMember } from '../../../server/contract/staff';
import type { StaffWorkItem, StaffWorkList } from '../../../server/contract/work';
import { ApiError } from '../../../src/api/ApiError';
import { WorkbenchStore } from '../../../src/features/staff/WorkbenchStore';
import type { WorkApi } from '../../../src/features/staff/workApi';
import { dueText, totalsText, workHeading } from '../../../src/features/staff/workLabels';

const member: CurrentStaffMember = { id: '1', name: '沈知微', position: null, roles: [], areas: ['reports'], standsInFor: [] };
const item = (id: string, dueAt: string | null = null): StaffWorkItem => ({
  kind: 'report',
  id,
  title: '居民身份证补领',
  note: null,
  department: null,
  waitingSince: '2026-11-20T01:00:00.000Z',
  dueAt,
});
const list = (count: number, more: Partial<StaffWorkList> = {}): StaffWorkList => ({
  items: Array.from({ length: count }, (_, index) => item(String(index))),
  totals: count === 0 ? [] : [{ kind: 'report', count, label: String(count) }],
  overdue: 0,
  ...more,
});
const offline = () => Promise.reject(new ApiError({ code: 'network_unreachable', message: '', status: 0 }));
const serverWith = (overrides: Partial<WorkApi> = {}): WorkApi => ({
  readCurrentMember: () => Promise.resolve(member),
  listWork: () => Promise.resolve(list(45)),
  countUnread: () => Promise.resolve({ count: 2, label: '2' }),
  ...overrides,
});
const now = Date.parse('2026-11-24T04:00:00.000Z');

test('a due time is the end of its last day, and what is over says so in words', () => {
  expect(dueText(item('1', '2026-11-26T16:00:00.000Z'), now)).toEqual({ text: '最晚11月26日（周四）办完', isOverdue: false });
  expect(dueText(item('1', '2026-11-23T16:00:00.000Z'), now)).toEqual({ text: '已超时，应在11月23日（周一）办完', isOverdue: true });
  expect(dueText(item('1'), now)).toBeNull();
});

test('the heading counts what waits and what is over, and kinds are listed when there are several', () => {
  expect(workHeading(list(0))).toBe('没有等着您办的事');
  expect(workHeading(list(3))).toBe('等着您办：3 件');
  expect(workHeading(list(3, { overdue: 1 }))).toBe('等着您办：3 件，其中 1 件已超时');
  const several = list(3, { totals: [{ kind: 'report', count: 200, label: '200+' }, { kind: 'announcement', count: 1, label: '1' }] });
  expect([workHeading(several), totalsText(several), totalsText(list(3))]).toEqual(['等着您办：201 多件', '群众的反馈 200+ 件，公告 1 件', null]);
});

test('what waits is shown 20 at a time', async () => {
  const store = new WorkbenchStore(serverWith());
  await store.load();
  expect([store.rows.length, store.hasMore]).toEqual([20, true]);
  store.showMore();
  store.showMore();
  expect([store.rows.length, store.hasMore]).toEqual([45, false]);
});

test('without the number of notices the rest is shown, and a failure can be tried again', async () => {
  const store = new WorkbenchStore(serverWith({ countUnread: offline }));
  await store.load();
  expect(store.state.status === 'ready' && store.state.value.unread).toBe('0');
  let isDown = true;
  const failing = new WorkbenchStore(serverWith({ listWork: () => (isDown ? offline() : Promise.resolve(list(1))) }));
  await failing.load();
  expect(failing.state.status).toBe('failed');
  isDown = false;
  await failing.retry();
  expect(failing.rows).toHaveLength(1);
});
