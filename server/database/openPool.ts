import { join } from 'node:path';
import type { Config } from '../config';
import { lockDataFolder } from './dataFolder';
import { openPglitePool } from './pglitePool';
import type { DatabasePool } from './pool';
import { openPostgresPool } from './postgresPool';

interface Log {
  info(message: string): void;
  error(details: object, message: string): void;
}

/**
 * Opens the database that the settings name: PostgreSQL at DATABASE_URL, else the embedded one in DATA_DIR,
 * whose folder is then locked for this process until `end`.
 *
 * @throws DataFolderError when the folder cannot be had.
 */
export async function openPool(config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL_SIZE' | 'DATA_DIR'>, log: Log): Promise<DatabasePool> {
  if (config.DATABASE_URL !== undefined) {
    return openPostgresPool({
      url: config.DATABASE_URL,
      max: config.DATABASE_POOL_SIZE,
      onError: (error) => log.error({ err: error }, 'an idle database connection broke'),
    });
  }
  const release = await lockDataFolder(config.DATA_DIR, () => {
    log.error({ folder: config.DATA_DIR }, 'another process took the data folder, stopping at once');
    process.exit(1);
  });
  try {
    const pool = await openPglitePool(join(config.DATA_DIR, 'pglite'));
    log.info('内置数据库只供一个进程演示和开发使用，不要存放群众的真实信息；正式使用请设置 DATABASE_URL。');
    return {
      ...pool,
      end: async () => {
        await pool.end();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}
