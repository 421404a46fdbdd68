import type { StaffReport, StaffReportPage } from '../../../server/contract/staff';
import { ApiError } from '../../../src/api/ApiError';
import type { StaffApi } from '../../../src/api/staffApi';
import { InvitationStore } from '../../../src/features/staff/InvitationStore';
import { ReportsStore } from '../../../src/features/staff/ReportsStore';
import { subjectOf } from '../../../src/features/staff/staffLabels';

const report = (id: string, more: Partial<StaffReport> = {}): StaffReport => ({
  id,
  referenceNumber: `FK261124-${id}`,
  receivedAt: '2026-11-24T01:00:00.000Z',
  guide: { id: '1', name: '居民身份证补领' },
  guideVersion: 1,
  part: 'phone',
  kind: null,
  department: { id: '1', name: '云岫县公安局' },
  description: '打不通',
  maskedContactPhone: null,
  outcome: null,
  outcomeNote: null,
  closedAt: null,
  allowedActions: ['close'],
  ...more,
});
const refused = (code: 'report_closed' | 'phone_number_mismatch' | 'session_expired' | 'invitation_not_found' | 'network_unreachable') => new ApiError({ code, message: '', status: 409 });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A server that has two open reports. */
function serverWith(overrides: Partial<StaffApi> = {}): { api: StaffApi; closed: unknown[] } {
  const closed: unknown[] = [];
  const page: StaffReportPage = { items: [report('1'), report('2')], nextCursor: null, total: { count: 2, label: '2' } };
  const unexpected = () => Promise.reject(new Error('not expected'));
  return {
    closed,
    api: {
      readInvitation: unexpected,
      acceptInvitation: unexpected,
      readCurrentCitizen: unexpected,
      listReports: () => Promise.resolve(page),
      closeReport: (id, body) => {
        closed.push([id, body]);
        return Promise.resolve(report(id, { outcome: body.outcome }));
      },
      readReportContact: unexpected,
      listSearchesWithoutResult: unexpected,
      ...overrides,
    },
  };
}

test('a report is not closed without saying what became of it, and leaves the list when it is', async () => {
  const { api, closed } = serverWith();
  const store = new ReportsStore(api);
  store.load();
  await settled();
  store.toggle('1');
  await store.close();
  expect([store.isOutcomeMissing, closed]).toEqual([true, []]);
  store.choose('corrected');
  store.typeNote('  已换号码 ');
  await store.close();
  expect(closed).toEqual([['1', { outcome: 'corrected', note: '已换号码' }]]);
  expect([store.openId, store.note]).toEqual([null, '']);
  expect(store.list.state.status === 'ready' && store.list.state.value.items.map(({ id }) => id)).toEqual(['2']);
});

test('a refused closing keeps what was written and says why', async () => {
  const store = new ReportsStore(serverWith({ closeReport: () => Promise.reject(refused('report_closed')) }).api);
  store.load();
  await settled();
  store.toggle('1');
  store.choose('explained');
  store.typeNote('已电话说明');
  await store.close();
  expect([store.openId, store.outcome, store.note, store.failure?.code, store.isBusy]).toEqual(['1', 'explained', '已电话说明', 'report_closed', false]);
});

test('accepting an invitation makes the account a staff member’s, and a refusal leaves it as it was', async () => {
  const citizens: unknown[] = [];
  const citizen = { maskedPhoneNumber: '199****0012', isStaff: true, joinedAt: '2026-11-24T01:00:00.000Z', privacyPolicyVersion: '1' };
  const updateCitizen = (given: unknown) => void citizens.push(given);
  const refusing = new InvitationStore('t', serverWith({ acceptInvitation: () => Promise.reject(refused('phone_number_mismatch')) }).api, { updateCitizen });
  await refusing.accept();
  expect([refusing.isAccepted, refusing.refusal?.code, refusing.isBusy, citizens]).toEqual([false, 'phone_number_mismatch', false, []]);

  const accepting = new InvitationStore('t', serverWith({ acceptInvitation: () => Promise.resolve(), readCurrentCitizen: () => Promise.resolve(citizen) }).api, { updateCitizen });
  await accepting.accept();
  expect([accepting.isAccepted, citizens]).toEqual([true, [citizen]]);
});

