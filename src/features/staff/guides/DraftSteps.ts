import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { GuideComparison, GuideDraft } from '../../../../server/contract/guideDrafts';
import { toApiError, type ApiError } from '../../../api/ApiError';
import type { GuideDraftStore } from './GuideDraftStore';
import type { GuideDraftsApi } from './guideDraftsApi';

export type AskedStep = 'withdraw' | 'return' | 'cancel' | null;

/** The steps that can be taken with a draft. What was typed is saved before any of them. */
export class DraftSteps {
  isBusy = false;
  failure: ApiError | null = null;
  /** What stands in the way before the server is asked. */
  hindrance: string | null = null;
  /** The step that asks once more, or for a reason. */
  asked: AskedStep = null;
  reason = '';
  isReasonMissing = false;
  /** Fields that both changed, in which the draft's words stay when the newer version is taken over. */
  kept = new Set<string>();
  comparison: GuideComparison | null = null;
  readonly #api: GuideDraftsApi;
  readonly #store: GuideDraftStore;

  constructor(api: GuideDraftsApi, store: GuideDraftStore) {
    this.#api = api;
    this.#store = store;
    makeAutoObservable(this, { failure: observableRef, comparison: observableRef }, { autoBind: true });
  }

  ask(step: AskedStep): void {
    this.asked = step;
    this.failure = null;
    this.isReasonMissing = false;
  }

  typeReason(reason: string): void {
    this.reason = reason;
    this.isReasonMissing = false;
  }

  keep(field: string, isKept: boolean): void {
    if (isKept) this.kept.add(field);
    else this.kept.delete(field);
  }

  submit(): Promise<void> {
    return this.#take((draft) => this.#api.submit(draft.id, draft.revision));
  }

  publish(): Promise<void> {
    return this.#take((draft) => this.#api.publish(draft.id, draft.revision));
  }

  async sendBack(): Promise<void> {
    const reason = this.reason.trim();
    this.isReasonMissing = reason === '';
    if (this.isReasonMissing) return;
    await this.#take((draft) => this.#api.returnDraft(draft.id, draft.revision, reason));
  }

  withdraw(): Promise<void> {
    return this.#take((draft) => this.#api.withdraw(draft.id), true);
  }

  takeOver(): Promise<void> {
    return this.#take((draft) => this.#api.takeOver(draft.id, { revision: draft.revision, version: draft.newerVersion?.version ?? 1, keptFields: [...this.kept] }));
  }

  linkReport(reportId: string, closesWhenPublished: boolean): Promise<void> {
    return this.#take((draft) => this.#api.linkReport(draft.id, reportId, closesWhenPublished), true);
  }

  async compare(from: number, to: number): Promise<void> {
    const guideId = this.#store.draft?.guideId ?? null;
    if (guideId === null) return;
    try {
      const comparison = await this.#api.compare(guideId, from, to);
      runInAction(() => {
        this.comparison = comparison;
        this.failure = null;
      });
    } catch (thrown) {
      runInAction(() => {
        this.failure = toApiError(thrown);
      });
    }
  }

  async #take(step: (draft: GuideDraft) => Promise<GuideDraft>, isSavedApart = false): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = null;
    this.hindrance = null;
    if (!isSavedApart) await this.#store.save();
    const hindrance = isSavedApart ? null : this.#hindrance();
    const { draft } = this.#store;
    if (hindrance !== null || draft === null) {
      runInAction(() => {
        this.isBusy = false;
        this.hindrance = hindrance;
      });
      return;
    }
    await this.#carryOut(() => step(draft));
  }

  async #carryOut(step: () => Promise<GuideDraft>): Promise<void> {
    let done: GuideDraft | null = null;
    let failure: ApiError | null = null;
    try {
      done = await step();
    } catch (thrown) {
      failure = toApiError(thrown);
      // Somebody was quicker, or the guide changed: the screen shows what is now.
      if (failure.status === 409 || failure.status === 422) await this.#store.refresh();
    }
    runInAction(() => {
      this.isBusy = false;
      this.failure = failure;
      if (done === null) return;
      this.#store.adopt(done);
      this.asked = null;
      this.reason = '';
      this.kept.clear();
    });
  }

  #hindrance(): string | null {
    const { changes, problems, conflicts, saveState } = this.#store;
    if (conflicts.size > 0) return '有几处别人也改了，请先选用谁的写法。';
    if (problems.size > 0) return '有几处没有填对，请先改好。';
    if (saveState === 'offline') return '网络没有连上，改动还没有存到服务器。请连上网络后再试。';
    return changes.size > 0 ? '还有改动没有存好，请稍后再试。' : null;
  }
}
