import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Home } from '../../server/contract/home';
import { toApiError } from '../api/ApiError';
import type { SiteApi } from '../api/siteApi';
import type { BoundedCache } from '../platform/BoundedCache';
import { failed, idle, loading, ready, type LoadState } from './LoadState';
import type { SiteStore } from './SiteStore';

const cacheId = 'all';

/** Topics and most used guides on the home page. Site and content arrive as one change: one drawing, not two. */
export class HomeStore {
  state: LoadState<Home> = idle;
  readonly #api: SiteApi;
  readonly #site: SiteStore;
  readonly #cache: BoundedCache<Home>;

  constructor(api: SiteApi, site: SiteStore, cache: BoundedCache<Home>) {
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

  async #ask(): Promise<LoadState<Home>> {
    try {
      const [home] = await Promise.all([this.#api.readHome(), this.#site.refresh()]);
      this.#cache.save(cacheId, home);
      return ready(home);
    } catch (thrown) {
      const error = toApiError(thrown);
      const earlier = error.isOffline ? this.#cache.find(cacheId) : null;
      return earlier === null ? failed(error) : ready(earlier.value, earlier.savedAt);
    }
  }
}
