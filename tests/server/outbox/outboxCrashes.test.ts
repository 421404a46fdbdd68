import { SettableClock } from '../../../server/clock';
import { inboxChannel } from '../../../server/outbox/inboxChannel';
import { Outbox } from '../../../server/outbox/outbox';
import { seededRandom } from '../../support/seededRandom';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { LogLines } from '../jobs/jobsSupport';
import { breakingDatabase, failingChannel, follow, inboxOf, insertCitizens, insertDepartment, noticedAt, silentFeed, write } from './outboxSupport';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const people = 40;
const notices = 30;

test.each([1, 2, 3])('with consumers that fail and die at random nothing is lost, nothing comes twice, and everybody gets theirs in order (seed %i)', async (seed) => {
  const random = seededRandom(seed);
  const clock = new SettableClock(noticedAt);
  const citizens = await insertCitizens(database, people);
  const department = await insertDepartment(database, `云岫县第${seed}局`);
  const followers = citizens.filter(() => random() < 0.5);
  await follow(database, department, followers);
  const consumers = Array.from({ length: 3 }, () => {
    const db = breakingDatabase(database.openAnotherPool(), random, 0.03);
    return new Outbox({ db, clock, log: new LogLines(), channels: [failingChannel(inboxChannel(db, clock), random, 0.1)], peopleAtOnce: 7 }, silentFeed(database));
  });
  const expected = new Map(citizens.map((citizen) => [citizen, [] as string[]]));
  const consume = (): Promise<unknown> => Promise.all(consumers.filter(() => random() < 0.7).map((consumer) => consumer.deliverAll()));

  for (let written = 0; written < notices; written += 1) {
    // Now and then one that has been written before, for other people too.
    const key = `${seed}:${random() < 0.1 ? Math.floor(written / 2) : written}`;
    const some = citizens.filter(() => random() < 0.2);
    const [to, reached] = random() < 0.3 ? [{ followersOf: { departmentIds: [department], topics: [] } }, followers] : [{ citizenIds: some }, some];
    await write(database.db, { key, to });
    for (const citizen of reached) if (expected.get(citizen)?.includes(key) === false) expected.get(citizen)?.push(key);
    if (random() < 0.5) await consume();
    clock.advance(random() * 20_000);
  }
  const waiting = async (): Promise<number> =>
    (
      await database.pool.query<{ n: number }>(
        'select (select count(*) from outbox_notices where expanded_at is null) + (select count(*) from outbox_deliveries where settled_at is null) as n',
      )
    ).rows[0]?.n ?? 0;
  for (let rounds = 0; (await waiting()) > 0 && rounds < 500; rounds += 1) {
    await consume();
    clock.advance(60_000);
  }
  expect(await waiting()).toBe(0);
  const received = await Promise.all(citizens.map(async (citizen) => [citizen, await inboxOf(database, citizen)] as const));
  expect(new Map(received)).toEqual(expected);
});
