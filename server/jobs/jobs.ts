import { randomUUID } from 'node:crypto';
import PgBoss from 'pg-boss';
import type { Database, DatabaseTransaction } from '../database/database';
import type { DatabasePool } from '../database/pool';
import { BossDatabase, onTransaction } from './bossDatabase';
import { toRunnable, type LocalJob, type RemoteJob, type RunnableJob } from './jobDefinition';
import { installJobs, type JobSchedule } from './jobInstallation';
import { describeError, type JobLog } from './jobLog';
import { JobWorker } from './jobWorker';

export type { Job, JobOptions, LocalJob, RemoteJob } from './jobDefinition';

export interface SendOptions {
  /** Not before this instant, by the database's clock. */
  startAfter?: Date;
  /** While a job with this key waits (not yet taken up), another one is not added. */
  singletonKey?: string;
}

/** What `define` returns: sends jobs whose data has the right type. */
export interface DefinedJob<Data extends object> {
  readonly name: string;
  send(tx: DatabaseTransaction, data: Data, options?: SendOptions): Promise<string | undefined>;
}

interface JobsParts {
  pool: DatabasePool;
  db: Database;
  log: JobLog;
  /** How often an idle process looks for jobs; 1,000 when not given. */
  pollMilliseconds?: number;
}

/**
 * Background jobs that are kept in the database by pg-boss and shared by all processes.
 *
 * A job's effect and the record that it is done are one transaction (see JobWorker.claim), so a job that is
 * delivered twice changes nothing the second time and a job that throws leaves nothing. The record is the job's
 * own row in `pgboss.job`: there is no second table to keep in step or to clear, and pg-boss archives done rows
 * after 12 hours and deletes them 7 days later. Only `prepare`, which is outside the transaction, may be repeated.
 */
export class Jobs {
  private readonly jobs = new Map<string, RunnableJob>();
  private readonly schedules = new Map<string, JobSchedule>();
  private readonly bossDatabase: BossDatabase;
  /** Never started: it only writes jobs into the callers' transactions. */
  private readonly sender: PgBoss;
  private starting: Promise<void> | undefined;
  private boss: PgBoss | undefined;
  private workers: JobWorker[] = [];
  private installation: Promise<void> | undefined;
  private installed = false;

  constructor(private readonly parts: JobsParts) {
    this.bossDatabase = new BossDatabase(parts.pool, parts.log);
    this.sender = new PgBoss({ db: this.bossDatabase.boss });
  }

  /**
   * Names a kind of job and says what it does. Before `install` and `start`.
   *
   * @param name letters, digits, `_` and `-`; it is stored with each job, so it must not change while jobs wait.
   */
  define<Data extends object>(name: string, definition: LocalJob<Data>): DefinedJob<Data>;
  define<Data extends object, Prepared>(name: string, definition: RemoteJob<Data, Prepared>): DefinedJob<Data>;
  define<Data extends object, Prepared>(name: string, definition: LocalJob<Data> | RemoteJob<Data, Prepared>): DefinedJob<Data> {
    if (this.installation !== undefined) throw new Error(`job ${name} is defined after the jobs were installed`);
    if (!/^[\w-]{1,100}$/.test(name) || this.jobs.has(name)) throw new Error(`job name ${name} is malformed or used twice`);
    this.jobs.set(name, toRunnable(name, definition));
    return { name, send: (tx, data, options) => this.send(tx, name, data, options) };
  }

  /**
   * Sends a job by the clock, in China's time, once for all processes. A time that no process was up for is left
   * out, and after a crash a time may come twice: the job must look at the state, not count its runs.
   *
   * @param cron five fields, for example `30 3 * * *`. One schedule a job.
   */
  schedule(name: string, cron: string, data: object = {}): void {
    if (this.installation !== undefined || !this.jobs.has(name)) throw new Error(`job ${name} must be defined, and scheduled before the jobs are installed`);
    this.schedules.set(name, { cron, data });
  }

  /** Creates the queues; for a process that sends jobs and runs none. `start` does it too. May be called again after an error. */
  async install(): Promise<void> {
    this.installation ??= installJobs(this.parts.pool, this.jobs.values(), this.schedules);
    try {
      await this.installation;
      this.installed = true;
    } catch (error) {
      this.installation = undefined;
      throw error;
    }
  }

  /**
   * Adds a job in the caller's transaction: it exists if and when that transaction is committed.
   *
   * @param data kept as JSON for days: ids rather than what is personal.
   * @returns the job's id, or undefined when one with the same `singletonKey` waits.
   */
  async send(tx: DatabaseTransaction, name: string, data: object, options: SendOptions = {}): Promise<string | undefined> {
    if (!this.jobs.has(name)) throw new Error(`job ${name} is not defined`);
    // Without its queue pg-boss would drop the job without a word. It cannot be made here: on the embedded database that would wait for this transaction.
    if (!this.installed) throw new Error(`job ${name} is sent before the jobs were installed`);
    const { startAfter, singletonKey = randomUUID() } = options;
    const id = await this.sender.send(name, data, {
      singletonKey,
      ...(startAfter === undefined ? {} : { startAfter }),
      db: onTransaction(tx),
    });
    if (id === null && options.singletonKey === undefined) throw new Error(`the queue of job ${name} is gone`);
    return id ?? undefined;
  }

  /** Installs what is missing and begins to work. */
  async start(): Promise<void> {
    this.starting ??= this.begin();
    await this.starting;
  }

  private async begin(): Promise<void> {
    await this.install();
    const { db, log, pollMilliseconds = 1_000 } = this.parts;
    const boss = new PgBoss({
      db: this.bossDatabase.boss,
      migrate: false,
      schedule: this.schedules.size > 0,
      cronWorkerIntervalSeconds: Math.min(5, Math.max(1, Math.ceil(pollMilliseconds / 1_000))),
    });
    boss.on('error', (error) => log.error({ error: describeError(error) }, 'the job queue reported an error'));
    this.boss = boss;
    await boss.start();
    this.workers = [...this.jobs.values()].map((job) => new JobWorker(job, { boss, db, log, pollMilliseconds }));
  }

  /** Takes no more jobs and resolves when those under way are finished; afterwards the pool may be ended. Not to be started again. */
  async stop(): Promise<void> {
    // Told to stop while still starting: what was begun is ended too. Its errors are the business of who called `start`.
    await Promise.allSettled([this.starting]);
    await Promise.all(this.workers.map((worker) => worker.stop()));
    this.workers = [];
    await this.boss?.stop({ close: false });
    await this.bossDatabase.close();
  }
}
