import { CompiledQuery } from 'kysely';
import type PgBoss from 'pg-boss';
import type { DatabaseTransaction } from '../database/database';
import type { DatabasePool, Queryable, QueryRows } from '../database/pool';
import { describeError, type JobLog } from './jobLog';

/** pg-boss on one connection: its errors are the caller's. */
export function onClient(client: Queryable): PgBoss.Db {
  return { executeSql: (text, values) => client.query(text, values) };
}

/** pg-boss inside the caller's transaction. */
export function onTransaction(tx: DatabaseTransaction): PgBoss.Db {
  return {
    executeSql: async (text: string, values: unknown[]) => {
      const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values));
      return { rows };
    },
  };
}

/**
 * pg-boss on the pool, for what it does on its own: fetching, cron, maintenance. Some of that it does not wait
 * for, and an error there would end the process as an unhandled rejection. So an error is logged and the answer
 * is undefined, which every such place takes for "nothing"; the next turn tries again.
 */
export class BossDatabase {
  private readonly running = new Set<Promise<unknown>>();
  private failing = false;
  private closed = false;

  constructor(
    private readonly pool: DatabasePool,
    private readonly log: JobLog,
  ) {}

  /** The type hides the `undefined`, as pg-boss's own adapter does when it is closed. */
  readonly boss = { executeSql: (text: string, values?: unknown[]) => this.execute(text, values) } as PgBoss.Db;

  /** Waits for what is still under way; afterwards the pool is not used any more. */
  async close(): Promise<void> {
    while (this.running.size > 0) {
      await Promise.allSettled(this.running);
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.closed = true;
  }

  private async execute(text: string, values?: unknown[]): Promise<{ rows: unknown[] } | undefined> {
    if (this.closed) return undefined;
    const result = values === undefined || values.length === 0 ? this.executeScript(text) : this.pool.query(text, values);
    this.running.add(result);
    try {
      const { rows } = await result;
      if (this.failing) this.log.info({}, 'the job queue works again');
      this.failing = false;
      return { rows };
    } catch (error) {
      if (!this.failing) this.log.error({ error: describeError(error) }, 'a statement of the job queue failed, it will be tried again');
      this.failing = true;
      return undefined;
    } finally {
      this.running.delete(result);
    }
  }

  /** Maintenance comes as "BEGIN; …; COMMIT": when it fails in the middle, the connection must not stay in that transaction. */
  private async executeScript(text: string): Promise<QueryRows<Record<string, unknown>>> {
    const client = await this.pool.connect();
    try {
      const result = await client.query(text);
      client.release();
      return result;
    } catch (error) {
      // On a connection that is lost this fails as well, and the first error says why.
      await client.query('rollback').catch(() => undefined);
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  }
}
