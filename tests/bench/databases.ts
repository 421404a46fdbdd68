import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** The PostgreSQL to measure on, if one answers. */
export function localPostgresUrl(): string | undefined {
  const url = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const { hostname, port } = new URL(url);
  const probe = `require('node:net').connect(${port || 5432}, '${hostname}').on('connect', () => process.exit(0)).on('error', () => process.exit(1))`;
  return spawnSync(process.execPath, ['-e', probe]).status === 0 ? url : undefined;
}

/** Runs `measure` with the settings of a new database of the engine, and removes it after; does nothing where the engine is not there. */
export async function withFreshDatabase(engine: 'pglite' | 'postgresql', measure: (settings: Record<string, string>) => Promise<void>): Promise<void> {
  if (engine === 'pglite') {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    await measure({ DATA_DIR: folder });
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  const url = localPostgresUrl();
  if (url === undefined) return;
  const name = `bench_${randomBytes(4).toString('hex')}`;
  const administer = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await administer(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  await measure({ DATABASE_URL: own.href });
  await administer(`drop database ${name} with (force)`);
}
