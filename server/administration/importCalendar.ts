import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { recordAudit } from '../audit/recordAudit';
import { openDatabase } from '../database/database';
import type { DatabasePool } from '../database/pool';
import { commandActor } from '../staff/staffActor';
import { saveNotice, type NoticeDocument } from '../workingDays/calendars';
import { NoticeError, readNotice } from '../workingDays/readNotice';
import type { YearNotice } from '../workingDays/yearNotice';
import { CommandError, type Command } from './command';

/** Imports a year's notice of holidays, so that deadlines into that year are no longer provisional. */
export const importCalendar: Command = {
  name: 'import-calendar',
  usage: 'import-calendar 年份 文件 [文件名称或文号] [公布日期，例如 2026-11-03]',
  summary: '导入国务院的节假日安排：每行一天，“2027-01-01,休”或“2027-02-06,班”；再次导入即替换',
  run: async ([year, path, documentName = '节假日安排', publishedOn], { pool, clock, tell }) => {
    if (year === undefined || !/^20\d\d$/.test(year) || path === undefined) throw new CommandError(`用法：npm run admin -- ${importCalendar.usage}`);
    if (publishedOn !== undefined && !isDate(publishedOn)) throw new CommandError('公布日期请写成 2026-11-03 的样子。');
    const notice = parse(await readFileText(path), Number(year));
    await saveRecorded(pool, notice, { name: documentName, publishedOn: publishedOn ?? null }, clock.now());
    tell(`已导入 ${year} 年的安排：放假 ${notice.holidays.length} 天，周末上班 ${notice.workingWeekends.length} 天。`);
    return 0;
  },
};

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** The notice and its entry in the audit trail, both or neither. */
async function saveRecorded(pool: DatabasePool, notice: YearNotice, document: NoticeDocument, now: Date): Promise<void> {
  await openDatabase(pool)
    .transaction()
    .execute(async (tx) => {
      await saveNotice(tx, notice, document, now);
      await recordAudit(tx, {
        ...commandActor,
        action: 'import_calendar',
        objectKind: 'working_day_notice',
        objectId: String(notice.year),
        after: { documentName: document.name, publishedOn: document.publishedOn, holidays: notice.holidays, workingWeekends: notice.workingWeekends },
        at: now,
      });
    });
}

/** The file's text: UTF-8, or GB18030 as spreadsheet programs in China write it. */
async function readFileText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new CommandError(`打不开文件 ${path}，请检查。`, { cause: error });
  });
  return isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('gb18030').decode(bytes);
}

function parse(text: string, year: number): YearNotice {
  try {
    return readNotice(text, year);
  } catch (error) {
    if (error instanceof NoticeError) throw new CommandError(`没有导入：\n${error.message}`, { cause: error });
    throw error;
  }
}
