import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { ContactPurpose, FeedbackOutcome, StaffReport } from '../../../server/contract/staff';
import { toApiError, type ApiError } from '../../api/ApiError';
import type { StaffApi } from '../../api/staffApi';
import { loading } from '../../stores/LoadState';
import { PagedListStore } from '../../stores/PagedListStore';
import type { ConfirmationStore } from './confirmation/ConfirmationStore';

type Confirm = ConfirmationStore['withConfirmation'];

/** Reports of one status, the one that is open on the page, and what is being said about it. */
export class ReportsStore {
  status: 'open' | 'closed' = 'open';
  openId: string | null = null;
  outcome: FeedbackOutcome | null = null;
  note = '';
  isBusy = false;
  failure: ApiError | null = null;
  isOutcomeMissing = false;
  /** The reference number of the report that was dealt with last, until another is looked at. */
  closedNumber: string | null = null;
  /** The whole number, of the open report only and until another is opened. */
  contactPhone: string | null = null;
  isReadingContact = false;
  contactFailure: ApiError | null = null;
  readonly list = new PagedListStore<StaffReport>(loading);
  readonly #api: StaffApi;

  constructor(api: StaffApi) {
    this.#api = api;
    makeAutoObservable(this, { list: false, failure: observableRef, contactFailure: observableRef }, { autoBind: true });
  }

  get hasRows(): boolean {
    const { state } = this.list;
    return state.status === 'ready' && state.value.items.length > 0;
  }

  /** The report that is open; null also while the list is being fetched. */
  get openReport(): StaffReport | null {
    const { state } = this.list;
    return state.status === 'ready' ? (state.value.items.find(({ id }) => id === this.openId) ?? null) : null;
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

  /** Says what became of the open report; it then leaves the list. Whoever opened another one meanwhile keeps that. */
  async close(): Promise<void> {
    const { openId, outcome, isBusy } = this;
    if (openId === null || isBusy) return;
    this.isOutcomeMissing = outcome === null;
    if (outcome === null) return;
    this.isBusy = true;
    this.failure = null;
    const note = this.note.trim();
    let closed: StaffReport | null = null;
    let failure: ApiError | null = null;
    try {
      closed = await this.#api.closeReport(openId, { outcome, ...(note === '' ? {} : { note }) });
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isBusy = false;
      const isStillOpen = this.openId === openId;
      if (isStillOpen) this.failure = failure;
      if (closed === null) return;
      if (isStillOpen) this.#fold();
      this.closedNumber = closed.referenceNumber;
      if (this.status === 'open') this.#takeOut(openId);
      else this.load();
    });
  }

  /** Asks for the whole number; the server wants it confirmed and keeps on record what for. */
  async readContact(purpose: ContactPurpose, confirm: Confirm): Promise<void> {
    const { openId } = this;
    if (openId === null || this.isReadingContact) return;
    this.isReadingContact = true;
    this.contactFailure = null;
    let contactPhone: string | null = null;
    let failure: ApiError | null = null;
    try {
      const confirmed = await confirm('unmask_personal_data', (headers) => this.#api.readReportContact(openId, purpose, headers));
      if (confirmed.outcome === 'done') contactPhone = confirmed.reply.contactPhone;
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isReadingContact = false;
      if (this.openId !== openId) return;
      this.contactPhone = contactPhone;
      this.contactFailure = failure;
    });
  }

  #takeOut(closedId: string): void {
    this.list.remove(({ id }) => id === closedId);
    // The rows that were fetched are dealt with, and there are more: an empty list would say that nothing waits.
    if (!this.hasRows && this.list.hasMore) this.load();
  }

  #fold(): void {
    this.openId = null;
    this.outcome = null;
    this.note = '';
    this.failure = null;
    this.isOutcomeMissing = false;
    this.closedNumber = null;
    this.contactPhone = null;
    this.contactFailure = null;
  }
}
