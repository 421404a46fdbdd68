import { saveNotice } from '../../../server/workingDays/calendars';
import { deadlineFrom, recount } from '../../../server/workingDays/deadlines';
import { eventually } from '../../support/eventually';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

test('over a New Year whose notice has not come, every process counts plain weekdays and says so, until one is given the notice', async () => {
  const another = await t.startAnother();
  const servers = [t.app, another];
  const told = await Promise.all(servers.map(async ({ calendars }) => deadlineFrom(new Date('2026-12-30T02:00:00Z'), 3, await calendars.current())));
  expect(told).toEqual([told[0], told[0]]);
  expect(told[0]).toEqual({ startOn: '2026-12-30', days: 3, date: '2027-01-04', isProvisional: true });
  await saveNotice(t.database.db, { year: 2027, holidays: ['2027-01-01', '2027-01-04'], workingWeekends: [] }, { name: '示例通知', publishedOn: null }, t.clock.now());
  await eventually(async () => {
    for (const [index, { calendars }] of servers.entries()) {
      const deadline = told[index] ?? { startOn: '', days: 0, date: '', isProvisional: true };
      expect(recount(deadline, await calendars.current())).toEqual({ deadline: { startOn: '2026-12-30', days: 3, date: '2027-01-06', isProvisional: false }, isMoved: true });
    }
  });
});
