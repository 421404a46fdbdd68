import { makeAutoObservable } from 'mobx';
import type { ServiceGuideSummary } from '../../../server/contract/serviceGuides';
import type { ServiceGuidesApi } from '../../api/serviceGuidesApi';
import { rowsPerPage } from '../../stores/GuideBrowserStore';
import { idle, loading } from '../../stores/LoadState';
import { PagedListStore } from '../../stores/PagedListStore';

/** With no more results than this, the page also says whom to ask. */
const fewResults = 3;

/** What was asked for, and what was found. */
export class SearchStore {
  /** The query that was sent; null before the first. */
  asked: string | null = null;
  readonly results: PagedListStore<ServiceGuideSummary>;
  readonly #api: ServiceGuidesApi;

  /** @param initial what the page was opened with, asked for at once; empty: nothing yet */
  constructor(api: ServiceGuidesApi, initial = '') {
    this.#api = api;
    this.asked = initial.trim() || null;
    this.results = new PagedListStore(initial.trim() === '' ? idle : loading);
    makeAutoObservable(this, { results: false }, { autoBind: true });
  }

  get hasFewResults(): boolean {
    const { state } = this.results;
    return state.status === 'ready' && state.value.total.count <= fewResults;
  }

  /** Spaces around do not count, and an empty question is not asked. */
  async search(text: string): Promise<void> {
    const query = text.trim();
    if (query === '') return;
    this.asked = query;
    await this.results.load((cursor) => this.#api.listServiceGuides({ query, limit: rowsPerPage, ...(cursor === undefined ? {} : { cursor }) }));
  }
}
