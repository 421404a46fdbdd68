/** Whatever depends on "now" is handed one of these, so that tests can set the time. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is told otherwise. */
export class SettableClock implements Clock {
  constructor(private current: Date = new Date()) {}

  now(): Date {
    return new Date(this.current);
  }

  set(instant: Date): void {
    this.current = new Date(instant);
  }

  advance(milliseconds: number): void {
    this.current = new Date(this.current.getTime() + milliseconds);
  }
}

/** China has one zone and no summer time. */
const shanghaiOffsetMilliseconds = 8 * 3_600_000;

/** The date on which an instant falls for people: `2026-11-24`. */
export function dateInShanghai(instant: Date): string {
  return new Date(instant.getTime() + shanghaiOffsetMilliseconds).toISOString().slice(0, 10);
}

/** The first instant of a date in Shanghai, `days` later. */
export function beginningInShanghai(date: string, days = 0): Date {
  return new Date(Date.parse(`${date}T00:00:00+08:00`) + days * 86_400_000);
}
