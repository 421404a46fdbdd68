import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { AnnouncementDraft, AnnouncementFinding, DraftStep } from '../../../../server/contract/announcementDrafts';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { failed, loading, ready, type LoadState } from '../../../stores/LoadState';
import type { AnnouncementsApi } from './announcementsApi';
import type { DeviceCopy, KeptDraft } from './DeviceCopy';
import { checksumOf, fieldsOf, isSame, saveBody, valuesOf, without, type DraftChanges, type DraftField, type DraftValues, type SentValues } from './draftFields';
import { mergeDraft, type Clash } from './mergeDraft';

/** Runs something later. @returns what calls it off */
export type Later = (act: () => void, milliseconds: number) => () => void;

export interface DraftSurroundings {
  api: Pick<AnnouncementsApi, 'readDraft' | 'saveDraft' | 'takeDraftStep'>;
  copy: DeviceCopy;
  now: () => number;
  later: Later;
}

/** So long must nothing be typed before it is saved. */
const quietMs = 1_500;
/** Between two attempts without a network. */
const retryMs = 10_000;

/** saved, waiting and saving speak for themselves; kept: only on this device, until there is a network or a session again. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'kept' | 'signed_out' | 'refused';

/** One draft that is being written: what the server has, what was typed since, and how the two come together. */
export class DraftStore {
  state: LoadState<AnnouncementDraft> = loading;
  changes: DraftChanges = {};
  saveState: SaveState = 'saved';
  savedAt: number | null = null;
  /** Why saving or a step was refused. */
  failure: ApiError | null = null;
  /** What the device kept from an earlier visit, until the writer says whether to go on with it. */
  restorable: KeptDraft | null = null;
  clashes: Clash[] = [];
  /** Who changed it meanwhile, while there are clashes or to be told of. */
  changedBy: { name: string; at: string; fields: DraftField[] } | null = null;
  /** What the server had to take out of the text. */
  removedFromBody: string[] = [];
  /** Goes up when the text was not changed by typing: the editor then begins anew with it. */
  bodyEdition = 0;
  isStepping = false;
  isOnDevice = true;
  readonly draftId: string;
  readonly #on: DraftSurroundings;
  #cancel: (() => void) | null = null;
  #saving: Promise<void> | null = null;
  #sent: SentValues = {};

  constructor(draftId: string, on: DraftSurroundings) {
    this.draftId = draftId;
    this.#on = on;
    makeAutoObservable(
      this,
      { draftId: false, state: observableRef, changes: observableRef, failure: observableRef, restorable: observableRef, clashes: observableRef, changedBy: observableRef, removedFromBody: observableRef },
      { autoBind: true },
    );
  }

  get draft(): AnnouncementDraft | null {
    return this.state.status === 'ready' ? this.state.value : null;
  }

  get values(): DraftValues {
    const { draft } = this;
    if (draft === null) return { kind: 'notice', title: '', body: '' };
    return { ...valuesOf(draft), ...this.changes } as DraftValues;
  }

  get hasUnsaved(): boolean {
    return fieldsOf(this.changes).length > 0;
  }

  get faults(): AnnouncementFinding[] {
    return this.draft?.findings.filter(({ severity }) => severity === 'fault') ?? [];
  }

  get mayEdit(): boolean {
    return this.draft?.allowedActions.includes('edit') === true;
  }

