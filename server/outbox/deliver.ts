import type { Clock } from '../clock';
import type { Database } from '../database/database';
import { describeError, type JobLog } from '../jobs/jobLog';
import { leaseMilliseconds, type Channel, type Delivery, type FailedDelivery } from './channel';
import { claimDue, postpone, settle } from './deliveryRepository';
import { mostAttempts, pauseMilliseconds } from './outboxRules';

interface Parts {
  db: Database;
  clock: Clock;
  log: JobLog;
}

/**
 * Delivers what is due on a channel, at least once each.
 *
 * @returns how many were taken up; 0 when nothing is due.
 */
export async function deliverDue({ db, clock, log }: Parts, channel: Channel): Promise<number> {
  const now = clock.now();
  const claimed = await claimDue(db, channel.name, channel.atOnce, now, new Date(now.getTime() + leaseMilliseconds));
  if (claimed.length === 0) return 0;
  // More attempts than were allowed: whoever made the last ones died of it.
  const hopeless = claimed.filter(({ attempt }) => attempt > mostAttempts);
  const failed = [...hopeless.map((delivery) => ({ delivery, error: undefined })), ...(await tryAll(channel, claimed.filter(({ attempt }) => attempt <= mostAttempts)))];
  const unsettled = new Set(failed.map(({ delivery }) => delivery));
  await settle(db, channel.name, claimed.filter((delivery) => !unsettled.has(delivery)), false, clock.now());
  for (const { delivery, error } of failed) {
    // The key names what it is about, never whom it is for.
    const about = { channel: channel.name, notice: delivery.noticeId, key: delivery.key, attempt: delivery.attempt, error: describeError(error) };
    if (delivery.attempt < mostAttempts) {
      log.warn(about, 'a notice could not be delivered, it will be tried again');
      await postpone(db, channel.name, delivery, new Date(clock.now().getTime() + pauseMilliseconds(delivery.attempt)));
    } else {
      log.error(about, 'a notice could not be delivered for the last time');
      await settle(db, channel.name, [delivery], true, clock.now());
    }
  }
  return claimed.length;
}

/** Together, and one by one when that fails: nobody's failure holds up another. */
async function tryAll(channel: Channel, deliveries: readonly Delivery[]): Promise<readonly FailedDelivery[]> {
  if (deliveries.length === 0) return [];
  try {
    return await channel.deliver(deliveries);
  } catch (error) {
    const [only] = deliveries;
    if (only !== undefined && deliveries.length === 1) return [{ delivery: only, error }];
  }
  const failed: FailedDelivery[] = [];
  for (const delivery of deliveries) {
    try {
      failed.push(...(await channel.deliver([delivery])));
    } catch (error) {
      failed.push({ delivery, error });
    }
  }
  return failed;
}
