import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { DraftList, GuideDraftSummary, NewGuideBody } from '../../../../server/contract/guideDrafts';
import type { ItemType } from '../../../../server/contract/guideContent';
import type { GuideForm } from '../../../../server/contract/guideForm';
import type { StaffGuide } from '../../../../server/contract/guideReviews';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { loading } from '../../../stores/LoadState';
import { PagedListStore } from '../../../stores/PagedListStore';
import type { GuideDraftsApi } from './guideDraftsApi';

export type ShownList = DraftList | 'guides';

/** Typing pauses this long before the guides are looked for. */
const pauseMs = 500;

/** The lists of drafts, and the guides of the department to begin one from. */
export class DraftListsStore {
  shown: ShownList = 'mine';
  name = '';
  readonly drafts = new PagedListStore<GuideDraftSummary>(loading);
  readonly guides = new PagedListStore<StaffGuide>(loading);
  readonly #api: GuideDraftsApi;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(api: GuideDraftsApi) {
    this.#api = api;
    makeAutoObservable(this, { drafts: false, guides: false }, { autoBind: true });
  }

  load(): void {
    const { shown, name } = this;
    if (shown === 'guides') void this.guides.load((cursor) => this.#api.listGuides(name.trim(), cursor));
    else void this.drafts.load((cursor) => this.#api.listDrafts(shown, cursor));
  }

  show(list: ShownList): void {
    this.shown = list;
    this.load();
  }

  typeName(name: string): void {
    this.name = name;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.load, pauseMs);
  }

  loadMore(): void {
    void (this.shown === 'guides' ? this.guides.loadMore() : this.drafts.loadMore());
  }
}

/** A guide that does not exist yet: what must be known before it can be written. */
export class NewGuideStore {
  form: GuideForm | null = null;
  departmentId: string | null = null;
  implementationCode = '';
  name = '';
  itemType: ItemType | null = null;
  isBusy = false;
  isIncomplete = false;
  failure: ApiError | null = null;
  readonly #api: GuideDraftsApi;
  readonly #newId: () => string;
  /** Stays until it was begun: sent twice it is begun once. */
  #draftId: string;

  constructor(api: GuideDraftsApi, newId: () => string) {
    this.#api = api;
    this.#newId = newId;
    this.#draftId = newId();
    makeAutoObservable(this, { form: observableRef, failure: observableRef }, { autoBind: true });
  }

  async load(): Promise<void> {
    try {
      const form = await this.#api.readForm();
      runInAction(() => {
        this.form = form;
        if (form.departments.length === 1) this.departmentId = form.departments[0]?.id ?? null;
      });
    } catch (thrown) {
      runInAction(() => {
        this.failure = toApiError(thrown);
      });
    }
  }

  fill(values: Partial<Pick<NewGuideStore, 'departmentId' | 'implementationCode' | 'name' | 'itemType'>>): void {
    Object.assign(this, values);
    this.isIncomplete = false;
  }

  /** @returns the id of the draft that was begun; null when it was refused */
  async begin(): Promise<string | null> {
    const { departmentId, itemType, isBusy } = this;
    const [implementationCode, name] = [this.implementationCode.trim(), this.name.trim()];
    if (isBusy) return null;
    this.isIncomplete = departmentId === null || itemType === null || implementationCode === '' || name === '';
    if (departmentId === null || itemType === null || this.isIncomplete) return null;
    this.isBusy = true;
    this.failure = null;
    const body: NewGuideBody = { departmentId, implementationCode, name, itemType };
    try {
      const { id } = await this.#api.startNewGuide(this.#draftId, body);
      runInAction(() => {
        this.isBusy = false;
        this.#draftId = this.#newId();
        this.implementationCode = '';
        this.name = '';
      });
      return id;
    } catch (thrown) {
      runInAction(() => {
        this.isBusy = false;
        this.failure = toApiError(thrown);
      });
      return null;
    }
  }
}
