import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { AnnouncementSearchResult } from '../../../server/contract/announcements';
import type { FoundGuide, GuideSearchResult, SearchSuggestion } from '../../../server/contract/guideSearch';
import { ApiError } from '../../api/ApiError';
import type { BoundedCache } from '../../platform/BoundedCache';
import { headStart } from '../../stores/concerningNotices';
import { idle, loading } from '../../stores/LoadState';
import { PagedListStore } from '../../stores/PagedListStore';
import type { RootStore } from '../../stores/RootStore';

/** With no more results than this, the page also says whom to ask. */
const fewResults = 3;

/** So long must the typing pause before suggestions are asked for. */
const pauseMs = 200;

/** As many as stand above a phone's keyboard. */
const mostSuggestions = 6;

/** Of the announcements the best are shown; the others have a page of their own. */
const mostAnnouncements = 3;

type Needs = Pick<RootStore, 'guidesApi' | 'announcementsApi'>;

/** What is being typed, what was asked for, and what was found. */
export class SearchStore {
  /** The query that was sent; null before the first. */
  asked: string | null = null;
  /** How it was understood, as a sentence, where that is not what was asked: 按“不动产权证书”查找. */
  understoodAs: string | null = null;
  /** Nothing really matches; what was found only comes close. */
  isNear = false;
  /** Announcements that answer the question; null while none is known. */
  announcements: AnnouncementSearchResult | null = null;
  suggestions: SearchSuggestion[] = [];
  /** Earlier questions on this device, newest first. They never leave it. */
  recent: string[];
  /** What the field starts with; another number draws another field. */
  field: { number: number; text: string };
  readonly results: PagedListStore<FoundGuide>;
  readonly #on: Needs;
  readonly #kept: BoundedCache<string>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Numbers what is typed: an answer to an earlier letter is dropped. */
  #letter = 0;

  /** @param initial what the page was opened with, asked for at once; empty: nothing yet */
  constructor(on: Needs, kept: BoundedCache<string>, initial = '') {
    this.#on = on;
    this.#kept = kept;
    this.recent = kept.entries().map(({ value }) => value);
    this.asked = initial.trim() || null;
    this.field = { number: 0, text: initial };
    this.results = new PagedListStore(initial.trim() === '' ? idle : loading);
    makeAutoObservable(this, { results: false, announcements: observableRef, suggestions: observableRef, recent: observableRef, field: observableRef }, { autoBind: true });
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
    this.announcements = null;
    const asking = this.#askAnnouncements(query);
    await this.results.load(
      async (cursor) => {
        const found = await this.#on.guidesApi.searchServiceGuides({ query, ...(cursor === undefined ? {} : { offset: Number(cursor) }) });
        if (first === null) await Promise.race([asking, headStart()]);
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

  /** They add to what was found and never keep it from being shown. */
  async #askAnnouncements(query: string): Promise<void> {
    let found: AnnouncementSearchResult;
    try {
      found = await this.#on.announcementsApi.searchAnnouncements({ query, limit: mostAnnouncements });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return;
    }
    runInAction(() => {
      if (query === this.asked && !found.isNear) this.announcements = found;
    });
  }

  #stopSuggesting(): void {
    this.#letter += 1;
    clearTimeout(this.#timer);
  }

  /** Without a network there are no suggestions; the search itself will say so. */
  async #suggest(query: string, letter: number): Promise<void> {
    let items: SearchSuggestion[];
    try {
      items = (await this.#on.guidesApi.suggestSearches(query)).items;
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
