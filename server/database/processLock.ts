import type { DatabasePool } from './pool';

/**
 * Runs the action while no other process on this database runs one under the same lock. An embedded database has a single process
 * already, and a single connection, which the action needs for itself.
 *
 * @param lock any number that no other lock uses.
 */
export async function withProcessLock<Result>(pool: DatabasePool, lock: number, action: () => Promise<Result>): Promise<Result> {
  if (pool.engine === 'pglite') return action();
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    return await action();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]);
    client.release();
  }
}
