import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Department } from '../../server/contract/departments';
import { toApiError } from '../api/ApiError';
import type { SiteApi } from '../api/siteApi';
import type { BoundedCache } from '../platform/BoundedCache';
import { failed, idle, loading, ready, type LoadState } from './LoadState';
import type { SiteStore } from './SiteStore';

const cacheId = 'all';

/** The departments on the home page. Site and departments arrive as one change: one drawing, not two. */
export class HomeStore {
  state: LoadState<Department[]> = idle;
  readonly #api: SiteApi;
  readonly #site: SiteStore;
  readonly #cache: BoundedCache<Department[]>;

  constructor(api: SiteApi, site: SiteStore, cache: BoundedCache<Department[]>) {
    this.#api = api;
    this.#site = site;
    this.#cache = cache;
    makeAutoObservable(this, { state: observableRef }, { autoBind: true });
  }

  async load(): Promise<void> {
    if (this.state.status !== 'ready') this.state = loading;
    const outcome = await this.#ask();
    runInAction(() => {
      this.state = outcome;
    });
  }

  async #ask(): Promise<LoadState<Department[]>> {
    try {
      const [{ items }] = await Promise.all([this.#api.listDepartments(), this.#site.refresh()]);
      // A department without guides leads nowhere.
      const departments = items.filter(({ guideCount }) => guideCount > 0);
      this.#cache.save(cacheId, departments);
      return ready(departments);
    } catch (thrown) {
      const error = toApiError(thrown);
      const earlier = error.isOffline ? this.#cache.find(cacheId) : null;
      return earlier === null ? failed(error) : ready(earlier.value, earlier.savedAt);
    }
  }
}