  async load(): Promise<void> {
    if (this.draft === null) this.state = loading;
    let outcome: LoadState<AnnouncementDraft>;
    try {
      outcome = ready(await this.#on.api.readDraft(this.draftId));
    } catch (thrown) {
      outcome = failed(toApiError(thrown));
    }
    runInAction(() => {
      // What is on the page is worth more than the news that it cannot be fetched again.
      if (outcome.status === 'failed' && this.draft !== null) return;
      if (outcome.status === 'ready' && this.draft !== null) return this.#meet(outcome.value);
      this.state = outcome;
      if (outcome.status === 'ready') this.#lookForCopy(outcome.value);
    });
  }

  edit<Field extends DraftField>(field: Field, value: DraftValues[Field] | null): void {
    const { draft } = this;
    if (draft === null || isSame(this.values[field], value)) return;
    // Where the server has been told another value, going back to the old one is a change as well.
    const isUndone = this.#sent[field] === undefined && isSame(valuesOf(draft)[field], value);
    this.changes = isUndone ? without(this.changes, field) : { ...this.changes, [field]: value };
    this.failure = null;
    this.#keep();
    if (this.hasUnsaved) this.#saveLater(quietMs);
    else {
      this.#stopWaiting();
      this.saveState = 'saved';
    }
  }

  /** Several fields at once, the text among them: an imported document. */
  fill(values: DraftChanges): void {
    for (const field of fieldsOf(values)) this.edit(field, values[field] as never);
    if (values.body !== undefined) this.bodyEdition += 1;
  }

  /** Goes on with what the device kept. */
  restore(): void {
    const { restorable, draft } = this;
    if (restorable === null || draft === null) return;
    this.restorable = null;
    const values = valuesOf(draft);
    this.#take(mergeDraft({ ...values, ...restorable.before }, restorable.changes, values, restorable.sent), draft);
    this.#sent = restorable.sent;
    this.bodyEdition += 1;
    this.#keep();
    if (this.hasUnsaved && this.clashes.length === 0) this.#saveLater(0);
  }

  forgetCopy(): void {
    this.restorable = null;
    this.#on.copy.remove();
  }

  keepMine(field: DraftField): void {
    this.#settle(field);
  }

  takeTheirs(field: DraftField): void {
    this.changes = without(this.changes, field);
    if (field === 'body') this.bodyEdition += 1;
    this.#settle(field);
  }

  /** Saves now what waits: before a step, when the page is hidden, when the network is back. */
  async save(): Promise<void> {
    this.#stopWaiting();
    if (this.#saving !== null) await this.#saving;
    if (!this.hasUnsaved || this.draft === null || this.clashes.length > 0 || this.restorable !== null) return;
    this.#saving = this.#saveOnce(this.draft).finally(() => {
      this.#saving = null;
    });
    await this.#saving;
  }

