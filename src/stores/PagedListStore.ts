import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Page } from '../../server/contract/pagination';
import { toApiError, type ApiError } from '../api/ApiError';
import { failed, idle, loading, ready, type LoadState } from './LoadState';

/** What a list does when the network is gone: a page kept earlier, and the instant it was fetched. */
export interface KeptPages<Item> {
  find(): { value: Page<Item>; savedAt: number } | null;
  save(page: Page<Item>): void;
}

type FetchPage<Item> = (cursor: string | undefined) => Promise<Page<Item>>;

/** A list that arrives page by page. A reply to an earlier question never overwrites a later one. */
export class PagedListStore<Item> {
  state: LoadState<Page<Item>>;
  isLoadingMore = false;
  moreError: ApiError | null = null;
  #fetchPage: FetchPage<Item> | null = null;
  #question = 0;

  /** @param state `loading` for a list that is always asked for at once: its first drawing is then the skeleton, not an empty page. */
  constructor(state: typeof idle | typeof loading = idle) {
    this.state = state;
    makeAutoObservable(this, { state: observableRef, moreError: observableRef }, { autoBind: true });
  }

  get hasMore(): boolean {
    return this.state.status === 'ready' && this.state.savedAt === null && this.state.value.nextCursor !== null;
  }

  /**
   * Asks anew, from the first page.
   * @param alongside sets what came with the page, in the same change: one drawing instead of two
   */
  async load(fetchPage: FetchPage<Item>, kept?: KeptPages<Item>, alongside?: () => void): Promise<void> {
    const question = (this.#question += 1);
    this.#fetchPage = fetchPage;
    this.state = loading;
    this.isLoadingMore = false;
    this.moreError = null;
    const outcome = await this.#ask(fetchPage, kept);
    runInAction(() => {
      if (question !== this.#question) return;
      alongside?.();
      this.state = outcome;
    });
  }

  async #ask(fetchPage: FetchPage<Item>, kept?: KeptPages<Item>): Promise<LoadState<Page<Item>>> {
    try {
      const page = await fetchPage(undefined);
      kept?.save(page);
      return ready(page);
    } catch (thrown) {
      const error = toApiError(thrown);
      const earlier = error.isOffline ? (kept?.find() ?? null) : null;
      return earlier === null ? failed(error) : ready(earlier.value, earlier.savedAt);
    }
  }

  async loadMore(): Promise<void> {
    const { state } = this;
    const fetchPage = this.#fetchPage;
    if (state.status !== 'ready' || !this.hasMore || this.isLoadingMore || fetchPage === null) return;
    const question = this.#question;
    this.isLoadingMore = true;
    this.moreError = null;
    let next: Page<Item> | ApiError;
    try {
      next = await fetchPage(state.value.nextCursor ?? undefined);
    } catch (thrown) {
      next = toApiError(thrown);
    }
    runInAction(() => {
      if (question !== this.#question) return;
      this.isLoadingMore = false;
      if (next instanceof Error) this.moreError = next;
      else this.state = ready({ ...next, items: [...state.value.items, ...next.items] });
    });
  }

  /** Takes a row out that the person removed. */
  remove(matches: (item: Item) => boolean): void {
    if (this.state.status !== 'ready') return;
    const { value, savedAt } = this.state;
    const items = value.items.filter((item) => !matches(item));
    const count = Math.max(0, value.total.count - (value.items.length - items.length));
    const label = value.total.label.endsWith('+') ? value.total.label : String(count);
    this.state = ready({ ...value, items, total: { count, label } }, savedAt);
  }
}
