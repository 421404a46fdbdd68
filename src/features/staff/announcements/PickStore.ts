import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { toApiError, type ApiError } from '../../../api/ApiError';

export interface Choice {
  id: string;
  name: string;
  note?: string;
}

export interface PickSource {
  search: (words: string) => Promise<Choice[]>;
  /** What a chosen one is called; null when it is gone. */
  nameOf: (id: string) => Promise<string | null>;
}

/** Finding things by their names and choosing some of them. A late answer never takes the place of a newer one. */
export class PickStore {
  words = '';
  found: Choice[] | null = null;
  isSearching = false;
  failure: ApiError | null = null;
  readonly names = new Map<string, string>();
  readonly #source: PickSource;
  #question = 0;

  constructor(source: PickSource) {
    this.#source = source;
    makeAutoObservable(this, { found: observableRef, failure: observableRef }, { autoBind: true });
  }

  type(words: string): void {
    this.words = words;
  }

  async search(): Promise<void> {
    const question = (this.#question += 1);
    this.isSearching = true;
    this.failure = null;
    let found: Choice[] | null = null;
    let failure: ApiError | null = null;
    try {
      found = await this.#source.search(this.words.trim());
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      if (question !== this.#question) return;
      this.isSearching = false;
      this.found = found;
      this.failure = failure;
    });
  }

  take({ id, name }: Choice): void {
    this.names.set(id, name);
  }

  /** Asks for the names of those chosen earlier; without an answer they are shown by their numbers. */
  async learnNames(ids: readonly string[]): Promise<void> {
    const unknown = ids.filter((id) => !this.names.has(id));
    const learnt = await Promise.all(unknown.map((id) => this.#source.nameOf(id).catch(() => null)));
    runInAction(() => unknown.forEach((id, index) => this.names.set(id, learnt[index] ?? `已不存在（${id}）`)));
  }
}
