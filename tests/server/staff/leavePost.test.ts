import fc from 'fast-check';
import { leavePost } from '../../../server/staff/leavePost';
import { commandActor } from '../../../server/staff/staffActor';
import type { WorkSource } from '../../../server/work/workSource';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { createTestWork, giveWork } from '../../support/testWork';

let database: TestDatabase;
let work: WorkSource;
const now = new Date('2026-11-24T02:00:00Z');
const people = 4;
const ids = Array.from({ length: people }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`);
const idOf = (index: number): string => ids[index] ?? '';

jest.setTimeout(120_000);

beforeAll(async () => {
  database = await openTestDatabase();
  work = await createTestWork(database);
  await database.pool.query(`insert into departments (id, name) overriding system value values (1, '云岫县公安局'), (2, '城关派出所')`);
  await database.pool.query('update departments set parent_id = 1 where id = 2');
});
afterAll(() => database.close());

/** Everybody in office; the last one only in the department above. */
async function begin(): Promise<void> {
  await database.pool.query('delete from staff_members');
  for (const [index, id] of ids.entries()) {
    await database.pool.query(
      `insert into staff_members (id, name_encrypted, phone_number_encrypted, phone_number_index, status, created_at) values ($1::uuid, '', '', ($1::uuid)::text, 'active', $2)`,
      [id, now],
    );
    await database.pool.query(`insert into staff_roles values ($1, $2, 'editor', $3)`, [id, index === people - 1 ? 1 : 2, now]);
  }
}
const leave = (staffId: string, successorId: string | null) =>
  leavePost(database.db, [work], { staffId, successorId, mayBeLastAdministrator: true }, commandActor, now);
const give = (staffId: string) => database.db.transaction().execute((tx) => giveWork(tx, staffId));
async function ownedByThoseWhoLeft(): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    `select count(*)::int as n from test_work w join staff_members s on s.id = w.owner_id where w.is_open and s.status = 'suspended'`,
  );
  return rows[0]?.n ?? -1;
}

type Step = { kind: 'give' | 'finish'; who: number } | { kind: 'leave'; who: number; to: number | null } | { kind: 'return'; who: number };
const person = fc.integer({ min: 0, max: people - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('give' as const, 'give' as const, 'finish' as const), who: person }),
  fc.record({ kind: fc.constant('leave' as const), who: person, to: fc.option(person) }),
  fc.record({ kind: fc.constant('return' as const), who: person }),
);

async function take(one: Step): Promise<void> {
  if (one.kind === 'give') await give(idOf(one.who));
  if (one.kind === 'finish') await database.pool.query('update test_work set is_open = false where id = (select id from test_work where owner_id = $1 and is_open limit 1)', [idOf(one.who)]);
  if (one.kind === 'leave') await leave(idOf(one.who), one.to === null ? null : idOf(one.to));
  if (one.kind === 'return') await database.pool.query(`update staff_members set status = 'active', suspended_at = null where id = $1`, [idOf(one.who)]);
}

test('after any sequence of acts, in turn or at once, nothing open is owned by somebody who has left, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 10 }), async (rounds) => {
      await begin();
      for (const round of rounds) {
        await Promise.all(round.map(take));
        expect(await ownedByThoseWhoLeft()).toBe(0);
      }
    }),
    { numRuns: 40 },
  );
});

test('what is open goes to the successor, what is done stays where it was', async () => {
  await begin();
  await give(idOf(0));
  await give(idOf(0));
  await take({ kind: 'finish', who: 0 });
  expect(await leave(idOf(0), idOf(1))).toEqual({ handedOver: [{ kind: 'guide_draft', count: 1 }] });
  const { rows } = await database.pool.query('select owner_id, is_open from test_work order by is_open');
  expect(rows).toEqual([
    { owner_id: idOf(0), is_open: false },
    { owner_id: idOf(1), is_open: true },
  ]);
});

test.each([
  ['without a successor', 0, null, 'successor_required'],
  ['to oneself', 0, 0, 'successor_unfit'],
  ['to somebody of a department below', 3, 0, 'successor_unfit'],
] as const)('with something open, leaving %s is refused and nothing changes', async (_, who, to, refusal) => {
  await begin();
  await give(idOf(who));
  expect(await leave(idOf(who), to === null ? null : idOf(to))).toBe(refusal);
  const { rows } = await database.pool.query(`select status from staff_members where id = $1`, [idOf(who)]);
  expect(rows).toEqual([{ status: 'active' }]);
});

test('nobody who has left takes over', async () => {
  await begin();
  await give(idOf(0));
  await leave(idOf(1), null);
  expect(await leave(idOf(0), idOf(1))).toBe('successor_unfit');
});

test('a source that leaves something behind lets nobody go', async () => {
  await begin();
  await give(idOf(0));
  const forgetful: WorkSource = { ...work, handOver: async () => 0 };
  await expect(leavePost(database.db, [forgetful], { staffId: idOf(0), successorId: idOf(1), mayBeLastAdministrator: true }, commandActor, now)).rejects.toThrow(/would keep 1 guide_draft/);
  const { rows } = await database.pool.query(`select status from staff_members where id = $1`, [idOf(0)]);
  expect(rows).toEqual([{ status: 'active' }]);
});
