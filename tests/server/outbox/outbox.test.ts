import { sql } from 'kysely';
import { SettableClock } from '../../../server/clock';
import type { Channel, Delivery } from '../../../server/outbox/channel';
import { inboxChannel } from '../../../server/outbox/inboxChannel';
import { Outbox } from '../../../server/outbox/outbox';
import { mostAttempts } from '../../../server/outbox/outboxRules';
import { removeOldNotices } from '../../../server/outbox/removeOldNotices';
import { tell } from '../../../server/outbox/tell';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { LogLines } from '../jobs/jobsSupport';
import { follow, inboxOf, insertCitizens, insertDepartment, noticedAt, silentFeed, write } from './outboxSupport';

let database: TestDatabase;
let clock: SettableClock;
let log: LogLines;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  clock = new SettableClock(noticedAt);
  log = new LogLines();
  await database.pool.query('delete from outbox_notices');
});
afterAll(() => database.close());

const outboxWith = (channels: readonly Channel[], peopleAtOnce?: number): Outbox =>
  new Outbox({ db: database.db, clock, log, channels, ...(peopleAtOnce === undefined ? {} : { peopleAtOnce }) }, silentFeed(database));
const inbox = (): Channel => inboxChannel(database.db, clock);

/** Reaches nobody whose id is in `refused`. */
function refusing(refused: Set<string>): { channel: Channel; delivered: Delivery[] } {
  const delivered: Delivery[] = [];
  const deliver: Channel['deliver'] = async (deliveries) => {
    const [failed, passed] = [deliveries.filter(({ citizenId }) => refused.has(citizenId)), deliveries.filter(({ citizenId }) => !refused.has(citizenId))];
    delivered.push(...passed);
    return failed.map((delivery) => ({ delivery, error: new Error('refused') }));
  };
  return { channel: { name: 'refusing', atOnce: 100, deliver }, delivered };
}

test('what is told arrives when its transaction is committed, and not when it is rolled back', async () => {
  const [person = ''] = await insertCitizens(database, 1);
  const outbox = outboxWith([inbox()]);
  const told = database.db.transaction().execute(async (tx) => {
    await tell(tx, { key: 'lost', kind: 'announcement', to: { citizenIds: [person] }, title: '撤回', body: '', path: '/pages/home/index', at: noticedAt });
    throw new Error('thought better of it');
  });
  await expect(told).rejects.toThrow('thought better of it');
  await write(database.db, { key: 'kept', to: { citizenIds: [person] } });
  await outbox.deliverAll();
  expect(await inboxOf(database, person)).toEqual(['kept']);
});

test('the same key reaches the same person once, however often it is written and for whom', async () => {
  const [one = '', other = ''] = await insertCitizens(database, 2);
  const outbox = outboxWith([inbox()]);
  await write(database.db, { key: 'announcement:1:published', to: { citizenIds: [one, one] } });
  await outbox.deliverAll();
  await write(database.db, { key: 'announcement:1:published', to: { citizenIds: [one, other] } });
  await write(database.db, { key: 'announcement:1:published', to: { citizenIds: [one] } });
  await outbox.deliverAll();
  expect([await inboxOf(database, one), await inboxOf(database, other)]).toEqual([['announcement:1:published'], ['announcement:1:published']]);
});

test('of followers it reaches each once who followed then and still does, found step by step', async () => {
  const people = await insertCitizens(database, 9);
  const department = await insertDepartment(database, '云岫县公安局');
  const [late = '', gone = '', ...rest] = people;
  await follow(database, department, [gone, ...rest]);
  await follow(database, department, [late], new Date(noticedAt.getTime() + 1));
  await sql`insert into topic_follows (topic, citizen_id, followed_at) select 'np.household', unnest(${rest.slice(0, 4)}::uuid[]), ${noticedAt}`.execute(database.db);
  await write(database.db, { key: 'published', to: { followersOf: { departmentIds: [department], topics: ['np.household', 'np.birth'] } } });
  await database.pool.query('delete from department_follows where citizen_id = $1', [gone]);
  await outboxWith([inbox()], 2).deliverAll();
  expect(await Promise.all(people.map((person) => inboxOf(database, person)))).toEqual([[], [], ...rest.map(() => ['published'])]);
});

