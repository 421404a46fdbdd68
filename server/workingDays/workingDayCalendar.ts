import { libraryNotices } from './libraryNotices';
import { isWeekday, nextDay, noticeYear, yearOf, type YearNotice } from './yearNotice';

export interface DueDate {
  /** `YYYY-MM-DD` in Shanghai. */
  date: string;
  /** True when it was counted through days whose notice is not known: plain weekdays, to be counted again when it is. */
  isProvisional: boolean;
}

/** Working days by the State Council's calendars. Dates are `YYYY-MM-DD` as people in China write them; nothing here knows "now". */
export class WorkingDayCalendar {
  /** The years whose notices are known, in order. */
  readonly coveredYears: readonly number[];
  private readonly covered: ReadonlySet<number>;
  /** Whether a date that a notice names is worked; any other is worked when it is a weekday. */
  private readonly named = new Map<string, boolean>();

  /** @param imported the notices that were imported; one of a year that the library knows too takes its place. */
  constructor(imported: readonly YearNotice[]) {
    const importedYears = new Set(imported.map(({ year }) => year));
    const known = [...libraryNotices.filter(({ year }) => !importedYears.has(year)), ...imported].sort((one, other) => one.year - other.year);
    // In the order of the years: of two notices that name a day at the end of a year, the later one holds.
    for (const { holidays, workingWeekends } of known) {
      for (const date of holidays) this.named.set(date, false);
      for (const date of workingWeekends) this.named.set(date, true);
    }
    this.coveredYears = known.map(({ year }) => year);
    this.covered = new Set(this.coveredYears);
  }

  /** Whether the year's notice is known. */
  covers(year: number): boolean {
    return this.covered.has(year);
  }

  /** Whether every notice that can name the date is known; the last days of a year wait for the next year's. */
  isKnown(date: string): boolean {
    return this.covers(yearOf(date)) && this.covers(noticeYear(date));
  }

  isWorkingDay(date: string): boolean {
    return this.named.get(date) ?? isWeekday(date);
  }

  /**
   * The date that is `days` working days after the given one, which itself does not count, be it a working day or not.
   *
   * @param days whole, from 0 up; 0 gives the date itself, even where that is a holiday.
   */
  addWorkingDays(date: string, days: number): DueDate {
    if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of working days: ${days}`);
    let current = date;
    let isProvisional = false;
    for (let left = days; left > 0; ) {
      current = nextDay(current);
      if (!this.isKnown(current)) isProvisional = true;
      if (this.isWorkingDay(current)) left -= 1;
    }
    return { date: current, isProvisional };
  }

  /** How many working days lie after the first date, up to the second and with it; 0 when it is not later. */
  workingDaysBetween(from: string, to: string): number {
    let count = 0;
    for (let current = from; current < to; ) {
      current = nextDay(current);
      if (this.isWorkingDay(current)) count += 1;
    }
    return count;
  }
}
