import { dateInShanghai, type Clock } from '../clock';
import type { DatabasePool } from '../database/pool';

const flushMilliseconds = 10_000;

/**
 * Counts how often guides are read, for "most used". Counted in memory and added to the table every ten seconds, so that reading
 * a kept reply costs no query. What a process that dies has not yet added is lost: nobody was promised these numbers.
 */
export class GuideViews {
  private readonly counted = new Map<number, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: DatabasePool,
    private readonly clock: Clock,
    private readonly log: { warn(details: object, message: string): void },
  ) {}

  count(guideId: number): void {
    this.counted.set(guideId, (this.counted.get(guideId) ?? 0) + 1);
  }

  start(): void {
    this.timer = setInterval(() => void this.flush(), flushMilliseconds).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** Adds what was counted; what cannot be added now waits for the next time. */
  async flush(): Promise<void> {
    if (this.counted.size === 0) return;
    const taken = [...this.counted].sort(([one], [other]) => one - other);
    this.counted.clear();
    try {
      // In the order of the ids, so that processes that flush together do not wait for each other in a circle.
      await this.pool.query(
        `insert into guide_views (viewed_on, guide_id, views)
         select $1::date, g.id, c.views from unnest($2::bigint[], $3::integer[]) as c (guide_id, views) join service_guides g on g.id = c.guide_id order by g.id
         on conflict (viewed_on, guide_id) do update set views = guide_views.views + excluded.views`,
        [dateInShanghai(this.clock.now()), taken.map(([id]) => id), taken.map(([, views]) => views)],
      );
    } catch (error) {
      for (const [id, views] of taken) this.counted.set(id, (this.counted.get(id) ?? 0) + views);
      this.log.warn({ err: error }, 'views could not be counted, trying again later');
    }
  }
}
