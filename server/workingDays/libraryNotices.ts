import library from 'chinese-days/dist/chinese-days.json';
import { noticeYear, type YearNotice } from './yearNotice';

/**
 * The years whose notices the library carries, written down because it answers plain weekdays for any other without saying so. A test
 * fails when a new version of it carries more or fewer.
 */
export const libraryYears: readonly number[] = Array.from({ length: 2026 - 2004 + 1 }, (_, index) => 2004 + index);

/**
 * The notices of those years. Only the library's data is used: its functions take the day of the week in the zone of the machine and
 * are a day off west of Greenwich.
 */
export const libraryNotices: readonly YearNotice[] = libraryYears.map((year) => ({
  year,
  holidays: Object.keys(library.holidays).filter((date) => noticeYear(date) === year),
  workingWeekends: Object.keys(library.workdays).filter((date) => noticeYear(date) === year),
}));
