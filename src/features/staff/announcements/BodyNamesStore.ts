import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { BodyName, BodyNameList } from '../../../../server/contract/announcementDrafts';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { newUuid } from '../../../platform/newUuid';
import { failed, loading, ready, type LoadState } from '../../../stores/LoadState';
import type { AnnouncementsApi } from './announcementsApi';

/** Names of bodies that texts get wrong, and what they should be. */
export class BodyNamesStore {
  state: LoadState<BodyNameList> = loading;
  editedId: string | null = null;
  wrong = '';
  right = '';
  isBusy = false;
  isIncomplete = false;
  failure: ApiError | null = null;
  readonly #api: Pick<AnnouncementsApi, 'listBodyNames' | 'saveBodyName' | 'removeBodyName'>;

  constructor(api: Pick<AnnouncementsApi, 'listBodyNames' | 'saveBodyName' | 'removeBodyName'>) {
    this.#api = api;
    makeAutoObservable(this, { state: observableRef, failure: observableRef }, { autoBind: true });
  }

  async load(): Promise<void> {
    let outcome: LoadState<BodyNameList>;
    try {
      outcome = ready(await this.#api.listBodyNames());
    } catch (thrown) {
      outcome = failed(toApiError(thrown));
    }
    runInAction(() => {
      if (outcome.status === 'ready' || this.state.status !== 'ready') this.state = outcome;
    });
  }

  /** @param name the one that is changed; null for a new one */
  edit(name: BodyName | null): void {
    this.editedId = name?.id ?? newUuid();
    this.wrong = name?.wrong ?? '';
    this.right = name?.right ?? '';
    this.isIncomplete = false;
    this.failure = null;
  }

  typeWrong(wrong: string): void {
    this.wrong = wrong;
  }

  typeRight(right: string): void {
    this.right = right;
  }

  cancel(): void {
    this.editedId = null;
    this.failure = null;
  }

  async save(): Promise<void> {
    const { editedId } = this;
    const [wrong, right] = [this.wrong.trim(), this.right.trim()];
    this.isIncomplete = wrong.length < 2 || right.length < 2;
    if (editedId === null || this.isIncomplete) return;
    await this.#attempt(() => this.#api.saveBodyName(editedId, { wrong, right }));
  }

  async remove(id: string): Promise<void> {
    await this.#attempt(() => this.#api.removeBodyName(id));
  }

  async #attempt(act: () => Promise<unknown>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = null;
    let failure: ApiError | null = null;
    try {
      await act();
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isBusy = false;
      this.failure = failure;
      if (failure === null) this.editedId = null;
    });
    if (failure === null) await this.load();
  }
}
