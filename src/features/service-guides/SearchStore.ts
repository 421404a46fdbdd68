import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { FoundGuide, GuideSearchResult, SearchSuggestion } from '../../../server/contract/guideSearch';
import { ApiError } from '../../api/ApiError';
import type { ServiceGuidesApi } from '../../api/serviceGuidesApi';
import type { BoundedCache } from '../../platform/BoundedCache';
import { idle, loading } from '../../stores/LoadState';
import { PagedListStore } from '../../stores/PagedListStore';

/** With no more results than this, the page also says whom to ask. */
const fewResults = 3;

/** So long must the typing pause before suggestions are asked for. */
const pauseMs = 200;

/** As many as stand above a phone's keyboard. */
const mostSuggestions = 6;

/** What is being typed, what was asked for, and what was found. */
export class SearchStore {
  /** The query that was sent; null before the first. */
  asked: string | null = null;
  /** How it was understood, as a sentence, where that is not what was asked: 按“不动产权证书”查找. */
  understoodAs: string | null = null;
  /** Nothing really matches; what was found only comes close. */
  isNear = false;
  suggestions: SearchSuggestion[] = [];
  /** Earlier questions on this device, newest first. They never leave it. */
  recent: string[];
  /** What the field starts with; another number draws another field. */
  field: { number: number; text: string };
  readonly results: PagedListStore<FoundGuide>;
  readonly #api: ServiceGuidesApi;
  readonly #kept: BoundedCache<string>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Numbers what is typed: an answer to an earlier letter is dropped. */
  #letter = 0;

  /** @param initial what the page was opened with, asked for at once; empty: nothing yet */
  constructor(api: ServiceGuidesApi, kept: BoundedCache<string>, initial = '') {
    this.#api = api;
    this.#kept = kept;
    this.recent = kept.entries().map(({ value }) => value);
    this.asked = initial.trim() || null;
    this.field = { number: 0, text: initial };
    this.results = new PagedListStore(initial.trim() === '' ? idle : loading);
    makeAutoObservable(this, { results: false, suggestions: observableRef, recent: observableRef, field: observableRef }, { autoBind: true });
  }

  get hasFewResults(): boolean {
    const { state } = this.results;
    return state.status === 'ready' && (this.isNear || state.value.total.count <= fewResults);
  }

  /** Asks for suggestions once the typing pauses. */
  type(text: string): void {
    this.#stopSuggesting();
    const query = text.trim();
    if (query === '') {
      if (this.suggestions.length > 0) this.suggestions = [];
      return;
    }
    const letter = this.#letter;
    this.#timer = setTimeout(() => void this.#suggest(query, letter), pauseMs);
  }

  hideSuggestions(): void {
    this.#stopSuggesting();
    this.suggestions = [];
  }

  /** Asks what was suggested or asked before: the field shows it too. */
  async searchAgain(text: string): Promise<void> {
    this.field = { number: this.field.number + 1, text };
    await this.search(text);
  }

  /** Spaces around do not count, and an empty question is not asked. */
  async search(text: string): Promise<void> {
    const query = text.trim();
    if (query === '') return;
    this.hideSuggestions();
    this.asked = query;
    this.#kept.save(query, query);
    this.recent = this.#kept.entries().map(({ value }) => value);
    let first: GuideSearchResult | null = null;
    await this.results.load(
      async (cursor) => {
        const found = await this.#api.searchServiceGuides({ query, ...(cursor === undefined ? {} : { offset: Number(cursor) }) });
        first ??= found;
        return { items: found.items, nextCursor: found.nextOffset === null ? null : String(found.nextOffset), total: { count: found.total, label: String(found.total) } };
      },
      undefined,
      () => {
        this.understoodAs = first?.understoodAs ?? null;
        this.isNear = first?.isNear ?? false;
      },
    );
  }

  forgetRecent(): void {
    for (const query of this.recent) this.#kept.remove(query);
    this.recent = [];
  }

  /** When the page is left. */
  end(): void {
    this.#stopSuggesting();
  }

  #stopSuggesting(): void {
    this.#letter += 1;
    clearTimeout(this.#timer);
  }

  /** Without a network there are no suggestions; the search itself will say so. */
  async #suggest(query: string, letter: number): Promise<void> {
    let items: SearchSuggestion[];
    try {
      items = (await this.#api.suggestSearches(query)).items;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      items = [];
    }
    if (letter !== this.#letter) return;
    runInAction(() => {
      this.suggestions = items.slice(0, mostSuggestions);
    });
  }
}
