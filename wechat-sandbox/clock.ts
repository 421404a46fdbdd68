import { systemClock, type Clock } from '../server/clock';

/** Runs with another clock, and can be moved forward: codes expire in five minutes, and nobody waits that long. */
export class AdvanceableClock implements Clock {
  private offsetMilliseconds = 0;

  /** @param unmoved the clock it runs with, which `advance` leaves alone. */
  constructor(readonly unmoved: Clock = systemClock) {}

  now(): Date {
    return new Date(this.unmoved.now().getTime() + this.offsetMilliseconds);
  }

  advance(seconds: number): void {
    this.offsetMilliseconds += seconds * 1_000;
  }
}
