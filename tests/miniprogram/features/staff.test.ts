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
const refused = (code: 'report_closed' | 'phone_number_mismatch' | 'session_expired') => new ApiError({ code, message: '', status: 409 });
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
      readCurrentMember: unexpected,
      listReports: () => Promise.resolve(page),
      closeReport: (id, body) => {
        closed.push([id, body]);
        return Promise.resolve(report(id, { outcome: body.outcome }));
      },
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
