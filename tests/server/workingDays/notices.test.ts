import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../../../server/administration/command';
import { importCalendar } from '../../../server/administration/importCalendar';
import { SettableClock } from '../../../server/clock';
import { readConfig } from '../../../server/config';
import { ChangeFeed } from '../../../server/database/changeFeed';
import type { Queryable } from '../../../server/database/pool';
import { Calendars } from '../../../server/workingDays/calendars';
import { deadlineFrom, recount } from '../../../server/workingDays/deadlines';
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
/** Plainly invented. 1 May, 2 and 3 October 2027 are weekends. */
const whole = '2027-01-01,休\n2027-10-01,休\n';
const run = (text: string | Buffer, year = '2027'): Promise<0 | 1> => {
  const path = join(folder, `${year}.csv`);
  writeFileSync(path, text);
  return importCalendar.run([year, path, '示例通知'], { pool: database.pool, config: readConfig(testSecrets), clock: new SettableClock(), tell: () => undefined });
};

test('a notice is read with its heading, a byte order mark and empty lines', () => {
  expect(readNotice('\ufeff日期,类型\r\n2027-01-01,休\r\n\r\n2027-01-09，班\r\n2026-12-31,休\r\n2027/10/1,休\r\n', 2027)).toEqual({
    year: 2027,
    holidays: ['2027-01-01', '2026-12-31', '2027-10-01'],
    workingWeekends: ['2027-01-09'],
  });
});

test('every wrong line is named with what is wrong', () => {
  const wrong = '2027-01-01,休\n2027-02-30,休\n2027-01-01,休\n2027-01-05,班\n2028-05-01,休\n元旦放假\n';
  expect(() => readNotice(wrong, 2027)).toThrow(NoticeError);
  expect(() => readNotice(wrong, 2027)).toThrow(
    ['第 2 行：没有 2027-02-30 这一天。', '第 3 行：2027-01-01 和第 1 行重复。', '第 4 行：2027-01-05 不是周末，不用写“班”。', '第 5 行：2028-05-01 不属于 2027 年的安排。', '第 6 行：“元旦放假”应写成“2027-01-01,休”或“2027-02-06,班”。'].join('\n'),
  );
  expect(() => readNotice('', 2027)).toThrow('没有 2027 年的“休”');
  expect(() => readNotice('2026-12-31,休', 2027)).toThrow('没有 2027 年的“休”');
});

test('half a notice, or one in which a public holiday is worked, is not the whole', () => {
  expect(() => readNotice('2027-01-01,休', 2027)).toThrow(/^2027-10-01 是法定节假日，文件里却不是“休”，请核对文件是否完整。$/);
  expect(() => readNotice(`${whole}2027-10-02,班`, 2027)).toThrow(/^2027-10-02 是法定节假日/);
});

test('a file as a spreadsheet program in China writes it is imported', async () => {
  // 休 is D0 DD in GB18030.
  const text = Buffer.concat(['2028/1/1', '2028/5/1', '2028/10/2', '2028/10/3'].map((date) => Buffer.concat([Buffer.from(`${date},`), Buffer.from([0xd0, 0xdd, 0x0d, 0x0a])])));
  expect(await run(text, '2028')).toBe(0);
  const { rows } = await database.pool.query("select document_name, holidays::text[] as holidays from working_day_notices where year = 2028");
  expect(rows).toEqual([{ document_name: '示例通知', holidays: ['2028-01-01', '2028-05-01', '2028-10-02', '2028-10-03'] }]);
  await database.pool.query('delete from working_day_notices where year = 2028');
});

