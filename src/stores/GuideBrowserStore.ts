import { makeAutoObservable, observable, runInAction } from 'mobx';
import { toApiError } from '../api/ApiError';
import type { SiteApi } from '../api/siteApi';
import type { BoundedCache } from '../platform/BoundedCache';
import { groupSources, type GroupBy, type GuideGroup } from './guideGroups';
import { failed, loading, ready, type LoadState } from './LoadState';

/** Rows a page: more at once is slow to draw on small phones. */
export const rowsPerPage = 20;

export type GroupKind = GuideGroup['kind'];

const sourceOf: Record<GroupKind, GroupBy> = { natural_person: 'topic', legal_person: 'topic', life_event: 'topic', department: 'departmentId', office: 'officeCode' };

/** The ways into the guides: by topic, life event, department or office. Each sort of groups is fetched once a visit. */
export class GuideBrowserStore {
  /** What the guides tab shows. */
  kind: GroupKind = 'natural_person';
  readonly #sources = observable.map<GroupBy, LoadState<GuideGroup[]>>({}, { deep: false });
  readonly #api: SiteApi;
  readonly #cache: BoundedCache<GuideGroup[]>;
  readonly #asking = new Map<GroupBy, Promise<void>>();

  constructor(api: SiteApi, cache: BoundedCache<GuideGroup[]>) {
    this.#api = api;
    this.#cache = cache;
    makeAutoObservable(this, {}, { autoBind: true });
  }

  /** Where a group of the chosen kind is listed by. */
  get by(): GroupBy {
    return sourceOf[this.kind];
  }

  /** The groups of the chosen kind. */
  get state(): LoadState<GuideGroup[]> {
    const state = this.#sources.get(this.by) ?? loading;
    return state.status === 'ready' ? ready(state.value.filter(({ kind }) => kind === this.kind), state.savedAt) : state;
  }

  choose(kind: GroupKind): void {
    this.kind = kind;
    void this.loadIfNeeded();
  }

  /** Loads what the tab shows, unless it is there and was not kept from an earlier visit. */
  async loadIfNeeded(): Promise<void> {
    if (!this.#isFresh(this.by)) await this.load();
  }

  async load(): Promise<void> {
    await this.#read(this.by);
  }

  /** A group as far as it can be had; null when it cannot be had now or does not exist. */
  async findGroup(by: GroupBy, value: string): Promise<GuideGroup | null> {
    if (!this.#isFresh(by)) await this.#read(by);
    const state = this.#sources.get(by);
    return state?.status === 'ready' ? (state.value.find((group) => group.value === value) ?? null) : null;
  }

  #isFresh(by: GroupBy): boolean {
    const state = this.#sources.get(by);
    return state?.status === 'ready' && state.savedAt === null;
  }

  /** One request for all who ask at the same time. */
  #read(by: GroupBy): Promise<void> {
    const asking = this.#asking.get(by) ?? this.#ask(by).finally(() => this.#asking.delete(by));
    this.#asking.set(by, asking);
    return asking;
  }

  async #ask(by: GroupBy): Promise<void> {
    if (this.#sources.get(by)?.status === 'failed') runInAction(() => this.#sources.set(by, loading));
    let outcome: LoadState<GuideGroup[]>;
    try {
      const groups = await groupSources[by](this.#api);
      this.#cache.save(by, groups);
      outcome = ready(groups);
    } catch (thrown) {
      const error = toApiError(thrown);
      const earlier = error.isOffline ? this.#cache.find(by) : null;
      outcome = earlier === null ? failed(error) : ready(earlier.value, earlier.savedAt);
    }
    runInAction(() => this.#sources.set(by, outcome));
  }
}
