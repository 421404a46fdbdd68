import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type Database } from '../../server/database/database';
import { migrate } from '../../server/database/migrate';
import { openPglitePool } from '../../server/database/pglitePool';
import type { DatabasePool } from '../../server/database/pool';
import { openPostgresPool } from '../../server/database/postgresPool';

export interface TestDatabase {
  pool: DatabasePool;
  db: Database;
  /** Opens another pool on the same database, as another server process would; PGlite has no such thing and gives the same one. */
  openAnotherPool(): DatabasePool;
  /** Set on PostgreSQL only: for tests that start whole processes. */
  url: string | undefined;
  close(): Promise<void>;
}

/** Which engine this run uses: `TEST_DATABASE_URL` names a PostgreSQL server (an administrator's address); without it PGlite in memory. */
export const testServerUrl = process.env['TEST_DATABASE_URL'];

/** A fresh, migrated database of its own for a test file. */
export async function openTestDatabase(options: { migrated?: boolean } = {}): Promise<TestDatabase> {
  const opened = testServerUrl === undefined ? await openPglite() : await openPostgres(testServerUrl);
  if (options.migrated ?? true) await migrate(opened.pool);
  return opened;
}

async function openPglite(): Promise<TestDatabase> {
  const pool = await openPglitePool();
  return { pool, db: openDatabase(pool), openAnotherPool: () => pool, url: undefined, close: () => pool.end() };
}

async function openPostgres(serverUrl: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const administer = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await administer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const pools: DatabasePool[] = [];
  const open = (): DatabasePool => {
    const pool = openPostgresPool({ url: url.href, max: 8, onError: () => undefined });
    pools.push(pool);
    return pool;
  };
  const pool = open();
  return {
    pool,
    db: openDatabase(pool),
    openAnotherPool: open,
    url: url.href,
    close: async () => {
      await Promise.all(pools.map((each) => each.end()));
      await administer(`drop database ${name} with (force)`);
    },
  };
}
