import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import library from 'chinese-days/dist/chinese-days.json';
import fc from 'fast-check';
import { deadlineFrom, endOfDueDate, recount } from '../../../server/workingDays/deadlines';
import { libraryYears } from '../../../server/workingDays/libraryNotices';
import { WorkingDayCalendar } from '../../../server/workingDays/workingDayCalendar';
import { isWeekday, nextDay, noticeYear, type YearNotice } from '../../../server/workingDays/yearNotice';

const calendar = new WorkingDayCalendar([]);
/** Plainly invented: the real one is not this test's to foresee. */
const notice2027: YearNotice = { year: 2027, holidays: ['2027-01-01', '2027-01-04'], workingWeekends: ['2027-01-09'] };

const oracle = join(__dirname, '../../../../shared/data/workdays-oracle.csv');
if (existsSync(oracle)) {
  test('agrees with every date of the oracle', () => {
    const rows = readFileSync(oracle, 'utf8').trim().split('\n').slice(1).map((line) => line.trim().split(','));
    expect(rows.length).toBeGreaterThan(100);
    const wrong = rows.filter(([start = '', days, due]) => calendar.addWorkingDays(start, Number(days)).date !== due);
    expect(wrong).toEqual([]);
  });
} else {
  process.stdout.write('workdays-oracle.csv is not beside the checkout: the comparison with it was not run\n');
}

test('knows make-up weekends and long holidays', () => {
  expect(calendar.isWorkingDay('2026-10-01')).toBe(false);
  expect(calendar.isWorkingDay('2026-02-14')).toBe(true);
  expect(calendar.addWorkingDays('2026-09-30', 1)).toEqual({ date: '2026-10-08', isProvisional: false });
});

test('the library carries the notices of exactly the years that are called covered, each with its public holidays', () => {
  const years = new Set([...Object.keys(library.holidays), ...Object.keys(library.workdays)].map(noticeYear));
  expect([...years].sort()).toEqual(libraryYears);
  expect(calendar.coveredYears).toEqual(libraryYears);
  for (const year of libraryYears) {
    for (const day of ['01-01', '05-01', '10-01', '10-02', '10-03']) expect([year, day, calendar.isWorkingDay(`${year}-${day}`)]).toEqual([year, day, false]);
  }
  for (const date of Object.keys(library.workdays)) expect([date, isWeekday(date)]).toEqual([date, false]);
});

test('a year without a notice is not covered and has plain weekdays', () => {
  expect(calendar.covers(2027)).toBe(false);
  expect(calendar.isWorkingDay('2027-10-01')).toBe(true);
  expect(new WorkingDayCalendar([notice2027]).coveredYears).toEqual([...libraryYears, 2027]);
});

test.each(['America/New_York', 'Pacific/Pago_Pago', 'Asia/Shanghai'])('the days are the same on a machine in %s', (zone) => {
  const dates: string[] = [];
  for (let day = '2024-12-01'; day <= '2027-01-31'; day = nextDay(day)) dates.push(day);
  const path = join(__dirname, '../../../server/workingDays/workingDayCalendar.ts');
  const code = `const { WorkingDayCalendar } = require(${JSON.stringify(path)}); const calendar = new WorkingDayCalendar([]);
    console.log(new Date(0).getTimezoneOffset()); console.log(${JSON.stringify(dates)}.filter((date) => calendar.isWorkingDay(date)).join())`;
  const [offset, worked] = execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', code], { encoding: 'utf8', env: { ...process.env, TZ: zone } }).split('\n');
  expect(offset).toBe({ 'America/New_York': '300', 'Pacific/Pago_Pago': '660', 'Asia/Shanghai': '-480' }[zone]);
  expect(worked?.split(',')).toEqual(dates.filter((each) => calendar.isWorkingDay(each)));
  expect(worked).toContain('2026-02-14');
});

test('the last days of a year wait for the notice of the next, as at the end of 2018', () => {
  expect(calendar.addWorkingDays('2018-12-28', 1)).toEqual({ date: '2018-12-29', isProvisional: false });
  expect(calendar.addWorkingDays('2026-12-23', 1)).toEqual({ date: '2026-12-24', isProvisional: false });
  expect(calendar.addWorkingDays('2026-12-24', 1)).toEqual({ date: '2026-12-25', isProvisional: true });
  expect(new WorkingDayCalendar([notice2027]).addWorkingDays('2026-12-24', 1)).toEqual({ date: '2026-12-25', isProvisional: false });
  const corrected2018 = new WorkingDayCalendar([{ year: 2018, holidays: ['2018-10-01'], workingWeekends: [] }]);
  expect(corrected2018.isWorkingDay('2018-12-29')).toBe(true);
  expect(corrected2018.isWorkingDay('2018-10-02')).toBe(true);
});

