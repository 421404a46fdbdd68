import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { AnnouncementKind } from '../../../server/contract/announcementContent';
import type { AnnouncementFilters, AnnouncementPage, AnnouncementSearchResult, AnnouncementSummary } from '../../../server/contract/announcements';
import { ApiError } from '../../api/ApiError';
import type { BoundedCache } from '../../platform/BoundedCache';
import { headStart } from '../../stores/concerningNotices';
import { loading } from '../../stores/LoadState';
import { PagedListStore } from '../../stores/PagedListStore';
import type { RootStore } from '../../stores/RootStore';

const rowsPerPage = 20;

export interface Row {
  announcement: AnnouncementSummary;
  /** Why it was found; null in the plain list. */
  reason: string | null;
}

/** What the list is narrowed to; a search looks through all of them. */
export interface Chosen {
  kind: AnnouncementKind | null;
  departmentId: string | null;
  topic: string | null;
  year: number | null;
  archived: boolean;
}

type Needs = Pick<RootStore, 'announcementsApi'> & { cache: BoundedCache<AnnouncementPage> };

/** All announcements, narrowed or searched. */
export class AnnouncementListStore {
  readonly list = new PagedListStore<Row>(loading);
  chosen: Chosen;
  /** What was searched for; null in the list. */
  asked: string | null;
  understoodAs: string | null = null;
  isNear = false;
  /** What there is to choose from; null until it is known. */
  filters: AnnouncementFilters | null = null;
  readonly #on: Needs;
  /** Choices that came and wait for the rows: both then make one drawing. */
  #arrived: AnnouncementFilters | null = null;

  constructor(on: Needs, initial: Partial<Chosen> & { query?: string } = {}) {
    const { query = '', ...chosen } = initial;
    this.#on = on;
    this.asked = query.trim() || null;
    this.chosen = { kind: null, departmentId: null, topic: null, year: null, archived: false, ...chosen };
    makeAutoObservable(this, { list: false, chosen: observableRef, filters: observableRef }, { autoBind: true });
  }

  get isNarrowed(): boolean {
    const { kind, departmentId, topic, year } = this.chosen;
    return kind !== null || departmentId !== null || topic !== null || year !== null;
  }

  async choose(changes: Partial<Chosen>): Promise<void> {
    const turnsArchive = changes.archived !== undefined && changes.archived !== this.chosen.archived;
    this.asked = null;
    this.chosen = { ...this.chosen, ...changes };
    await (turnsArchive ? this.load() : this.#list());
  }

  /** An empty question leads back to the list. */
  async search(text: string): Promise<void> {
    this.asked = text.trim() || null;
    await this.#show();
  }

  /** The choices come in the same change as the rows if they are quick: one drawing. */
  async load(): Promise<void> {
    const asking = this.#askFilters();
    await this.#show(() => Promise.race([asking, headStart()]));
  }

  async #askFilters(): Promise<void> {
    try {
      this.#arrived = await this.#on.announcementsApi.listFilters(this.chosen.archived);
      // Later than the rows: nothing else will show them.
      if (this.list.state.status !== 'loading') runInAction(() => this.#takeArrived());
    } catch (error) {
      // Without choices the list can still be read and searched.
      if (!(error instanceof ApiError)) throw error;
    }
  }

  #takeArrived(): void {
    this.filters = this.#arrived ?? this.filters;
    this.#arrived = null;
  }

  async #show(alongside: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    await (this.asked === null ? this.#list(alongside) : this.#search(this.asked, alongside));
  }

  async #list(alongside: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const { kind, departmentId, topic, year, archived } = this.chosen;
    const { announcementsApi, cache } = this.#on;
    const query = {
      limit: rowsPerPage,
      ...(kind === null ? {} : { kind }),
      ...(departmentId === null ? {} : { departmentId }),
      ...(topic === null ? {} : { topic }),
      ...(year === null ? {} : { year }),
      ...(archived ? { archived } : {}),
    };
    const cacheId = JSON.stringify(query);
    const toRows = (page: AnnouncementPage) => ({ ...page, items: page.items.map((announcement) => ({ announcement, reason: null })) });
    await this.list.load(
      async (cursor) => {
        const page = await announcementsApi.listAnnouncements({ ...query, ...(cursor === undefined ? {} : { cursor }) });
        if (cursor === undefined) cache.save(cacheId, page);
        await alongside();
        return toRows(page);
      },
      {
        find: () => {
          const kept = cache.find(cacheId);
          return kept === null ? null : { value: toRows(kept.value), savedAt: kept.savedAt };
        },
        save: () => undefined,
      },
      () => {
        this.#takeArrived();
        this.understoodAs = null;
        this.isNear = false;
      },
    );
  }

  async #search(query: string, alongside: () => Promise<void>): Promise<void> {
    let first: AnnouncementSearchResult | null = null;
    await this.list.load(
      async (cursor) => {
        const found = await this.#on.announcementsApi.searchAnnouncements({ query, ...(cursor === undefined ? {} : { offset: Number(cursor) }) });
        first ??= found;
        await alongside();
        return { items: found.items, nextCursor: found.nextOffset === null ? null : String(found.nextOffset), total: { count: found.total, label: String(found.total) } };
      },
      undefined,
      () => {
        this.#takeArrived();
        this.understoodAs = first?.understoodAs ?? null;
        this.isNear = first?.isNear ?? false;
      },
    );
  }
}
