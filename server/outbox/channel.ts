import type { NoticeKind } from '../contract/inbox';

/** One notice for one person. */
export interface Delivery {
  citizenId: string;
  noticeId: number;
  /** With the person: what a channel knows a repetition by. */
  key: string;
  /** 1 at the first try. */
  attempt: number;
  kind: NoticeKind;
  title: string;
  body: string;
  path: string;
  occurredAt: Date;
}

export interface FailedDelivery {
  delivery: Delivery;
  error: unknown;
}

/** A way on which notices reach people: the inbox of the app, messages of WeChat. */
export interface Channel {
  /** Stored with every delivery, so it must not change. */
  readonly name: string;
  /** How many it is given at once: so few that it is done with them well within `leaseMilliseconds`. */
  readonly atOnce: number;
  /**
   * Delivers each of them, at most one a person. The same one may come again (its process died before that was written down), and
   * must then not reach the person twice.
   *
   * @returns those that failed. When it throws, none is taken for delivered and they are given again one by one.
   */
  deliver(deliveries: readonly Delivery[]): Promise<readonly FailedDelivery[]>;
}

/** Whoever tries a delivery and has not said after this time what became of it is taken for dead. */
export const leaseMilliseconds = 60_000;
