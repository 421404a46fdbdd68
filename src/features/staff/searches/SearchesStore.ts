import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { SearchWithoutResultList } from '../../../../server/contract/staff';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { failed, loading, ready, type LoadState } from '../../../stores/LoadState';
import type { SearchesApi, SearchStatus } from './searchesApi';

/** What people did not find, and what has been done about it. */
export class SearchesStore {
  status: SearchStatus = 'open';
  state: LoadState<SearchWithoutResultList> = loading;
  busyWith: string | null = null;
  failure: ApiError | null = null;
  readonly #api: SearchesApi;

  constructor(api: SearchesApi) {
    this.#api = api;
    makeAutoObservable(this, { state: observableRef, failure: observableRef }, { autoBind: true });
  }

  async load(): Promise<void> {
    const { status } = this;
    let outcome: LoadState<SearchWithoutResultList>;
    try {
      outcome = ready(await this.#api.list(status));
    } catch (thrown) {
      outcome = failed(toApiError(thrown));
    }
    runInAction(() => {
      if (this.status === status) this.state = outcome;
    });
  }

  show(status: SearchStatus): void {
    this.status = status;
    this.state = loading;
    this.failure = null;
    void this.load();
  }

  /** Puts a phrase aside, or takes it back; it then leaves this list. */
  async turn(query: string): Promise<void> {
    if (this.busyWith !== null) return;
    this.busyWith = query;
    this.failure = null;
    let failure: ApiError | null = null;
    try {
      await (this.status === 'open' ? this.#api.markDealtWith(query) : this.#api.reopen(query));
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.busyWith = null;
      this.failure = failure;
      if (failure !== null || this.state.status !== 'ready') return;
      const { value, savedAt } = this.state;
      this.state = ready({ ...value, items: value.items.filter((item) => item.query !== query) }, savedAt);
    });
  }
}
