import { isWeekday, yearOf, type YearNotice } from './yearNotice';

/** What is wrong with a file of a year's notice, line by line, in Chinese. */
export class NoticeError extends Error {
  override name = 'NoticeError';
}

/** Excel writes 2027/1/1 for 2027-01-01 when it saves such a file. */
const line = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})\s*[,，\t]\s*(休|班)$/;

/** Public holidays by law that lie on the same date every year. A file without one of them is not the whole notice. */
const fixedHolidays = ['01-01', '05-01', '10-01', '10-02', '10-03'];

/**
 * Reads a year's notice: one line a day, `2027-01-01,休` for a day off, `2027-02-06,班` for a weekend that is worked. Empty lines and a
 * heading 日期,类型 are passed over. Days of the neighbouring years are taken where they lie within a month of the year.
 *
 * The fixed public holidays must be there (or on a weekend): half a notice would make wrong dates final.
 *
 * @throws NoticeError naming every wrong line, or every fixed holiday that is missing.
 */
export function readNotice(text: string, year: number): YearNotice {
  const notice = { year, holidays: [] as string[], workingWeekends: [] as string[] };
  const seen = new Map<string, number>();
  const problems: string[] = [];
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/).map((each) => each.trim());
  lines.forEach((written, index) => {
    if (written === '' || (index === 0 && /^日期/.test(written))) return;
    const problem = readLine(written, index + 1, notice, seen);
    if (problem !== undefined) problems.push(`第 ${index + 1} 行：${problem}`);
  });
  if (problems.length === 0) problems.push(...missingHolidays(notice));
  if (problems.length > 0) throw new NoticeError(problems.join('\n'));
  return notice;
}

interface Collected {
  year: number;
  holidays: string[];
  workingWeekends: string[];
}

function readLine(written: string, number: number, notice: Collected, seen: Map<string, number>): string | undefined {
  const [, year, month = '', day = '', kind] = line.exec(written) ?? [];
  if (year === undefined) return `“${[...written].slice(0, 30).join('')}”应写成“2027-01-01,休”或“2027-02-06,班”。`;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDate(date)) return `没有 ${date} 这一天。`;
  if (date < `${notice.year - 1}-12-01` || date > `${notice.year + 1}-01-31`) return `${date} 不属于 ${notice.year} 年的安排。`;
  const before = seen.get(date);
  if (before !== undefined) return `${date} 和第 ${before} 行重复。`;
  if (kind === '班' && isWeekday(date)) return `${date} 不是周末，不用写“班”。`;
  seen.set(date, number);
  (kind === '休' ? notice.holidays : notice.workingWeekends).push(date);
  return undefined;
}

function missingHolidays({ year, holidays, workingWeekends }: Collected): string[] {
  if (!holidays.some((date) => yearOf(date) === year)) return [`文件里没有 ${year} 年的“休”，请核对。`];
  return fixedHolidays
    .map((day) => `${year}-${day}`)
    .filter((date) => workingWeekends.includes(date) || (isWeekday(date) && !holidays.includes(date)))
    .map((date) => `${date} 是法定节假日，文件里却不是“休”，请核对文件是否完整。`);
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
