import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { deadlineFrom, endOfDueDate, recount } from '../../../server/workingDays/deadlines';
import { isWeekday, nextDay, WorkingDayCalendar, type YearNotice } from '../../../server/workingDays/workingDayCalendar';

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

test('the library carries the notices of the years that are called covered, and of no later one', () => {
  const differs = (year: number): boolean => {
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = nextDay(date)) if (new WorkingDayCalendar([]).isWorkingDay(date) !== isWeekday(date)) return true;
    return false;
  };
  for (let year = 2004; year <= 2026; year += 1) expect([year, calendar.covers(year), differs(year)]).toEqual([year, true, true]);
  for (const year of [2003, 2027, 2030]) expect([year, calendar.covers(year), differs(year)]).toEqual([year, false, false]);
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
      expect(used.addWorkingDays(start, first).isProvisional && used.covers(Number(due.slice(0, 4)))).toBe(false);
    }),
  );
});

test('a number of days that is none is refused', () => {
  for (const wrong of [-1, 1.5, Number.NaN]) expect(() => calendar.addWorkingDays('2026-11-24', wrong)).toThrow(RangeError);
});
