import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { AuditFilter, AuditRecord, AuditWords } from '../../../../server/contract/audit';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { loading } from '../../../stores/LoadState';
import { PagedListStore } from '../../../stores/PagedListStore';
import type { ConfirmationStore } from '../confirmation/ConfirmationStore';
import { BesideFirstPage } from '../BesideFirstPage';
import type { AuditApi } from './auditApi';

const fields = ['from', 'to', 'actorName', 'action', 'objectKind', 'objectId'] as const;
export type AuditField = (typeof fields)[number];

/** What an auditor looks for, what was found, and taking it away as a file. */
export class AuditStore {
  typed: Record<AuditField, string> = { from: '', to: '', actorName: '', action: '', objectKind: '', objectId: '' };
  words: AuditWords = { actions: [], objectKinds: [] };
  openId: string | null = null;
  isExporting = false;
  failure: ApiError | null = null;
  readonly list = new PagedListStore<AuditRecord>(loading);
  readonly #api: AuditApi;
  /** For the choices. */
  readonly #words: BesideFirstPage<AuditWords>;

  constructor(api: AuditApi) {
    this.#api = api;
    this.#words = new BesideFirstPage(api.listWords, (words) => {
      this.words = words;
    });
    makeAutoObservable(this, { list: false, words: observableRef, failure: observableRef }, { autoBind: true });
  }

  /** Only what was filled in. */
  get filter(): AuditFilter {
    return Object.fromEntries(fields.flatMap((field) => (this.typed[field].trim() === '' ? [] : [[field, this.typed[field].trim()]])));
  }

  type(field: AuditField, value: string): void {
    this.typed = { ...this.typed, [field]: value };
  }

  load(): void {
    const { filter } = this;
    this.openId = null;
    void this.list.load(this.#words.with((cursor) => this.#api.list(filter, cursor)), undefined, this.#words.draw);
  }

  toggle(id: string): void {
    this.openId = this.openId === id ? null : id;
  }

  /** @param save gives the person the file */
  async exportTable(token: string | null, withConfirmation: ConfirmationStore['withConfirmation'], save: (file: Blob) => void): Promise<void> {
    if (this.isExporting) return;
    this.isExporting = true;
    this.failure = null;
    let failure: ApiError | null = null;
    try {
      const { filter } = this;
      const confirmed = await withConfirmation('export_records', (headers) => this.#api.exportTable(filter, token, headers));
      if (confirmed.outcome === 'done') save(confirmed.reply);
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isExporting = false;
      this.failure = failure;
    });
  }
}
