import type { DatabaseTransaction } from '../database/database';

export interface Job<Data> {
  /** Stays the same over all attempts: give it to remote services as their idempotency key. */
  id: string;
  data: Data;
  /** 1 at the first attempt. */
  attempt: number;
}

export interface JobOptions {
  /** How often a failed job is tried again; 5 when not given. */
  retryLimit?: number;
  /** Wait before the first retry, doubled each time with some chance in it; 10 when not given, 0 retries at once. */
  retryDelaySeconds?: number;
  /** A job whose process died is taken up again after this time; 900 when not given. Longer than the handler ever takes. */
  expireInSeconds?: number;
  /** How many jobs of this name one process works on at once; 2 when not given. */
  concurrency?: number;
}

/** A job that touches nothing but the database. */
export interface LocalJob<Data> extends JobOptions {
  prepare?: undefined;
  /** Runs in the transaction that also records the job as done. */
  apply(tx: DatabaseTransaction, job: Job<Data>): Promise<void>;
}

/** A job that also calls something remote. */
export interface RemoteJob<Data, Prepared> extends JobOptions {
  /**
   * Runs before the transaction, so that no connection waits for a remote service. It may run more than once for
   * a job (its process may die right after it): the remote side must recognise the job's id.
   */
  prepare(job: Job<Data>): Promise<Prepared>;
  /** Runs in the transaction that also records the job as done. */
  apply(tx: DatabaseTransaction, job: Job<Data>, prepared: Prepared): Promise<void>;
}

/** A definition whose types have been checked and are no longer needed. */
export interface RunnableJob {
  name: string;
  options: Required<JobOptions>;
  /** Runs `prepare` and returns what is left to do in the transaction. */
  begin(job: Job<unknown>): Promise<(tx: DatabaseTransaction) => Promise<void>>;
}

const defaults: Required<JobOptions> = { retryLimit: 5, retryDelaySeconds: 10, expireInSeconds: 900, concurrency: 2 };

export function toRunnable<Data, Prepared>(name: string, definition: LocalJob<Data> | RemoteJob<Data, Prepared>): RunnableJob {
  const { retryLimit, retryDelaySeconds, expireInSeconds, concurrency } = { ...defaults, ...definition };
  return {
    name,
    options: { retryLimit, retryDelaySeconds, expireInSeconds, concurrency },
    begin: async (given) => {
      // `send` takes data of this type only; what comes back is its JSON.
      const job = given as Job<Data>;
      if (definition.prepare === undefined) return (tx) => definition.apply(tx, job);
      const prepared = await definition.prepare(job);
      return (tx) => definition.apply(tx, job, prepared);
    },
  };
}