test('an import keeps when the notice was published, and is on record', async () => {
  const path = join(folder, 'published.csv');
  writeFileSync(path, '2029/1/1,休\n2029/5/1,休\n2029/10/1,休\n2029/10/2,休\n2029/10/3,休\n');
  const context = { pool: database.pool, config: readConfig(testSecrets), clock: new SettableClock(), tell: () => undefined };
  await expect(importCalendar.run(['2029', path, '示例通知', '2028-11-31'], context)).rejects.toThrow(/公布日期/);
  expect(await importCalendar.run(['2029', path, '示例通知', '2028-11-03'], context)).toBe(0);
  const { rows } = await database.pool.query('select published_on::text as on from working_day_notices where year = 2029');
  expect(rows).toEqual([{ on: '2028-11-03' }]);
  const entries = await database.pool.query(`select actor_kind, after from audit_entries where action = 'import_calendar' and object_id = '2029'`);
  expect(entries.rows).toEqual([{ actor_kind: 'command', after: expect.objectContaining({ documentName: '示例通知', publishedOn: '2028-11-03' }) as object }]);
  await database.pool.query('delete from working_day_notices where year = 2029');
});

test('an imported notice reaches the calendar of every process, and importing again replaces it', async () => {
  const feeds = [database.pool, database.openAnotherPool()].map((pool) => ({ pool, feed: new ChangeFeed(pool, { warn: () => undefined }) }));
  const calendars = feeds.map(({ pool, feed }) => new Calendars(pool, feed));
  for (const { feed } of feeds) await feed.start();
  const isWorked = async (date: string): Promise<boolean[]> => Promise.all(calendars.map(async (each) => (await each.current()).isWorkingDay(date)));
  expect(await isWorked('2027-01-04')).toEqual([true, true]);
  expect(await run(`${whole}2027-01-04,休`)).toBe(0);
  await eventually(async () => expect(await isWorked('2027-01-04')).toEqual([false, false]));
  expect(await run(whole)).toBe(0);
  await eventually(async () => expect(await isWorked('2027-01-04')).toEqual([true, true]));
  for (const { feed } of feeds) await feed.stop();
});

test('a deadline over New Year becomes final in a process that was running when the notice came', async () => {
  await database.pool.query('delete from working_day_notices');
  const feed = new ChangeFeed(database.pool, { warn: () => undefined });
  const calendars = new Calendars(database.pool, feed);
  await feed.start();
  const stored = deadlineFrom(new Date('2026-12-30T02:00:00Z'), 3, await calendars.current());
  expect(stored).toMatchObject({ date: '2027-01-04', isProvisional: true });
  await run(`${whole}2027-01-04,休`);
  await eventually(async () =>
    expect(recount(stored, await calendars.current())).toEqual({ deadline: { ...stored, date: '2027-01-06', isProvisional: false }, isMoved: true }),
  );
  await run(whole);
  await feed.stop();
});

test('a failed reading is not kept, and one that is old is read again', async () => {
  let readings = 0;
  const failing = { query: (...args: Parameters<typeof database.pool.query>) => (++readings === 1 ? Promise.reject(new Error('gone')) : database.pool.query(...args)) };
  const feed = new ChangeFeed(database.pool, { warn: () => undefined });
  const calendars = new Calendars(failing as Queryable, feed);
  await feed.start();
  await expect(calendars.current()).rejects.toThrow('gone');
  expect((await calendars.current()).covers(2027)).toBe(true);
  await calendars.current();
  expect(readings).toBe(2);
  const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 5 * 60_000);
  await calendars.current();
  now.mockRestore();
  expect(readings).toBe(3);
  await feed.stop();
});

test('a wrong file or call is refused with words, and nothing changes', async () => {
  await expect(run('2027-01-05,班')).rejects.toThrow(CommandError);
  await expect(run(whole, '27')).rejects.toThrow(/用法/);
  await expect(importCalendar.run(['2027', join(folder, 'missing.csv')], { pool: database.pool, config: readConfig(testSecrets), clock: new SettableClock(), tell: () => undefined })).rejects.toThrow(/打不开文件/);
  const { rows } = await database.pool.query('select year, cardinality(holidays) as days from working_day_notices');
  expect(rows).toEqual([{ year: 2027, days: 2 }]);
});
