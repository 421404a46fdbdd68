import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { ChangeFeed } from '../../../server/database/changeFeed';
import { openDatabase, type Database } from '../../../server/database/database';
import type { DatabaseClient, DatabasePool } from '../../../server/database/pool';
import type { Channel } from '../../../server/outbox/channel';
import { tell, type OutboxNotice } from '../../../server/outbox/tell';
import type { TestDatabase } from '../../support/testDatabase';

export type Random = () => number;

export const noticedAt = new Date('2026-11-23T02:00:00Z');

export async function insertCitizens(database: TestDatabase, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID()).sort();
  await sql`insert into citizens (id, created_at) select unnest(${ids}::uuid[]), ${noticedAt}`.execute(database.db);
  return ids;
}

export async function insertDepartment(database: TestDatabase, name: string, parentId?: number): Promise<number> {
  return (await database.db.insertInto('departments').values({ name, ...(parentId === undefined ? {} : { parent_id: parentId }) }).returning('id').executeTakeFirstOrThrow()).id;
}

export async function follow(database: TestDatabase, departmentId: number, citizenIds: readonly string[], at = noticedAt): Promise<void> {
  await sql`insert into department_follows (department_id, citizen_id, followed_at) select ${departmentId}, unnest(${citizenIds}::uuid[]), ${at}`.execute(database.db);
}

export async function write(db: Database, notice: Partial<OutboxNotice> & Pick<OutboxNotice, 'key' | 'to'>): Promise<void> {
  const whole: OutboxNotice = { kind: 'announcement', title: notice.key, body: '', path: '/pages/home/index', at: noticedAt, ...notice };
  await db.transaction().execute((tx) => tell(tx, whole));
}

/** The keys in somebody's inbox, oldest first. */
export async function inboxOf(database: TestDatabase, citizenId: string): Promise<string[]> {
  return (await database.db.selectFrom('inbox_notices').where('citizen_id', '=', citizenId).select('key').orderBy('id').execute()).map(({ key }) => key);
}

/** A feed that is never started: what is tested is called by the test alone. */
export const silentFeed = (database: TestDatabase): ChangeFeed => new ChangeFeed(database.pool, { warn: () => undefined });

/** A database whose connection breaks now and then, before a statement or after it: as for a process that dies there. */
export function breakingDatabase(pool: DatabasePool, random: Random, chance: number): Database {
  const connect = async (): Promise<DatabaseClient> => {
    const client = await pool.connect();
    return {
      query: async (text, values) => {
        const isEnd = typeof text === 'string' && text.startsWith('rollback');
        if (!isEnd && random() < chance) throw new Error('broken before the statement');
        const rows = await client.query<never>(text, values);
        if (!isEnd && random() < chance) throw new Error('broken after the statement');
        return rows;
      },
      release: () => client.release(),
    };
  };
  return openDatabase({ ...pool, engine: pool.engine, connect } as DatabasePool);
}

/** Fails before or after it has delivered, for all or for some. */
export function failingChannel(channel: Channel, random: Random, chance: number): Channel {
  return {
    ...channel,
    deliver: async (deliveries) => {
      if (random() < chance) throw new Error('failed before delivering');
      const [spared, hit] = [deliveries.filter((_, index) => index % 3 !== 0), deliveries.filter((_, index) => index % 3 === 0)];
      if (random() < chance) {
        await channel.deliver(spared);
        return hit.map((delivery) => ({ delivery, error: new Error('failed for this person') }));
      }
      await channel.deliver(deliveries);
      if (random() < chance) throw new Error('failed after delivering');
      return [];
    },
  };
}
