import { recordInboundMessage } from '../../../server/wechat/inboundMessages';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-11-23T02:00:00Z');
const sentAt = new Date('2026-11-23T01:59:59Z');
const record = (dedupKey: string): Promise<boolean> => database.db.transaction().execute((tx) => recordInboundMessage(tx, { sentAt, dedupKey }, now));

test('the first arrival is new, every repetition is not', async () => {
  expect([await record('a'), await record('a'), await record('b'), await record('a')]).toEqual([true, false, true, false]);
});

test('of repetitions that arrive at once exactly one is new', async () => {
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => record('c')));
  expect(outcomes.filter((isNew) => isNew)).toHaveLength(1);
});

test('what could not be handled is new again', async () => {
  const failing = database.db.transaction().execute(async (tx) => {
    expect(await recordInboundMessage(tx, { sentAt, dedupKey: 'd' }, now)).toBe(true);
    throw new Error('handling failed');
  });
  await expect(failing).rejects.toThrow('handling failed');
  expect(await record('d')).toBe(true);
});

test('the table can be divided by month', async () => {
  await database.pool.query('create table by_month (like wechat_inbound_messages including all) partition by range (sent_at)');
  const { rows } = await database.pool.query<{ columns: string }>(
    `select string_agg(attname, ',' order by attnum) as columns from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
     where indrelid = 'by_month'::regclass and indisprimary`,
  );
  expect(rows).toEqual([{ columns: 'sent_at,dedup_key' }]);
});
