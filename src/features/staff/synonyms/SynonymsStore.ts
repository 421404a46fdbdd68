import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { SearchTrial, StaffSynonym } from '../../../../server/contract/synonyms';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { loading } from '../../../stores/LoadState';
import { PagedListStore } from '../../../stores/PagedListStore';
import type { SynonymsApi } from './synonymsApi';

const separators = /[、，,；;\n]+/u;
export const termsOf = (text: string): string[] => [...new Set(text.split(separators).map((term) => term.trim()))].filter((term) => term !== '');

/** Everyday words: the list, the entry that is open or being added, and a question to try them on. */
export class SynonymsStore {
  search = '';
  openPhrase: string | null = null;
  isAdding = false;
  phrase = '';
  terms = '';
  /** Names of guides near the phrase that is added: one press takes one as its term. */
  proposals: readonly string[] = [];
  problem: string | null = null;
  isBusy = false;
  failure: ApiError | null = null;
  done: string | null = null;
  question = '';
  trial: SearchTrial | null = null;
  trialFailure: ApiError | null = null;
  isTrying = false;
  readonly list = new PagedListStore<StaffSynonym>(loading);
  readonly #api: SynonymsApi;

  constructor(api: SynonymsApi) {
    this.#api = api;
    makeAutoObservable(this, { list: false, failure: observableRef, trial: observableRef, trialFailure: observableRef, proposals: observableRef }, { autoBind: true });
  }

  load(): void {
    const { search } = this;
    void this.list.load((cursor) => this.#api.list(search.trim(), cursor));
  }

  typeSearch(search: string): void {
    this.search = search;
  }

  toggle({ phrase, officialTerms, builtInTerms }: StaffSynonym): void {
    const wasOpen = this.openPhrase === phrase;
    this.#fold();
    if (wasOpen) return;
    this.openPhrase = phrase;
    this.phrase = phrase;
    this.terms = (officialTerms.length > 0 ? officialTerms : builtInTerms).join('、');
  }

  /** @param phrase that people searched for without finding anything */
  async startAdding(phrase = ''): Promise<void> {
    this.#fold();
    this.isAdding = true;
    this.phrase = phrase;
    if (phrase === '') return;
    this.question = phrase;
    const names = await this.#api
      .try(phrase)
      .then(({ found }) => found.map(({ name }) => name))
      // Proposals only help: without them the term is typed.
      .catch(() => []);
    runInAction(() => {
      if (this.isAdding && this.phrase === phrase) this.proposals = names;
    });
  }

  fold(): void {
    this.#fold();
  }

  typePhrase(phrase: string): void {
    this.phrase = phrase;
  }

  typeTerms(terms: string): void {
    this.terms = terms;
  }

  take(proposal: string): void {
    this.terms = [...termsOf(this.terms).filter((term) => term !== proposal), proposal].join('、');
  }

  async save(): Promise<void> {
    const phrase = this.phrase.trim();
    const terms = termsOf(this.terms);
    this.problem = phrase === '' ? '请填写群众的说法。' : terms.length === 0 ? '请填写至少一个正式名称。' : null;
    if (this.problem !== null) return;
    await this.#act(() => this.#api.save(phrase, terms), `已保存“${phrase}”，两秒内生效，可以在下面试一试`);
    if (this.failure === null && this.question === '') runInAction(() => (this.question = phrase));
  }

  async switchOff(phrase: string): Promise<void> {
    await this.#act(() => this.#api.save(phrase, []), `已停用“${phrase}”`);
  }

  async remove(phrase: string): Promise<void> {
    await this.#act(() => this.#api.remove(phrase), `已恢复或删除“${phrase}”`);
  }

  typeQuestion(question: string): void {
    this.question = question;
  }

  async try(): Promise<void> {
    const question = this.question.trim();
    if (question === '' || this.isTrying) return;
    this.isTrying = true;
    this.trialFailure = null;
    let trial: SearchTrial | null = null;
    let failure: ApiError | null = null;
    try {
      trial = await this.#api.try(question);
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isTrying = false;
      this.trial = trial;
      this.trialFailure = failure;
    });
  }

  async #act(call: () => Promise<unknown>, done: string): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = null;
    let failure: ApiError | null = null;
    try {
      await call();
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isBusy = false;
      this.failure = failure;
      if (failure !== null) return;
      this.#fold();
      this.done = done;
      this.load();
    });
  }

  #fold(): void {
    this.openPhrase = null;
    this.isAdding = false;
    this.phrase = '';
    this.terms = '';
    this.proposals = [];
    this.problem = null;
    this.failure = null;
    this.done = null;
  }
}