  /** @returns whether the step was taken. Nobody submits or approves what is not saved. */
  async takeStep(step: DraftStep, more: { reason?: string; publishAt?: string } = {}): Promise<boolean> {
    if (this.isStepping) return false;
    this.isStepping = true;
    this.failure = null;
    let failure: ApiError | null = null;
    let reply: AnnouncementDraft | null = null;
    try {
      await this.save();
      const { draft } = this;
      if (draft !== null && !this.hasUnsaved && this.clashes.length === 0) reply = await this.#on.api.takeDraftStep(this.draftId, step, { revision: draft.revision, ...more });
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isStepping = false;
      if (failure !== null) this.failure = failure;
      if (reply !== null) this.state = ready(reply);
    });
    if (failure?.code === 'draft_changed_meanwhile' || failure?.code === 'step_not_possible') await this.load();
    return reply !== null;
  }

  /** The page is left: what is typed stays on the device, the rest is tried once more. */
  leave(): void {
    void this.save();
    this.#stopWaiting();
  }

  async #saveOnce(draft: AnnouncementDraft): Promise<void> {
    const sent = this.changes;
    this.saveState = 'saving';
    for (const field of fieldsOf(sent)) this.#sent = { ...this.#sent, [field]: [...new Set([...(this.#sent[field] ?? []), checksumOf(sent[field])])] };
    // Before it leaves: the answer may never come.
    this.#keep();
    try {
      const { draft: saved, removedFromBody } = await this.#on.api.saveDraft(this.draftId, saveBody(draft.revision, sent));
      runInAction(() => this.#accept(saved, sent, removedFromBody));
    } catch (thrown) {
      const error = toApiError(thrown);
      if (error.code === 'draft_changed_meanwhile') await this.#readAnew(error);
      else runInAction(() => this.#noteFailure(error));
    }
  }

  #accept(saved: AnnouncementDraft, sent: DraftChanges, removedFromBody: string[]): void {
    this.state = ready(saved);
    this.savedAt = this.#on.now();
    this.#sent = {};
    this.failure = null;
    this.removedFromBody = removedFromBody;
    const left = fieldsOf(this.changes).filter((field) => !isSame(this.changes[field], sent[field]));
    this.changes = Object.fromEntries(left.map((field) => [field, this.changes[field]])) as DraftChanges;
    if (removedFromBody.length > 0 && !left.includes('body')) this.bodyEdition += 1;
    this.saveState = 'saved';
    this.#keep();
    if (this.hasUnsaved) this.#saveLater(quietMs);
  }

  #noteFailure(error: ApiError): void {
    if (error.code === 'session_expired' || error.code === 'sign_in_required') {
      this.saveState = 'signed_out';
      return;
    }
    const isPassing = error.isOffline || (error.status ?? 0) >= 500 || error.code === 'rate_limited' || error.code === 'reply_unreadable';
    this.saveState = isPassing ? 'kept' : 'refused';
    if (isPassing) this.#wait(retryMs);
    else this.failure = error;
  }

  async #readAnew(refusal: ApiError): Promise<void> {
    try {
      const latest = await this.#on.api.readDraft(this.draftId);
      runInAction(() => this.#meet(latest));
    } catch (thrown) {
      const error = toApiError(thrown);
      runInAction(() => this.#noteFailure(error.isOffline ? error : refusal));
    }
  }

  /** A newer draft than the one that was written on. */
  #meet(latest: AnnouncementDraft): void {
    const { draft } = this;
    // An answer that was overtaken by that of a save says nothing new.
    if (draft !== null && latest.revision < draft.revision) return;
    if (draft === null || latest.revision === draft.revision) {
      this.state = ready(latest);
      return;
    }
    this.#take(mergeDraft(valuesOf(draft), this.changes, valuesOf(latest), this.#sent), latest);
    this.#sent = {};
    this.state = ready(latest);
    this.#keep();
    if (this.clashes.length > 0) this.saveState = 'kept';
    else if (this.hasUnsaved) this.#saveLater(0);
    else this.saveState = 'saved';
  }

  #take({ changes, clashes, takenOver }: ReturnType<typeof mergeDraft>, latest: AnnouncementDraft): void {
    this.changes = changes;
    this.clashes = clashes;
    const fields = [...clashes.map(({ field }) => field), ...takenOver];
    this.changedBy = fields.length === 0 ? null : { name: latest.updatedBy.name, at: latest.updatedAt, fields };
    if (takenOver.includes('body')) this.bodyEdition += 1;
  }

  #settle(field: DraftField): void {
    this.clashes = this.clashes.filter((clash) => clash.field !== field);
    this.#keep();
    if (this.clashes.length > 0) return;
    this.changedBy = null;
    if (this.hasUnsaved) this.#saveLater(0);
    else this.saveState = 'saved';
  }

  #lookForCopy(draft: AnnouncementDraft): void {
    const kept = this.#on.copy.read();
    if (kept === null) return;
    const isNews = fieldsOf(kept.changes).some((field) => !isSame(kept.changes[field], valuesOf(draft)[field]));
    // The server got it although the answer was lost, or nobody may write in it any more and a copy would only confuse.
    if (isNews && draft.allowedActions.includes('edit')) this.restorable = kept;
    else if (!isNews) this.#on.copy.remove();
  }

  #keep(): void {
    const { draft } = this;
    if (draft === null) return;
    const fields = fieldsOf(this.changes);
    if (fields.length === 0) {
      this.#on.copy.remove();
      this.isOnDevice = true;
      return;
    }
    const values = valuesOf(draft);
    const before = Object.fromEntries(fields.map((field) => [field, values[field] ?? null])) as DraftChanges;
    this.isOnDevice = this.#on.copy.write({ revision: draft.revision, at: this.#on.now(), changes: this.changes, before, sent: this.#sent });
  }

  #saveLater(milliseconds: number): void {
    if (this.clashes.length > 0) return;
    if (this.saveState !== 'saving') this.saveState = 'waiting';
    this.#wait(milliseconds);
  }

  #wait(milliseconds: number): void {
    this.#stopWaiting();
    this.#cancel = this.#on.later(() => {
      this.#cancel = null;
      void this.save();
    }, milliseconds);
  }

  #stopWaiting(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
