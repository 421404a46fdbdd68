import { isWeekday, type YearNotice } from './workingDayCalendar';

/** What is wrong with a file of a year's notice, line by line, in Chinese. */
export class NoticeError extends Error {
  override name = 'NoticeError';
}

const line = /^(\d{4}-\d{2}-\d{2})\s*[,，\t]\s*(休|班)$/;

/**
 * Reads a year's notice: one line a day, `2027-01-01,休` for a day off, `2027-02-06,班` for a weekend that is worked. Empty lines and a
 * heading 日期,类型 are passed over. Days of the neighbouring years are taken where they lie within a month of the year.
 *
 * @throws NoticeError naming every wrong line.
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
  if (problems.length === 0 && notice.holidays.length === 0) problems.push('文件里没有一天“休”，请核对。');
  if (problems.length > 0) throw new NoticeError(problems.join('\n'));
  return notice;
}

function readLine(written: string, number: number, notice: { year: number; holidays: string[]; workingWeekends: string[] }, seen: Map<string, number>): string | undefined {
  const [, date, kind] = line.exec(written) ?? [];
  if (date === undefined) return `“${written.slice(0, 30)}”应写成“2027-01-01,休”或“2027-02-06,班”。`;
  if (!isDate(date)) return `没有 ${date} 这一天。`;
  if (date < `${notice.year - 1}-12-01` || date > `${notice.year + 1}-01-31`) return `${date} 不属于 ${notice.year} 年的安排。`;
  const before = seen.get(date);
  if (before !== undefined) return `${date} 和第 ${before} 行重复。`;
  if (kind === '班' && isWeekday(date)) return `${date} 不是周末，不用写“班”。`;
  seen.set(date, number);
  (kind === '休' ? notice.holidays : notice.workingWeekends).push(date);
  return undefined;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