test('roles reach members in office who hold one for the department or one above it', async () => {
  const [top = '', own = '', elsewhere = '', suspended = ''] = await insertCitizens(database, 4);
  const county = await insertDepartment(database, '云岫县人民政府');
  const bureau = await insertDepartment(database, '云岫县民政局', county);
  const branch = await insertDepartment(database, '云岫县民政局城东所', bureau);
  const grants: [string, number, 'active' | 'suspended'][] = [[top, county, 'active'], [own, bureau, 'active'], [elsewhere, branch, 'active'], [suspended, bureau, 'suspended']];
  for (const [citizen, department, status] of grants) {
    await sql`insert into staff_members (id, citizen_id, name_encrypted, phone_number_encrypted, phone_number_index, status, created_at, suspended_at)
      values (${citizen}, ${citizen}, '', '', ${citizen}, ${status}, ${noticedAt}, ${status === 'active' ? null : noticedAt})`.execute(database.db);
    await sql`insert into staff_roles (staff_id, department_id, role, granted_at) values (${citizen}, ${department}, 'approver', ${noticedAt}), (${citizen}, ${department}, 'editor', ${noticedAt})`.execute(database.db);
  }
  await write(database.db, { key: 'to approve', to: { roles: ['approver', 'editor'], departmentId: bureau } });
  await write(database.db, { key: 'answered', to: { staffIds: [elsewhere, suspended] } });
  await outboxWith([inbox()]).deliverAll();
  expect(await Promise.all([top, own, elsewhere, suspended].map((person) => inboxOf(database, person)))).toEqual([['to approve'], ['to approve'], ['answered'], []]);
  // Who stands in today is told as well; who did until now is not.
  for (const [id, standIn, until] of [[own, elsewhere, 1], [top, elsewhere, 0]] as const) {
    await sql`insert into staff_stand_ins (id, absent_id, stand_in_id, starts_at, ends_at, created_at)
      values (gen_random_uuid(), ${id}, ${standIn}, ${new Date(noticedAt.getTime() - 1)}, ${new Date(noticedAt.getTime() + until)}, ${noticedAt})`.execute(database.db);
  }
  await write(database.db, { key: 'for own', to: { staffIds: [own] } });
  await write(database.db, { key: 'for top', to: { staffIds: [top] } });
  await outboxWith([inbox()]).deliverAll();
  expect(await Promise.all([top, own, elsewhere].map((person) => inboxOf(database, person)))).toEqual([['to approve', 'for top'], ['to approve', 'for own'], ['answered', 'for own']]);
});

test('whom a notice is for is forgotten as soon as they have been found', async () => {
  const [person = ''] = await insertCitizens(database, 1);
  await write(database.db, { key: 'kept', to: { citizenIds: [person] } });
  await outboxWith([inbox()]).deliverAll();
  expect(await database.db.selectFrom('outbox_notices').select(['audience', 'key']).execute()).toEqual([{ audience: null, key: 'kept' }]);
});

test('what fails for one person waits for them in order, and holds up nobody else', async () => {
  const [unlucky = '', lucky = ''] = await insertCitizens(database, 2);
  const refused = new Set([unlucky]);
  const { channel, delivered } = refusing(refused);
  const outbox = outboxWith([channel, inbox()]);
  const arrived = (person: string): string[] => delivered.filter(({ citizenId }) => citizenId === person).map(({ key }) => key);
  for (const key of ['first', 'second', 'third']) await write(database.db, { key, to: { citizenIds: [unlucky, lucky] } });
  await outbox.deliverAll();
  expect([arrived(unlucky), arrived(lucky)]).toEqual([[], ['first', 'second', 'third']]);
  // Another channel of the same person is not held up either.
  expect(await inboxOf(database, unlucky)).toEqual(['first', 'second', 'third']);
  refused.clear();
  await outbox.deliverAll();
  expect(arrived(unlucky)).toEqual([]);
  clock.advance(5_000);
  await outbox.deliverAll();
  expect(arrived(unlucky)).toEqual(['first', 'second', 'third']);
});

