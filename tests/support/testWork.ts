import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../server/database/database';
import type { WorkSource } from '../../server/work/workSource';
import { lockMemberInOffice } from '../../server/staff/lockMemberInOffice';
import type { TestDatabase } from './testDatabase';

/** Things with an owner in a table of the test's own, as a feature would have them. */
export async function createTestWork(database: TestDatabase): Promise<WorkSource> {
  await database.pool.query('create table test_work (id uuid primary key default gen_random_uuid(), owner_id uuid not null references staff_members on delete cascade, is_open boolean not null default true)');
  return {
    kind: 'guide_draft',
    find: async () => [],
    countOwned: async (db, staffId) => (await sql<{ n: number }>`select count(*)::int as n from test_work where owner_id = ${staffId} and is_open`.execute(db)).rows[0]?.n ?? 0,
    handOver: async (tx, from, to) => Number((await sql`update test_work set owner_id = ${to} where owner_id = ${from} and is_open`.execute(tx)).numAffectedRows ?? 0),
  };
}

/** Gives the member something of their own. @returns false when they are not in office */
export async function giveWork(tx: DatabaseTransaction, staffId: string): Promise<boolean> {
  if (!(await lockMemberInOffice(tx, staffId))) return false;
  await sql`insert into test_work (owner_id) values (${staffId})`.execute(tx);
  return true;
}
