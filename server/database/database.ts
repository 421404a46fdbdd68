import { Kysely, PostgresDialect, type PostgresPool, type Transaction } from 'kysely';
import type { DatabasePool } from './pool';
import type { Tables } from './tables';

export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;

/** Kysely over the one pool; ending it ends the pool. */
export function openDatabase(pool: DatabasePool): Database {
  // Kysely asks for less than `pg.Pool` gives; our pool has exactly what it calls (connect, end).
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as unknown as PostgresPool }) });
}
