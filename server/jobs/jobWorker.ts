import type PgBoss from 'pg-boss';
import type { Database, DatabaseTransaction } from '../database/database';
import { onTransaction } from './bossDatabase';
import type { RunnableJob } from './jobDefinition';
import { describeError, type JobLog } from './jobLog';

interface Parts {
  boss: PgBoss;
  db: Database;
  log: JobLog;
  pollMilliseconds: number;
}

/**
 * Works on the jobs of one name. pg-boss's own worker is not used: it records a job as done after the handler's
 * transaction, in another one, and lets a handler that took too long run on beside its own retry.
 */
export class JobWorker {
  private stopping = false;
  private wake: () => void = () => undefined;
  private readonly finished: Promise<void>;

  constructor(
    private readonly job: RunnableJob,
    private readonly parts: Parts,
  ) {
    this.finished = this.loop();
  }

  /** Takes no more jobs; resolves when those under way are finished. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.finished;
  }

  private async loop(): Promise<void> {
    const { boss } = this.parts;
    const { concurrency } = this.job.options;
    while (!this.stopping) {
      const fetched = await boss.fetch<unknown>(this.job.name, { includeMetadata: true, batchSize: concurrency });
      await Promise.all(fetched.map((one) => this.run(one)));
      if (fetched.length < concurrency) await this.pause();
    }
  }

  private async pause(): Promise<void> {
    if (this.stopping) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      timer = setTimeout(resolve, this.parts.pollMilliseconds);
    });
    clearTimeout(timer);
  }

  private async run(fetched: PgBoss.JobWithMetadata<unknown>): Promise<void> {
    const { db, log } = this.parts;
    const attempt = fetched.retryCount + 1;
    const about = { job: this.job.name, jobId: fetched.id, attempt };
    try {
      const apply = await this.job.begin({ id: fetched.id, data: fetched.data, attempt });
      const claimed = await db.transaction().execute(async (tx) => {
        if (!(await this.claim(tx, fetched.id))) return false;
        await apply(tx);
        return true;
      });
      if (!claimed) log.info(about, 'job was done elsewhere meanwhile, left alone');
    } catch (error) {
      const details = { ...about, error: describeError(error) };
      if (fetched.retryCount < fetched.retryLimit) log.warn(details, 'job failed, it will be tried again');
      else log.error(details, 'job failed for the last time');
      await this.giveBack(fetched.id, error);
    }
  }

  /**
   * Marks the job as done, first thing in the transaction that will hold its effect: either both are committed or
   * neither. The mark is a change of the job's row from active to completed, so of two deliveries the second waits
   * for the first and then finds nothing to claim; and no timeout can take the row away while the handler runs.
   */
  private async claim(tx: DatabaseTransaction, id: string): Promise<boolean> {
    // Declared as void; since version 10 it answers with how many jobs it completed.
    const answer = (await this.parts.boss.complete(this.job.name, id, {}, { db: onTransaction(tx) })) as unknown as { affected: number };
    return answer.affected === 1;
  }

  /** Does nothing to a job that has been completed. When the database cannot be reached, the job comes back after `expireInSeconds`. */
  private async giveBack(id: string, error: unknown): Promise<void> {
    const { name, code } = describeError(error);
    await this.parts.boss.fail(this.job.name, id, { name, code });
  }
}
