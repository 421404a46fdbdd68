import { makeAutoObservable, observable, observableRef, runInAction } from 'mobx';
import type { InboxNotice } from '../../../server/contract/inbox';
import { ApiError, toApiError } from '../../api/ApiError';
import { loading } from '../../stores/LoadState';
import { PagedListStore } from '../../stores/PagedListStore';
import type { InboxApi } from './inboxApi';

/** What the citizen was told, and which of it they have read on this visit. */
export class InboxStore {
  readonly list = new PagedListStore<InboxNotice>(loading);
  isBusy = false;
  failure: ApiError | null = null;
  readonly #readHere = observable.set<string>();
  readonly #api: InboxApi;

  constructor(api: InboxApi) {
    this.#api = api;
    makeAutoObservable(this, { list: false, failure: observableRef }, { autoBind: true });
  }

  get notices(): readonly InboxNotice[] {
    const { state } = this.list;
    return state.status === 'ready' ? state.value.items : [];
  }

  isUnread({ id, readAt }: InboxNotice): boolean {
    return readAt === null && !this.#readHere.has(id);
  }

  /** Whether one of those that are here is unread. */
  get hasUnread(): boolean {
    return this.notices.some(this.isUnread);
  }

  load(): void {
    void this.list.load(this.#api.listNotices);
  }

  /** The page of the notice opens meanwhile: it does not wait for this, and a mark that got lost is made the next time. */
  async open(notice: InboxNotice): Promise<void> {
    if (!this.isUnread(notice)) return;
    this.#readHere.add(notice.id);
    try {
      await this.#api.markRead(notice.id);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      runInAction(() => this.#readHere.delete(notice.id));
    }
  }

  /** Everything up to the newest that is here; what came meanwhile stays unread. */
  async readAll(): Promise<void> {
    const [newest] = this.notices;
    if (newest === undefined || this.isBusy) return;
    this.isBusy = true;
    this.failure = null;
    let failure: ApiError | null = null;
    try {
      await this.#api.markAllRead(newest.id);
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isBusy = false;
      this.failure = failure;
      if (failure === null) for (const { id } of this.notices) this.#readHere.add(id);
    });
  }
}
