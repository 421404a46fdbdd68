import { SettableClock } from '../../../server/clock';
import type { DatabasePool } from '../../../server/database/pool';
import { RateLimits } from '../../../server/rateLimits/rateLimits';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';

const perMinute = { limit: 3, windowSeconds: 60 };
const allowed = (remaining: number) => ({ allowed: true, remaining });
const refused = (retryAfterSeconds: number) => ({ allowed: false, retryAfterSeconds });

let database: TestDatabase;
let otherPool: DatabasePool;
let clock: SettableClock;
let limits: RateLimits;

beforeAll(async () => {
  database = await openTestDatabase();
  otherPool = database.openAnotherPool();
}, 60_000);
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('truncate rate_limit_windows');
  clock = new SettableClock(new Date('2026-03-02T01:00:00.000Z'));
  limits = new RateLimits(database.pool, clock);
});

test('calls pass until the limit, then wait for the end of the window that the first one opened', async () => {
  expect(await limits.take('a', perMinute)).toEqual(allowed(2));
  clock.advance(20_000);
  expect(await limits.take('a', perMinute)).toEqual(allowed(1));
  expect(await limits.take('a', perMinute)).toEqual(allowed(0));
  expect(await limits.take('a', perMinute)).toEqual(refused(40));
  clock.advance(39_999);
  expect(await limits.take('a', perMinute)).toEqual(refused(1));
  clock.advance(1);
  expect(await limits.take('a', perMinute)).toEqual(allowed(2));
});

test('refused calls do not lengthen the wait', async () => {
  for (let call = 0; call < 10; call += 1) await limits.take('a', perMinute);
  clock.advance(60_000);
  expect(await limits.take('a', perMinute)).toEqual(allowed(2));
});

test('keys are counted independently', async () => {
  for (let call = 0; call < 3; call += 1) await limits.take('a', perMinute);
  expect(await limits.take('b', perMinute)).toEqual(allowed(2));
  expect(await limits.take('a', perMinute)).toEqual(refused(60));
});

test('several keys are taken all or none', async () => {
  const wide = { key: 'wide', rule: { limit: 5, windowSeconds: 3_600 } };
  const narrow = { key: 'narrow', rule: { limit: 2, windowSeconds: 60 } };
  expect(await limits.takeAll([wide, narrow])).toEqual(allowed(1));
  expect(await limits.takeAll([narrow, wide])).toEqual(allowed(0));
  for (let call = 0; call < 5; call += 1) expect(await limits.takeAll([wide, narrow])).toEqual(refused(60));
  expect(await limits.take('wide', wide.rule)).toEqual(allowed(2));
});

test('the wait is that of the key which is used up the longest', async () => {
  const hourly = { key: 'hourly', rule: { limit: 1, windowSeconds: 3_600 } };
  const minutely = { key: 'minutely', rule: { limit: 1, windowSeconds: 60 } };
  await limits.takeAll([hourly, minutely]);
  expect(await limits.takeAll([hourly, minutely])).toEqual(refused(3_600));
  clock.advance(60_000);
  expect(await limits.takeAll([minutely, hourly])).toEqual(refused(3_540));
});

test('two processes at once never let more through than the limit', async () => {
  const other = new RateLimits(otherPool, clock);
  const rule = { limit: 7, windowSeconds: 60 };
  const outcomes = await Promise.all(Array.from({ length: 60 }, (_, call) => (call % 2 === 0 ? limits : other).take('hot', rule)));
  expect(outcomes.filter((outcome) => outcome.allowed)).toHaveLength(7);
});

test('two processes that take the same new keys in opposite order neither deadlock nor exceed a limit', async () => {
  const other = new RateLimits(otherPool, clock);
  for (let round = 0; round < 10; round += 1) {
    const one = { key: `one:${round}`, rule: { limit: 5, windowSeconds: 60 } };
    const two = { key: `two:${round}`, rule: { limit: 4, windowSeconds: 60 } };
    const calls = Array.from({ length: 20 }, (_, call) => (call % 2 === 0 ? limits.takeAll([one, two]) : other.takeAll([two, one])));
    const outcomes = await Promise.all(calls);
    expect(outcomes.filter((outcome) => outcome.allowed)).toHaveLength(4);
    expect(await limits.take(one.key, one.rule)).toEqual(allowed(0));
  }
});

test('a call that is taken in a transaction is not counted when the transaction is rolled back', async () => {
  const client = await database.pool.connect();
  await client.query('begin');
  expect(await limits.take('a', perMinute, client)).toEqual(allowed(2));
  await client.query('rollback');
  client.release();
  expect(await limits.take('a', perMinute)).toEqual(allowed(2));
});

test('neither an address nor a citizen id can be read from the table', async () => {
  await limits.take('login:address:192.0.2.7', perMinute);
  const { rows } = await database.pool.query('select * from rate_limit_windows');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('192.0.2.7');
});

test('a keyed hash can replace the default one', async () => {
  await new RateLimits(database.pool, clock, (key) => `keyed ${key.length}`).take('abc', perMinute);
  const { rows } = await database.pool.query<{ key_hash: string }>('select key_hash from rate_limit_windows');
  expect(rows).toEqual([{ key_hash: 'keyed 3' }]);
});

test('the same key twice in one call is a mistake of the caller', async () => {
  const take = { key: 'a', rule: perMinute };
  await expect(limits.takeAll([take, take])).rejects.toThrow('given twice');
});

test('without keys nothing is limited', async () => {
  expect((await limits.takeAll([])).allowed).toBe(true);
});

test('only windows that have ended are removed', async () => {
  await limits.take('short', perMinute);
  await limits.take('long', { limit: 1, windowSeconds: 3_600 });
  clock.advance(60_000);
  expect(await limits.removeExpired()).toBe(1);
  expect(await limits.removeExpired()).toBe(0);
  expect(await limits.take('long', { limit: 1, windowSeconds: 3_600 })).toEqual(refused(3_540));
});
