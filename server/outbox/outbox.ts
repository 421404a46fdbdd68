import type { Clock } from '../clock';
import type { ChangeFeed } from '../database/changeFeed';
import type { Database } from '../database/database';
import { describeError, type JobLog } from '../jobs/jobLog';
import type { Channel } from './channel';
import { deliverDue } from './deliver';
import { expandStep } from './expand';
import { outboxChannel } from './tell';

/** For what is to be tried again, and for what another process left when it died. */
const everyMilliseconds = 5_000;

interface Parts {
  db: Database;
  clock: Clock;
  log: JobLog;
  channels: readonly Channel[];
  /** How many people of a notice are found in one transaction; 2,000 when not given. */
  peopleAtOnce?: number;
}

/** Sends on what `tell` has written: at once where it is told of it, and every five seconds. Any number of processes may run one. */
export class Outbox {
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private isCalledAgain = false;
  private isStopping = false;

  constructor(
    private readonly parts: Parts,
    feed: ChangeFeed,
  ) {
    const wake = (): void => void this.deliverAll();
    feed.subscribe(outboxChannel, { onNotification: wake, onGap: wake });
  }

  start(): void {
    this.timer = setInterval(() => void this.deliverAll(), everyMilliseconds).unref();
  }

  /** Takes up nothing more; what is under way is finished, and the rest is another process's or the next start's. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    await this.working;
  }

  /** Resolves when nothing is left that is due and is nobody else's. */
  deliverAll(): Promise<void> {
    if (this.isStopping) return Promise.resolve();
    this.isCalledAgain = true;
    this.working ??= this.work().finally(() => {
      this.working = undefined;
    });
    return this.working;
  }

  private async work(): Promise<void> {
    const { db, clock, log, channels, peopleAtOnce } = this.parts;
    const names = channels.map(({ name }) => name);
    try {
      let isBusy = true;
      while ((isBusy || this.isCalledAgain) && !this.isStopping) {
        // Whoever calls from here on is looked for once more.
        this.isCalledAgain = false;
        isBusy = await expandStep(db, names, clock.now(), peopleAtOnce);
        for (const channel of channels) if ((await deliverDue(this.parts, channel)) > 0) isBusy = true;
      }
    } catch (error) {
      log.error({ error: describeError(error) }, 'notices could not be sent on, trying again');
    }
  }
}
