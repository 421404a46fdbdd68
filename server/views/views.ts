import { dateInShanghai, type Clock } from '../clock';
import type { DatabasePool } from '../database/pool';

const flushMilliseconds = 10_000;

/** Each kind that is counted: its table of counts, and where its documents are. */
const counted = {
  guide: { counts: 'guide_views', key: 'guide_id', documents: 'service_guides' },
  announcement: { counts: 'announcement_views', key: 'announcement_id', documents: 'announcements' },
} as const;

/**
 * Counts how often guides or announcements are read, for "most used". Counted in memory and added to the table every ten seconds, so that reading
 * a kept reply costs no query. What a process that dies has not yet added is lost: nobody was promised these numbers.
 */
export class Views {
  private readonly counted = new Map<number, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly of: keyof typeof counted,
    private readonly pool: DatabasePool,
    private readonly clock: Clock,
    private readonly log: { warn(details: object, message: string): void },
  ) {}

  count(id: number): void {
    this.counted.set(id, (this.counted.get(id) ?? 0) + 1);
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
    const { counts, key, documents } = counted[this.of];
    try {
      // In the order of the ids, so that processes that flush together do not wait for each other in a circle.
      await this.pool.query(
        `insert into ${counts} (viewed_on, ${key}, views)
         select $1::date, d.id, c.views from unnest($2::bigint[], $3::integer[]) as c (id, views) join ${documents} d on d.id = c.id order by d.id
         on conflict (viewed_on, ${key}) do update set views = ${counts}.views + excluded.views`,
        [dateInShanghai(this.clock.now()), taken.map(([id]) => id), taken.map(([, views]) => views)],
      );
    } catch (error) {
      for (const [id, views] of taken) this.counted.set(id, (this.counted.get(id) ?? 0) + views);
      this.log.warn({ err: error }, 'views could not be counted, trying again later');
    }
  }
}
