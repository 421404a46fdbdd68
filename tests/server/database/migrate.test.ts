import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../../server/database/migrate';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await openTestDatabase({ migrated: false });
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  await writeFile(join(folder, '0001_create_things.sql'), 'create table things (id int primary key);');
  await writeFile(join(folder, '0002_add_a_thing.sql'), 'insert into things values (1); select pg_sleep(0.2);');
});
afterEach(() => database.close());

test('several processes that start together apply each migration once', async () => {
  const pools = [database.pool, database.openAnotherPool(), database.openAnotherPool(), database.openAnotherPool()];
  const applied = await Promise.all(pools.map((pool) => migrate(pool, folder)));
  expect(applied.flat().sort()).toEqual(['0001_create_things.sql', '0002_add_a_thing.sql']);
  expect((await database.pool.query('select * from things')).rows).toEqual([{ id: 1 }]);
});

test('a later start applies only what is new', async () => {
  await migrate(database.pool, folder);
  await writeFile(join(folder, '0003_add_another.sql'), 'insert into things values (2);');
  expect(await migrate(database.pool, folder)).toEqual(['0003_add_another.sql']);
});

test('a migration that fails leaves nothing of itself, and the lock free', async () => {
  await writeFile(join(folder, '0003_half.sql'), 'insert into things values (3); select no_such_function();');
  await expect(migrate(database.pool, folder)).rejects.toThrow('no_such_function');
  await writeFile(join(folder, '0003_half.sql'), 'insert into things values (4);');
  expect(await migrate(database.pool, folder)).toEqual(['0003_half.sql']);
  expect((await database.pool.query('select id from things order by id')).rows).toEqual([{ id: 1 }, { id: 4 }]);
});

test('a migration changed after it was applied is refused', async () => {
  await migrate(database.pool, folder);
  await writeFile(join(folder, '0001_create_things.sql'), 'create table other_things (id int);');
  await expect(migrate(database.pool, folder)).rejects.toThrow('0001_create_things.sql 在执行后被改动过');
});
