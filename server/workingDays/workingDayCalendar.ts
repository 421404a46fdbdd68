import { isWorkday } from 'chinese-days';

/** A year's arrangement of holidays, as the State Council publishes it around November of the year before. */
export interface YearNotice {
  year: number;
  /** `YYYY-MM-DD`; also days at the edges of the neighbouring years, such as 31 December. */
  holidays: readonly string[];
  /** 调休: weekends that are worked. */
  workingWeekends: readonly string[];
}

export interface DueDate {
  /** `YYYY-MM-DD` in Shanghai. */
  date: string;
  /** True when it was counted through a year whose notice is not known: plain weekdays, to be counted again when it is. */
  isProvisional: boolean;
}

/** The years whose notices the library carries; it answers plain weekdays for any other without saying so. */
const libraryYears = { first: 2004, last: 2026 } as const;

const dayMilliseconds = 86_400_000;

/** Working days by the State Council's calendars. Dates are `YYYY-MM-DD` as people in China write them; nothing here knows "now". */
export class WorkingDayCalendar {
  private readonly imported: ReadonlySet<number>;
  private readonly named = new Map<string, boolean>();

  /** @param notices what was imported; of a year that the library knows too, the notice holds. */
  constructor(notices: readonly YearNotice[]) {
    this.imported = new Set(notices.map(({ year }) => year));
    for (const { holidays, workingWeekends } of [...notices].sort((one, other) => one.year - other.year)) {
      for (const date of holidays) this.named.set(date, false);
      for (const date of workingWeekends) this.named.set(date, true);
    }
  }

  /** Whether the year's notice is known. */
  covers(year: number): boolean {
    return this.imported.has(year) || (year >= libraryYears.first && year <= libraryYears.last);
  }

  isWorkingDay(date: string): boolean {
    const named = this.named.get(date);
    if (named !== undefined) return named;
    return this.imported.has(yearOf(date)) || !this.covers(yearOf(date)) ? isWeekday(date) : isWorkday(date);
  }

  /**
   * The date that is `days` working days after the given one, which itself does not count, be it a working day or not.
   *
   * @param days whole, from 0 up; 0 gives the date itself.
   */
  addWorkingDays(date: string, days: number): DueDate {
    if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of working days: ${days}`);
    let current = date;
    let isProvisional = false;
    for (let left = days; left > 0; ) {
      current = nextDay(current);
      if (!this.covers(yearOf(current))) isProvisional = true;
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

export function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + dayMilliseconds).toISOString().slice(0, 10);
}

/** Monday to Friday. */
export function isWeekday(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day > 0 && day < 6;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
