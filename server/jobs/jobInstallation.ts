import PgBoss from 'pg-boss';
import type { DatabasePool } from '../database/pool';
import { onClient } from './bossDatabase';
import type { RunnableJob } from './jobDefinition';

export interface JobSchedule {
  cron: string;
  data: object;
}

/** Any number will do, as long as every process uses the same one and no other lock does. */
const installationLock = 7_201_141;

/** pg-boss makes this queue for its cron when it starts, and two processes that do so at once deadlock: made here, under the lock. */
const cronQueue = '__pgboss__send-it';

/** Cron expressions are in China's time. */
const timeZone = 'Asia/Shanghai';

/**
 * Creates pg-boss's schema, a queue for each job and the schedules; what is there is brought up to date.
 * Several processes may start together: everything happens on one connection that holds a lock.
 */
export async function installJobs(pool: DatabasePool, jobs: Iterable<RunnableJob>, schedules: ReadonlyMap<string, JobSchedule>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1::bigint)', [installationLock]);
    const boss = new PgBoss({ db: onClient(client), supervise: false, schedule: false });
    await boss.start();
    await boss.createQueue(cronQueue);
    for (const { name, options } of jobs) {
      const queue = {
        name,
        // At most one job with the same key waits; jobs sent without one get a key of their own.
        policy: 'short' as const,
        retryLimit: options.retryLimit,
        retryDelay: options.retryDelaySeconds,
        retryBackoff: options.retryDelaySeconds > 0,
        expireInSeconds: options.expireInSeconds,
      };
      await boss.createQueue(name, queue);
      await boss.updateQueue(name, queue);
      const schedule = schedules.get(name);
      if (schedule === undefined) await boss.unschedule(name);
      else await boss.schedule(name, schedule.cron, schedule.data, { tz: timeZone, singletonKey: 'schedule' });
    }
    await client.query('select pg_advisory_unlock($1::bigint)', [installationLock]);
    client.release();
  } catch (error) {
    // On PostgreSQL the connection ends here and its lock with it; the embedded database has only this one to tidy up.
    await client.query('rollback').catch(() => undefined);
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}
