import type { ChangeFeed } from '../database/changeFeed';
import type { DatabasePool } from '../database/pool';
import type { SearchDocument, SearchIndex } from '../search/searchIndex';

/** One kind of document in the database, as `changed_documents` names it. */
export interface DocumentSource {
  kind: string;
  /** What can be found now, in ascending order of ids, from the given id on. */
  loadAfter(id: number, limit: number): Promise<SearchDocument[]>;
  /** Of these ids those that can be found now; the others are taken out of the index. */
  load(ids: readonly number[]): Promise<SearchDocument[]>;
}

const channel = 'documents_changed';

/** The longest that a change stays unseen when its notification is lost or the listening connection is broken. */
const pollMilliseconds = 1_000;

/** Documents that are indexed in one go, a few milliseconds of work; other requests come in between. */
const slice = 100;

/**
 * Keeps the search index of this process in step with the database. A notification makes it look at once; because notifications
 * can be lost, it also looks every second (one query that is answered from an index).
 *
 * What it looks for is what was changed by transactions that were not yet visible when it last looked: every transaction that
 * was running then, or has begun since, has a number of at least that snapshot's xmin.
 */
export class LiveIndex {
  /** Changes of transactions from this one on may not have been seen. */
  private horizon = '0';
  /** Of those the ones that have been: `kind:id` → transaction. */
  private seen = new Map<string, string>();
  private running: Promise<void> | undefined;
  private again = false;
  private timer: NodeJS.Timeout | undefined;
  private isFailing = false;

  constructor(
    private readonly index: SearchIndex,
    private readonly source: DocumentSource,
    private readonly synonyms: () => Promise<void>,
    private readonly pool: DatabasePool,
    feed: ChangeFeed,
    private readonly log: { info(details: object, message: string): void; warn(details: object, message: string): void },
  ) {
    const look = (): void => void this.catchUp();
    feed.subscribe(channel, { onNotification: look, onGap: look });
  }

  /** Reads every document; resolves when all can be found. */
  async start(): Promise<void> {
    const began = performance.now();
    const memoryBefore = process.memoryUsage();
    // A database restored into another server carries transaction numbers of the future.
    await this.pool.query('update changed_documents set changed_in = pg_current_xact_id() where changed_in > pg_snapshot_xmax(pg_current_snapshot())');
    const { rows } = await this.pool.query<{ horizon: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as horizon');
    await this.synonyms();
    for (let after = 0; ; ) {
      const documents = await this.source.loadAfter(after, slice);
      for (const document of documents) this.index.add(document);
      const last = documents.at(-1);
      if (last === undefined) break;
      after = Number(last.id);
    }
    this.horizon = rows[0]?.horizon ?? '0';
    this.timer = setInterval(() => void this.catchUp(), pollMilliseconds).unref();
    const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    this.log.info(
      {
        ...this.index.statistics(),
        milliseconds: Math.round(performance.now() - began),
        heapMegabytes: megabytes(heapUsed - memoryBefore.heapUsed),
        bufferMegabytes: megabytes(arrayBuffers - memoryBefore.arrayBuffers),
      },
      'search index is ready',
    );
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    this.again = false;
    await this.running;
  }

  /** Looks for changes; while it is looking, further calls make it look once more. */
  catchUp(): Promise<void> {
    if (this.timer === undefined) return Promise.resolve();
    if (this.running !== undefined) {
      this.again = true;
      return this.running;
    }
    this.running = this.look().finally(() => {
      this.running = undefined;
      if (!this.again) return;
      this.again = false;
      void this.catchUp();
    });
    return this.running;
  }

  private async look(): Promise<void> {
    try {
      await this.applyChanges();
      if (this.isFailing) this.log.info({}, 'search index is kept current again');
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) this.log.warn({ err: error }, 'search index cannot be kept current, trying every second');
      this.isFailing = true;
    }
  }

  private async applyChanges(): Promise<void> {
    // One statement sees one snapshot: what it does not see belongs to a transaction from its horizon on.
    const { rows } = await this.pool.query<{ horizon: string; changes: { kind: string; id: number; changedIn: string }[] | null }>({
      name: 'changed_documents',
      text: `select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
        (select json_agg(json_build_object('kind', kind, 'id', id, 'changedIn', changed_in::text)) from changed_documents where changed_in >= $1::text::xid8) as changes`,
      values: [this.horizon],
    });
    const [found] = rows;
    if (found === undefined) return;
    const changes = found.changes ?? [];
    const unseen = changes.filter(({ kind, id, changedIn }) => this.seen.get(`${kind}:${id}`) !== changedIn);
    if (unseen.some(({ kind }) => kind === 'search_synonyms')) await this.synonyms();
    const ids = unseen.filter(({ kind }) => kind === this.source.kind).map(({ id }) => id);
    for (let from = 0; from < ids.length; from += slice) await this.replace(ids.slice(from, from + slice));
    this.horizon = found.horizon;
    this.seen = new Map(changes.map(({ kind, id, changedIn }) => [`${kind}:${id}`, changedIn]));
  }

  private async replace(ids: readonly number[]): Promise<void> {
    const gone = new Set(ids.map(String));
    for (const document of await this.source.load(ids)) {
      this.index.add(document);
      gone.delete(document.id);
    }
    for (const id of gone) this.index.remove(id);
  }
}