test('what cannot be delivered is given up at last, in the log without a person in it, and what comes after it goes on', async () => {
  const [person = ''] = await insertCitizens(database, 1);
  const refused = new Set([person]);
  const { channel, delivered } = refusing(refused);
  const outbox = outboxWith([channel]);
  await write(database.db, { key: 'hopeless', to: { citizenIds: [person] } });
  for (let tries = 0; tries < mostAttempts - 1; tries += 1) {
    await outbox.deliverAll();
    clock.advance(3_600_000);
  }
  expect(log.messages('error')).toEqual([]);
  await outbox.deliverAll();
  expect(log.messages('error')).toEqual(['a notice could not be delivered for the last time']);
  expect(log.text()).toContain('hopeless');
  expect(log.text()).not.toContain(person);
  refused.clear();
  await write(database.db, { key: 'next', to: { citizenIds: [person] } });
  await outbox.deliverAll();
  expect(delivered.map(({ key }) => key)).toEqual(['next']);
});

test('a channel that throws for one of many is given the others one by one', async () => {
  const people = await insertCitizens(database, 3);
  const delivered: string[] = [];
  const deliver: Channel['deliver'] = async (deliveries) => {
    if (deliveries.some(({ citizenId }) => citizenId === people[1])) throw new Error('down');
    delivered.push(...deliveries.map(({ citizenId }) => citizenId));
    return [];
  };
  await write(database.db, { key: 'mixed', to: { citizenIds: people } });
  await outboxWith([{ name: 'throwing', atOnce: 10, deliver }]).deliverAll();
  expect(delivered.sort()).toEqual([people[0], people[2]]);
});

test('whoever closes their account is told nothing more, and nothing of theirs is left', async () => {
  const [closing = '', staying = ''] = await insertCitizens(database, 2);
  const outbox = outboxWith([inbox()]);
  await write(database.db, { key: 'before', to: { citizenIds: [closing, staying] } });
  await outbox.deliverAll();
  await write(database.db, { key: 'after', to: { citizenIds: [closing, staying] } });
  await database.pool.query('delete from citizens where id = $1', [closing]);
  await outbox.deliverAll();
  expect([await inboxOf(database, closing), await inboxOf(database, staying)]).toEqual([[], ['before', 'after']]);
});

test('after half a year notices are removed, from the inbox too; younger ones stay', async () => {
  const people = await insertCitizens(database, 3);
  const [person = ''] = people;
  const outbox = outboxWith([inbox()]);
  await write(database.db, { key: 'old', to: { citizenIds: people }, at: new Date(noticedAt.getTime() - 181 * 86_400_000) });
  await write(database.db, { key: 'young', to: { citizenIds: people }, at: new Date(noticedAt.getTime() - 179 * 86_400_000) });
  await outbox.deliverAll();
  await removeOldNotices(database.db, noticedAt);
  expect(await inboxOf(database, person)).toEqual(['young']);
  const { rows } = await database.pool.query("select (select count(*) from outbox_deliveries where key = 'old') + (select count(*) from outbox_notices where key = 'old') as n");
  expect(rows).toEqual([{ n: 0 }]);
});

test('a notice with a title that is too long is cut, one that leads out of the app or names nobody is a mistake', async () => {
  const [person = ''] = await insertCitizens(database, 1);
  await write(database.db, { key: 'long', to: { citizenIds: [person] }, title: '长'.repeat(100), body: '😀'.repeat(400) });
  const { title, body } = await database.db.selectFrom('outbox_notices').select(['title', 'body']).executeTakeFirstOrThrow();
  expect([[...title].length, [...body].length, title.endsWith('…')]).toEqual([60, 300, true]);
  for (const path of ['https://example.com/', '//example.com', 'pages/home/index', '/a b']) {
    await expect(write(database.db, { key: 'astray', to: { citizenIds: [person] }, path })).rejects.toThrow('malformed path');
  }
  await expect(write(database.db, { key: 'nobody', to: { staffIds: ['7'] } })).rejects.toThrow('malformed id');
});
