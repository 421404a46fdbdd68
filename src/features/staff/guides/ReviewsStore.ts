import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { StaffGuide } from '../../../../server/contract/guideReviews';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { loading } from '../../../stores/LoadState';
import { PagedListStore } from '../../../stores/PagedListStore';
import type { GuideDraftsApi } from './guideDraftsApi';

/** Guides whose yearly look has come. */
export class ReviewsStore {
  busyId: string | null = null;
  /** What was refused, at the guide it is about. */
  failure: { id: string; error: ApiError } | null = null;
  /** The guide that was confirmed last. */
  confirmedName: string | null = null;
  readonly list = new PagedListStore<StaffGuide>(loading);
  readonly #api: GuideDraftsApi;

  constructor(api: GuideDraftsApi) {
    this.#api = api;
    makeAutoObservable(this, { list: false, failure: observableRef }, { autoBind: true });
  }

  load(): void {
    void this.list.load((cursor) => this.#api.listReviews(cursor));
  }

  /** Says that the guide is still right; it then leaves the list. */
  async confirm({ id, version, name }: StaffGuide): Promise<void> {
    if (this.busyId !== null) return;
    this.busyId = id;
    this.failure = null;
    this.confirmedName = null;
    try {
      await this.#api.confirmGuide(id, version);
      runInAction(() => {
        this.confirmedName = name;
        this.list.remove((guide) => guide.id === id);
      });
    } catch (thrown) {
      runInAction(() => {
        this.failure = { id, error: toApiError(thrown) };
      });
    } finally {
      runInAction(() => {
        this.busyId = null;
        const { state } = this.list;
        if (state.status === 'ready' && state.value.items.length === 0 && this.list.hasMore) this.load();
      });
    }
  }
}
