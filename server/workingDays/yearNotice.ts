/** A year's arrangement of holidays, as the State Council publishes it around November of the year before. */
export interface YearNotice {
  year: number;
  /** `YYYY-MM-DD`; also days at the edges of the neighbouring years, such as 31 December. */
  holidays: readonly string[];
  /** 调休: weekends that are worked. */
  workingWeekends: readonly string[];
}

/**
 * From this day on a year's end is arranged by the notice of the next one: New Year's Day borrows from the weekend before it. The
 * earliest day so far was 29 December (2007, 2018); no weekend that touches New Year's Day lies before the 25th.
 */
const yearEnd = '12-25';

/** The year whose notice has the last word on a date. */
export function noticeYear(date: string): number {
  return yearOf(date) + (date.slice(5) >= yearEnd ? 1 : 0);
}

export const yearOf = (date: string): number => Number(date.slice(0, 4));

export function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Monday to Friday. */
export function isWeekday(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day > 0 && day < 6;
}
