import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { FeedbackOutcome, StaffReport } from '../../../server/contract/staff';
import { toApiError, type ApiError } from '../../api/ApiError';
import type { StaffApi } from '../../api/staffApi';
import { loading } from '../../stores/LoadState';
import { PagedListStore } from '../../stores/PagedListStore';

/** Reports of one status, the one that is open on the page, and what is being said about it. */
export class ReportsStore {
  status: 'open' | 'closed' = 'open';
  openId: string | null = null;
  outcome: FeedbackOutcome | null = null;
  note = '';
  isBusy = false;
  failure: ApiError | null = null;
  isOutcomeMissing = false;
  readonly list = new PagedListStore<StaffReport>(loading);
  readonly #api: StaffApi;

  constructor(api: StaffApi) {
    this.#api = api;
    makeAutoObservable(this, { list: false, failure: observableRef }, { autoBind: true });
  }

  load(): void {
    const { status } = this;
    void this.list.load((cursor) => this.#api.listReports(status, cursor));
  }

  show(status: 'open' | 'closed'): void {
    this.status = status;
    this.#fold();
    this.load();
  }

  /** Opens a report, or closes it when it is open. */
  toggle(id: string): void {
    const wasOpen = this.openId === id;
    this.#fold();
    if (!wasOpen) this.openId = id;
  }

  choose(outcome: FeedbackOutcome): void {
    this.outcome = outcome;
    this.isOutcomeMissing = false;
  }

  typeNote(note: string): void {
    this.note = note;
  }

  /** Says what became of the open report; it then leaves the list. */
  async close(): Promise<void> {
    const { openId, outcome, isBusy } = this;
    if (openId === null || isBusy) return;
    this.isOutcomeMissing = outcome === null;
    if (outcome === null) return;
    this.isBusy = true;
    this.failure = null;
    const note = this.note.trim();
    let failure: ApiError | null = null;
    try {
      await this.#api.closeReport(openId, { outcome, ...(note === '' ? {} : { note }) });
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isBusy = false;
      this.failure = failure;
      if (failure !== null) return;
      this.list.remove(({ id }) => id === openId);
      this.#fold();
    });
  }

  #fold(): void {
    this.openId = null;
    this.outcome = null;
    this.note = '';
    this.failure = null;
    this.isOutcomeMissing = false;
  }
}
