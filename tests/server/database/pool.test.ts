import { sql } from 'kysely';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('both engines return counts as numbers, dates as written, bytes as Buffer and instants as Date', async () => {
  const { rows } = await database.pool.query(
    "select count(*) as n, date '2026-02-28' as day, '\\x0102'::bytea as bytes, timestamptz '2026-01-01T00:00:00Z' as at, '[1]'::jsonb as list",
  );
  expect(rows).toEqual([{ n: 1, day: '2026-02-28', bytes: Buffer.from([1, 2]), at: new Date('2026-01-01T00:00:00Z'), list: [1] }]);
});

test('a failed statement leaves the pool usable', async () => {
  await expect(database.pool.query('select * from nothing_here where a = $1', [1])).rejects.toMatchObject({ code: '42P01' });
  await expect(database.pool.query('select 1 as one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
});

test('a transaction that throws leaves nothing behind while others wait for their turn', async () => {
  const failing = database.db.transaction().execute(async (tx) => {
    await tx.insertInto('departments').values({ name: '不会留下的部门' }).execute();
    throw new Error('changed my mind');
  });
  const waiting = database.pool.query('select 1 as one');
  await expect(failing).rejects.toThrow('changed my mind');
  await waiting;
  const left = await database.db.selectFrom('departments').where('name', '=', '不会留下的部门').select('id').execute();
  expect(left).toEqual([]);
});

test('named prepared statements run on both engines', async () => {
  const run = (n: number) => database.pool.query<{ twice: number }>({ name: 'twice', text: 'select $1::int * 2 as twice', values: [n] });
  expect((await run(2)).rows).toEqual([{ twice: 4 }]);
  expect((await run(3)).rows).toEqual([{ twice: 6 }]);
});

test('Kysely reports the number of rows an update changed', async () => {
  await database.db.insertInto('departments').values([{ name: '甲局' }, { name: '乙局' }]).execute();
  const result = await database.db.updateTable('departments').set({ sort_order: 5 }).where(sql<boolean>`name like '%局'`).executeTakeFirst();
  expect(result.numUpdatedRows).toBe(2n);
});
