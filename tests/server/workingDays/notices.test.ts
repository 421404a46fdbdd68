import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../../../server/administration/command';
import { importCalendar } from '../../../server/administration/importCalendar';
import { SettableClock } from '../../../server/clock';
import { readConfig } from '../../../server/config';
import { ChangeFeed } from '../../../server/database/changeFeed';
import { Calendars } from '../../../server/workingDays/calendars';
import { NoticeError, readNotice } from '../../../server/workingDays/readNotice';
import { eventually } from '../../support/eventually';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { testSecrets } from '../../support/testSecrets';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const folder = mkdtempSync(join(tmpdir(), 'notice-'));
const run = (text: string, year = '2027'): Promise<0 | 1> => {
  const path = join(folder, `${year}.csv`);
  writeFileSync(path, text);
  return importCalendar.run([year, path, '示例通知'], { pool: database.pool, config: readConfig(testSecrets), clock: new SettableClock(), tell: () => undefined });
};

test('a notice is read with its heading, a byte order mark and empty lines', () => {
  expect(readNotice('\ufeff日期,类型\r\n2027-01-01,休\r\n\r\n2027-01-09，班\r\n2026-12-31,休\r\n', 2027)).toEqual({
    year: 2027,
    holidays: ['2027-01-01', '2026-12-31'],
    workingWeekends: ['2027-01-09'],
  });
});

test('every wrong line is named with what is wrong', () => {
  const wrong = '2027-01-01,休\n2027-02-30,休\n2027-01-01,休\n2027-01-05,班\n2028-05-01,休\n元旦放假\n';
  expect(() => readNotice(wrong, 2027)).toThrow(NoticeError);
  expect(() => readNotice(wrong, 2027)).toThrow(
    ['第 2 行：没有 2027-02-30 这一天。', '第 3 行：2027-01-01 和第 1 行重复。', '第 4 行：2027-01-05 不是周末，不用写“班”。', '第 5 行：2028-05-01 不属于 2027 年的安排。', '第 6 行：“元旦放假”应写成“2027-01-01,休”或“2027-02-06,班”。'].join('\n'),
  );
  expect(() => readNotice('', 2027)).toThrow('没有一天“休”');
});

test('an imported notice reaches the calendar of every process, and importing again replaces it', async () => {
  const feeds = [database.pool, database.openAnotherPool()].map((pool) => ({ pool, feed: new ChangeFeed(pool, { warn: () => undefined }) }));
  const calendars = feeds.map(({ pool, feed }) => new Calendars(pool, feed));
  for (const { feed } of feeds) await feed.start();
  const isWorked = async (date: string): Promise<boolean[]> => Promise.all(calendars.map(async (each) => (await each.current()).isWorkingDay(date)));
  expect(await isWorked('2027-01-04')).toEqual([true, true]);
  expect(await run('2027-01-01,休\n2027-01-04,休')).toBe(0);
  await eventually(async () => expect(await isWorked('2027-01-04')).toEqual([false, false]));
  expect(await run('2027-01-01,休')).toBe(0);
  await eventually(async () => expect(await isWorked('2027-01-04')).toEqual([true, true]));
  for (const { feed } of feeds) await feed.stop();
});

test('a wrong file or call is refused with words, and nothing changes', async () => {
  await expect(run('2027-01-05,班')).rejects.toThrow(CommandError);
  await expect(run('2027-01-01,休', '27')).rejects.toThrow(/用法/);
  const { rows } = await database.pool.query('select year, cardinality(holidays) as days from working_day_notices');
  expect(rows).toEqual([{ year: 2027, days: 1 }]);
});
