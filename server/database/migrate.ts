import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabasePool } from './pool';

/** Any number will do, as long as every process uses the same one. */
const migrationLock = 7_201_140;

const migrationsFolder = join(__dirname, 'migrations');

/**
 * Applies the numbered files in `migrations/` that this database has not seen, each in a transaction of
 * its own, under a lock, so that several processes may start together.
 *
 * @returns the names applied now, in order.
 * @throws when a file that was applied before has changed since: migrations are immutable.
 */
export async function migrate(pool: DatabasePool, folder = migrationsFolder): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${migrationLock})`);
    await client.query(
      'create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    const known = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migrations');
    const checksums = new Map(known.rows.map((row) => [row.name, row.checksum]));
    const applied: string[] = [];
    for (const name of files) {
      const sql = await readFile(join(folder, name), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      const before = checksums.get(name);
      if (before !== undefined && before !== checksum) {
        throw new Error(`数据库迁移文件 ${name} 在执行后被改动过。请恢复原文件，改动写进新的迁移文件。`);
      }
      if (before !== undefined) continue;
      await client.query('begin');
      try {
        await client.query(sql);
        await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [name, checksum]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
      applied.push(name);
    }
    return applied;
  } finally {
    await client.query(`select pg_advisory_unlock(${migrationLock})`);
    client.release();
  }
}
