import { createHash } from 'node:crypto';
import type { Clock } from '../clock';
import type { DatabasePool, Queryable } from '../database/pool';

/** At most `limit` calls within `windowSeconds` of the first one; both are whole numbers from 1. */
export interface RateLimitRule {
  limit: number;
  windowSeconds: number;
}

export interface RateLimitTake {
  /** Names what is counted for whom, for example `login:address:192.0.2.1`. Stored as a hash only. */
  key: string;
  rule: RateLimitRule;
}

export type RateLimitOutcome = { allowed: true; remaining: number } | { allowed: false; retryAfterSeconds: number };

interface OutcomeRow {
  allowed: boolean;
  remaining: number;
  retry_after_seconds: number | null;
}

/** Rows removed in one statement, so that no clean-up holds many locks. */
const removedAtOnce = 10_000;

/**
 * Rate limits that hold across processes: the counts are in the database and each take is one statement.
 *
 * The window is fixed and opens with a key's first call. That is exact and easy to tell a citizen ("10 a day,
 * try again in 3 hours"), one row a key, and a refused call writes nothing. Its known price: around the end of
 * a window up to twice the limit can pass within one window's length. GCRA would spread that, but would let
 * call number limit + 1 through before the window has ended.
 */
export class RateLimits {
  /**
   * @param hashKey turns a key into what is stored. The default keeps keys out of sight but, as there are few
   *   IPv4 addresses, not from someone who tries them all; pass a keyed hash where there is a secret.
   */
  constructor(
    private readonly pool: DatabasePool,
    private readonly clock: Clock,
    private readonly hashKey: (key: string) => string = (key) => createHash('sha256').update(key).digest('base64url'),
  ) {}

  /** Counts one call, unless the key's limit is used up. See `takeAll`. */
  async take(key: string, rule: RateLimitRule, on?: Queryable): Promise<RateLimitOutcome> {
    return this.takeAll([{ key, rule }], on);
  }

  /**
   * Counts one call against every key, or against none when one of them is used up.
   *
   * @param on a transaction's client; without it the pool is used. In a transaction the keys stay locked until its end.
   * @returns `remaining`: how many more calls the tightest rule allows now; `retryAfterSeconds`: whole seconds
   *   (at least 1) until no key is used up.
   * @throws when a key is given twice: which rule counts would be anyone's guess.
   */
  async takeAll(takes: readonly RateLimitTake[], on: Queryable = this.pool): Promise<RateLimitOutcome> {
    if (takes.length === 0) return { allowed: true, remaining: Number.MAX_SAFE_INTEGER };
    const hashes = takes.map(({ key }) => this.hashKey(key));
    if (new Set(hashes).size < takes.length) throw new Error('a rate limit key is given twice in one call');
    const { rows } = await on.query<OutcomeRow>({
      name: 'take_rate_limits',
      text: 'select allowed, remaining, retry_after_seconds from take_rate_limits($1, $2, $3, $4)',
      values: [hashes, takes.map(({ rule }) => rule.limit), takes.map(({ rule }) => rule.windowSeconds), this.clock.now().toISOString()],
    });
    const [outcome] = rows;
    if (outcome === undefined) throw new Error('take_rate_limits answered nothing');
    if (outcome.allowed) return { allowed: true, remaining: outcome.remaining };
    return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(outcome.retry_after_seconds ?? 1)) };
  }

  /** Removes windows that have ended; run it now and then. @returns how many were removed. */
  async removeExpired(): Promise<number> {
    let removed = 0;
    for (;;) {
      const { rowCount } = await this.pool.query(
        `delete from rate_limit_windows where key_hash in (
           select key_hash from rate_limit_windows where ends_at <= $1 order by key_hash collate "C" limit $2 for update skip locked
         )`,
        [this.clock.now().toISOString(), removedAtOnce],
      );
      removed += rowCount;
      if (rowCount < removedAtOnce) return removed;
    }
  }
}