test('a deadline over New Year into a year without a notice is provisional, and is counted again when the notice has come', () => {
  const before = deadlineFrom(new Date('2026-12-30T02:00:00Z'), 3, calendar);
  expect(before).toEqual({ startOn: '2026-12-30', days: 3, date: '2027-01-04', isProvisional: true });
  const after = recount(before, new WorkingDayCalendar([notice2027]));
  expect(after).toEqual({ deadline: { startOn: '2026-12-30', days: 3, date: '2027-01-06', isProvisional: false }, isMoved: true });
});

test('a deadline that was final stays as people were told, whatever is imported later', () => {
  const final = deadlineFrom(new Date('2026-11-02T02:00:00Z'), 5, calendar);
  const corrected = new WorkingDayCalendar([{ year: 2026, holidays: ['2026-11-04'], workingWeekends: [] }]);
  expect(recount(final, corrected)).toEqual({ deadline: final, isMoved: false });
});

test('an imported notice holds before the library, also for a day of the year before', () => {
  const imported = new WorkingDayCalendar([{ year: 2027, holidays: ['2026-12-31'], workingWeekends: ['2027-01-02'] }]);
  expect(imported.isWorkingDay('2026-12-31')).toBe(false);
  expect(imported.isWorkingDay('2027-01-02')).toBe(true);
  expect(imported.isWorkingDay('2027-01-04')).toBe(true);
});

test('the clock starts on the date in Shanghai, and the due date ends at midnight there', () => {
  expect(deadlineFrom(new Date('2026-11-22T16:30:00Z'), 1, calendar).date).toBe('2026-11-24');
  expect(endOfDueDate('2026-11-24')).toEqual(new Date('2026-11-24T16:00:00Z'));
});

const date = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true }).map((value) => value.toISOString().slice(0, 10));
const days = fc.nat(80);
const anyCalendar = fc.constantFrom(calendar, new WorkingDayCalendar([notice2027]));

test('counting ends on a working day, adds up, and is the reverse of counting back', () => {
  fc.assert(
    fc.property(anyCalendar, date, days, days, (used, start, first, second) => {
      const due = used.addWorkingDays(start, first).date;
      if (first > 0) expect(used.isWorkingDay(due)).toBe(true);
      expect(used.addWorkingDays(due, second).date).toBe(used.addWorkingDays(start, first + second).date);
      expect(used.workingDaysBetween(start, due)).toBe(first);
    }),
  );
});

test('who starts later or has more days is never due earlier', () => {
  fc.assert(
    fc.property(anyCalendar, date, date, days, days, (used, one, other, few, more) => {
      const [earlier, later] = one < other ? [one, other] : [other, one];
      expect(used.addWorkingDays(earlier, few).date <= used.addWorkingDays(later, few).date).toBe(true);
      expect(used.addWorkingDays(one, few).date < used.addWorkingDays(one, few + more + 1).date).toBe(true);
    }),
  );
});

test('a date is provisional exactly when an unknown day was counted', () => {
  fc.assert(
    fc.property(anyCalendar, date, days, (used, start, count) => {
      const due = used.addWorkingDays(start, count);
      const last = used.covers(2027) ? '2027-12-24' : '2026-12-24';
      expect(due.isProvisional).toBe(count > 0 && due.date > last);
    }),
  );
});

test('no days give the date itself, and a start on a holiday counts like any other', () => {
  expect(calendar.addWorkingDays('2026-10-03', 0)).toEqual({ date: '2026-10-03', isProvisional: false });
  expect(calendar.addWorkingDays('2026-10-03', 1).date).toBe('2026-10-08');
  expect(calendar.workingDaysBetween('2026-10-08', '2026-10-03')).toBe(0);
});

test('a number of days that is none is refused', () => {
  for (const wrong of [-1, 1.5, Number.NaN]) expect(() => calendar.addWorkingDays('2026-11-24', wrong)).toThrow(RangeError);
});
