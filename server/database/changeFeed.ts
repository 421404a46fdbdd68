import type { DatabasePool, Listener } from './pool';

/** What a change feed tells: a notification on a channel, or that some may have been missed. */
export interface ChangeSubscriber {
  onNotification(payload: string): void;
  /** The connection was lost or is back: drop whatever was kept current by notifications. */
  onGap(): void;
}

const reconnectMilliseconds = { first: 200, most: 5_000 };

/**
 * LISTEN/NOTIFY for this process on both engines. While `isConnected` is false nothing that depends on
 * notifications may be trusted; on every loss and every reconnect each subscriber's `onGap` is called.
 */
export class ChangeFeed {
  private readonly subscribers = new Map<string, Set<ChangeSubscriber>>();
  private listener: Listener | undefined;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;
  private delay = reconnectMilliseconds.first;

  constructor(
    private readonly pool: DatabasePool,
    private readonly log: { warn(details: object, message: string): void },
  ) {}

  get isConnected(): boolean {
    return this.listener !== undefined;
  }

  /** Call before `start`: channels are opened when the connection is. */
  subscribe(channel: string, subscriber: ChangeSubscriber): void {
    const known = this.subscribers.get(channel) ?? new Set();
    known.add(subscriber);
    this.subscribers.set(channel, known);
  }

  async start(): Promise<void> {
    const listener = await this.pool.openListener(
      (channel, payload) => this.subscribers.get(channel)?.forEach((subscriber) => subscriber.onNotification(payload)),
      () => this.lost(),
    );
    for (const channel of this.subscribers.keys()) await listener.listen(channel);
    this.listener = listener;
    this.delay = reconnectMilliseconds.first;
    this.gap();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    const listener = this.listener;
    this.listener = undefined;
    await listener?.close();
  }

  private lost(): void {
    this.listener = undefined;
    this.gap();
    if (this.stopped) return;
    this.log.warn({ retryInMilliseconds: this.delay }, 'listening connection lost, cached replies are off until it is back');
    this.retry = setTimeout(() => {
      this.start().catch((error: unknown) => {
        this.delay = Math.min(this.delay * 2, reconnectMilliseconds.most);
        this.log.warn({ err: error }, 'listening connection could not be opened again');
        this.lost();
      });
    }, this.delay);
  }

  private gap(): void {
    for (const subscribers of this.subscribers.values()) subscribers.forEach((subscriber) => subscriber.onGap());
  }
}
