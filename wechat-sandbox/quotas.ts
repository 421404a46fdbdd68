import type { Clock } from '../server/clock';

const minuteMilliseconds = 60_000;
const dayMilliseconds = 86_400_000;
/** Daily quotas begin anew at midnight in Beijing, UTC+8. */
const beijingMilliseconds = 8 * 3_600_000;

/** How often each thing may be done; tests lower these. */
export interface Limits {
  /** code2Session, calls of one user. */
  code2SessionPerUserPerMinute: number;
  stableTokenPerMinute: number;
  stableTokenPerDay: number;
  forcedRefreshesPerDay: number;
  /** No number is published for this one; an assumption. */
  phoneNumberPerMinute: number;
  oauthTokenPerMinute: number;
}

export const publishedLimits: Limits = {
  code2SessionPerUserPerMinute: 100,
  stableTokenPerMinute: 10_000,
  stableTokenPerDay: 500_000,
  forcedRefreshesPerDay: 20,
  phoneNumberPerMinute: 10_000,
  oauthTokenPerMinute: 50_000,
};

/** Counts calls in the running minute or day. */
export class Quotas {
  private readonly counts = new Map<string, { window: number; count: number }>();

  constructor(private readonly clock: Clock) {}

  /** @returns false when `limit` calls were already made in this window; such a call is not counted. */
  take(key: string, limit: number, window: 'minute' | 'day'): boolean {
    const length = window === 'minute' ? minuteMilliseconds : dayMilliseconds;
    const current = Math.floor((this.clock.now().getTime() + beijingMilliseconds) / length);
    const name = `${window}:${key}`;
    const entry = this.counts.get(name);
    const count = entry !== undefined && entry.window === current ? entry.count : 0;
    if (count >= limit) return false;
    this.counts.set(name, { window: current, count: count + 1 });
    return true;
  }
}
