import type { Clock } from '../server/clock';

/** Login, phone and web-authorisation codes all live five minutes and serve once. */
const lifeMilliseconds = 5 * 60_000;
/** Codes are remembered this long after they were given out, so that "used" and "expired" can be told from "unknown". */
const memoryMilliseconds = 24 * 3_600_000;

interface Entry<Grant> {
  grant: Grant;
  issuedAt: number;
  used: boolean;
}

export type CodeLookup<Grant> = { status: 'unknown' | 'used' | 'expired' } | { status: 'good'; grant: Grant };

/** The codes of one kind that were given out. */
export class Codes<Grant> {
  private readonly entries = new Map<string, Entry<Grant>>();

  constructor(
    private readonly clock: Clock,
    private readonly mint: () => string,
  ) {}

  issue(grant: Grant): string {
    const code = this.mint();
    this.remember(code, grant, false);
    return code;
  }

  /** For a code that was made elsewhere and is accepted this once. */
  rememberAsUsed(code: string, grant: Grant): void {
    this.remember(code, grant, true);
  }

  find(code: string): CodeLookup<Grant> {
    const entry = this.entries.get(code);
    if (entry === undefined) return { status: 'unknown' };
    if (entry.used) return { status: 'used' };
    if (this.clock.now().getTime() >= entry.issuedAt + lifeMilliseconds) return { status: 'expired' };
    return { status: 'good', grant: entry.grant };
  }

  use(code: string): void {
    const entry = this.entries.get(code);
    if (entry !== undefined) entry.used = true;
  }

  private remember(code: string, grant: Grant, used: boolean): void {
    const now = this.clock.now().getTime();
    for (const [old, entry] of this.entries) {
      if (entry.issuedAt + memoryMilliseconds > now) break;
      this.entries.delete(old);
    }
    this.entries.set(code, { grant, issuedAt: now, used });
  }
}