test('a report that is opened while another is being closed keeps what is said about it', async () => {
  let answer: (report: StaffReport) => void = () => undefined;
  const store = new ReportsStore(serverWith({ closeReport: () => new Promise((resolve) => (answer = resolve)) }).api);
  store.load();
  await settled();
  store.toggle('1');
  store.choose('corrected');
  const closing = store.close();
  store.toggle('2');
  store.choose('explained');
  store.typeNote('已回电');
  answer(report('1', { outcome: 'corrected' }));
  await closing;
  expect([store.openReport?.id, store.outcome, store.note, store.closedNumber]).toEqual(['2', 'explained', '已回电', 'FK261124-1']);
});

test('when the fetched reports are dealt with, those behind them are fetched instead of saying that nothing waits', async () => {
  const pages: StaffReportPage[] = [
    { items: [report('1')], nextCursor: 'more', total: { count: 2, label: '2' } },
    { items: [report('2')], nextCursor: null, total: { count: 1, label: '1' } },
  ];
  const empty: StaffReportPage = { items: [], nextCursor: null, total: { count: 0, label: '0' } };
  const store = new ReportsStore(serverWith({ listReports: () => Promise.resolve(pages.shift() ?? empty) }).api);
  store.load();
  await settled();
  store.toggle('1');
  store.choose('corrected');
  await store.close();
  await settled();
  expect(store.list.state.status === 'ready' && store.list.state.value.items.map(({ id }) => id)).toEqual(['2']);
});

test('the report that was dealt with last is named until another is looked at', async () => {
  const store = new ReportsStore(serverWith().api);
  store.load();
  await settled();
  store.toggle('1');
  store.choose('corrected');
  await store.close();
  expect(store.closedNumber).toBe('FK261124-1');
  store.toggle('2');
  expect(store.closedNumber).toBeNull();
});

test('an invitation whose acceptance was not heard of is accepted, and not reported as used up', async () => {
  const citizen = { maskedPhoneNumber: '199****0012', isStaff: true, joinedAt: '2026-11-24T01:00:00.000Z', privacyPolicyVersion: '1' };
  const updateCitizen = () => undefined;
  const usedUp = () => Promise.reject(refused('invitation_not_found'));
  const again = new InvitationStore('t', serverWith({ acceptInvitation: usedUp, readCurrentCitizen: () => Promise.resolve(citizen) }).api, { updateCitizen });
  await again.accept();
  expect([again.isAccepted, again.refusal]).toEqual([true, null]);

  const stranger = new InvitationStore('t', serverWith({ acceptInvitation: usedUp, readCurrentCitizen: () => Promise.resolve({ ...citizen, isStaff: false }) }).api, { updateCitizen });
  await stranger.accept();
  expect([stranger.isAccepted, stranger.refusal?.code]).toEqual([false, 'invitation_not_found']);
});

test('an acceptance stands when the network goes right after it', async () => {
  const api = serverWith({ acceptInvitation: () => Promise.resolve(), readCurrentCitizen: () => Promise.reject(refused('network_unreachable')) }).api;
  const store = new InvitationStore('t', api, { updateCitizen: () => undefined });
  await store.accept();
  expect([store.isAccepted, store.refusal]).toEqual([true, null]);
});

test('a lost session is for whoever signs in to mend', async () => {
  const store = new InvitationStore('t', serverWith({ acceptInvitation: () => Promise.reject(refused('session_expired')) }).api, { updateCitizen: () => undefined });
  await expect(store.accept()).rejects.toMatchObject({ code: 'session_expired' });
  expect([store.refusal, store.isBusy]).toEqual([null, false]);
});

test('a report is named by what it is about', () => {
  expect(subjectOf(report('1'))).toBe('居民身份证补领 · 电话');
  expect(subjectOf(report('1', { guide: null }))).toBe('已撤下的指南 · 电话');
  expect(subjectOf(report('1', { guide: null, part: null, kind: 'suggestion' }))).toBe('小程序 · 建议');
});
