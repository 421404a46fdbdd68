import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { GuideDraft, SaveDraftBody } from '../../../../server/contract/guideDrafts';
import type { GuideForm } from '../../../../server/contract/guideForm';
import { toApiError, type ApiError } from '../../../api/ApiError';
import type { BoundedCache } from '../../../platform/BoundedCache';
import { failed, loading, ready, type LoadState } from '../../../stores/LoadState';
import { isSame } from './draftValues';
import type { GuideDraftsApi } from './guideDraftsApi';

/** What is kept on the device until the server has it. */
export interface KeptChanges {
  /** The revision that was seen when it was typed. */
  revision: number;
  changes: Record<string, unknown>;
  /** Sent, perhaps without an answer: it is sent again as it was. */
  inFlight: SaveDraftBody | null;
}

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'stopped';

/** Typing pauses this long before it is sent; after a failure it is tried again so much later. */
const pauseMs = 1_500;
const retryMs = 10_000;

interface Surroundings {
  api: GuideDraftsApi;
  kept: BoundedCache<KeptChanges>;
}

/** A draft on the screen: what the server has, what was typed since, and what became of it. Nothing typed is lost. */
export class GuideDraftStore {
  state: LoadState<GuideForm> = loading;
  draft: GuideDraft | null = null;
  changes = new Map<string, unknown>();
  /** What the server said of a field; it is not sent again until it is changed. */
  problems = new Map<string, string>();
  /** Fields that somebody else changed too, and what is to be chosen. */
  conflicts = new Map<string, string>();
  saveState: SaveState = 'saved';
  /** Why saving stopped altogether. */
  failure: ApiError | null = null;
  /** Counts when a field's words are replaced from outside, so that it is drawn anew. */
  replaced = new Map<string, number>();
  readonly #on: Surroundings;
  readonly #open: () => Promise<GuideDraft>;
  #seenRevision = 0;
  #inFlight: SaveDraftBody | null = null;
  #saving: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param open takes the draft up, or begins it */
  constructor(open: (api: GuideDraftsApi) => Promise<GuideDraft>, on: Surroundings) {
    this.#on = on;
    this.#open = () => open(on.api);
    makeAutoObservable(this, { state: observableRef, draft: observableRef, failure: observableRef }, { autoBind: true });
  }

  async load(): Promise<void> {
    this.state = loading;
    try {
      const [draft, form] = await Promise.all([this.#open(), this.#on.api.readForm()]);
      runInAction(() => {
        this.#takeUp(draft);
        this.state = ready(form);
      });
    } catch (thrown) {
      runInAction(() => {
        this.state = failed(toApiError(thrown));
      });
    }
  }

  get canEdit(): boolean {
    return this.draft?.allowedActions.includes('save') ?? false;
  }

  /** The value of a field as it stands on the screen. */
  valueOf(field: string): unknown {
    if (this.changes.has(field)) return this.changes.get(field) ?? undefined;
    return (this.draft?.content as Record<string, unknown> | undefined)?.[field];
  }

  /** @param value null takes the field out */
  change(field: string, value: unknown): void {
    if (!this.canEdit) return;
    this.problems.delete(field);
    if (isSame(value, this.#savedValue(field)) && this.#inFlight === null) this.changes.delete(field);
    else this.changes.set(field, value);
    if (this.saveState !== 'saving') this.saveState = this.changes.size === 0 ? 'saved' : 'unsaved';
    this.#saveIn(pauseMs);
  }

  /** For a field that two changed: one's own words, or those of the other. */
  resolve(field: string, choice: 'mine' | 'theirs'): void {
    this.conflicts.delete(field);
    if (choice === 'theirs') {
      this.changes.delete(field);
      this.#drawAnew(field);
    }
    this.keepOnDevice();
    this.#saveIn(0);
  }

  /** Writes what the server does not have yet to the device; also when the page is left. */
  keepOnDevice(): void {
    const { draft } = this;
    if (draft === null) return;
    if (this.changes.size === 0 && this.#inFlight === null) this.#on.kept.remove(draft.id);
    else this.#on.kept.save(draft.id, { revision: this.#seenRevision, changes: Object.fromEntries(this.changes), inFlight: this.#inFlight });
  }

  /** Sends what was typed, one request at a time. Resolves when nothing more can be sent now. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#saving ??= this.#saveAll().finally(() => {
      this.#saving = null;
    });
    await this.#saving;
  }

  /** Asks whether somebody else changed something. */
  async refresh(): Promise<void> {
    if (this.draft === null || this.#saving !== null || !(this.state.status === 'ready')) return;
    try {
      const draft = await this.#on.api.readDraft(this.draft.id);
      if (this.#saving === null) runInAction(() => this.adopt(draft));
    } catch {
      // It is asked again soon; what is on the screen stays.
    }
  }

  /** Stops everything that would run later. */
  leave(): void {
    this.keepOnDevice();
    clearTimeout(this.#timer);
    if (this.changes.size > 0) void this.save();
  }

  /** Takes what the server says now. Where it differs in a field that is being written, the writer is asked. */
  adopt(draft: GuideDraft): void {
    const before = this.draft;
    const fields = new Set([...Object.keys(before?.content ?? {}), ...Object.keys(draft.content)]);
    const valueIn = (of: GuideDraft | null, field: string): unknown => (of?.content as Record<string, unknown> | undefined)?.[field];
    this.draft = draft;
    this.#seenRevision = draft.revision;
    for (const field of fields) {
      if (isSame(valueIn(before, field), valueIn(draft, field))) continue;
      if (!this.changes.has(field)) this.#drawAnew(field);
      else if (isSame(this.changes.get(field), valueIn(draft, field))) this.changes.delete(field);
      else if (before !== null && !(field in (this.#inFlight?.changes ?? {}))) this.conflicts.set(field, '有人也改了这一项。');
    }
    if (this.changes.size === 0 && this.saveState !== 'stopped') this.saveState = 'saved';
    this.keepOnDevice();
  }

  #takeUp(draft: GuideDraft): void {
    this.draft = draft;
    this.#seenRevision = draft.revision;
    this.failure = null;
    const kept = this.#on.kept.find(draft.id)?.value;
    if (kept === undefined || !draft.allowedActions.includes('save')) return;
    this.changes = new Map(Object.entries(kept.changes));
    this.#inFlight = kept.inFlight;
    this.#seenRevision = kept.revision;
    this.saveState = 'unsaved';
    this.#saveIn(0);
  }

  #savedValue(field: string): unknown {
    return (this.draft?.content as Record<string, unknown> | undefined)?.[field];
  }

  #drawAnew(field: string): void {
    this.replaced.set(field, (this.replaced.get(field) ?? 0) + 1);
  }

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), milliseconds);
  }

  #nextBody(): SaveDraftBody | null {
    if (this.#inFlight !== null) return this.#inFlight;
    const sendable = [...this.changes].filter(([field]) => !this.problems.has(field) && !this.conflicts.has(field));
    return sendable.length === 0 ? null : { revision: this.#seenRevision, changes: Object.fromEntries(sendable) };
  }

  async #saveAll(): Promise<void> {
    for (let body = this.#nextBody(); body !== null && this.draft !== null && this.saveState !== 'stopped'; body = this.#nextBody()) {
      const { id } = this.draft;
      runInAction(() => {
        this.#inFlight = body;
        this.saveState = 'saving';
        this.keepOnDevice();
      });
      if (!(await this.#send(id, body))) return;
    }
    runInAction(() => {
      if (this.saveState === 'saving' || this.saveState === 'unsaved') this.saveState = this.changes.size === 0 ? 'saved' : 'unsaved';
    });
  }

  /** @returns whether to go on with what is left */
  async #send(id: string, body: SaveDraftBody): Promise<boolean> {
    try {
      const saved = await this.#on.api.saveDraft(id, body);
      runInAction(() => {
        for (const [field, value] of Object.entries(body.changes)) if (isSame(this.changes.get(field), value)) this.changes.delete(field);
        this.adopt(saved);
        this.#inFlight = null;
        this.keepOnDevice();
      });
      return true;
    } catch (thrown) {
      return this.#sortOut(id, body, toApiError(thrown));
    }
  }

  async #sortOut(id: string, body: SaveDraftBody, error: ApiError): Promise<boolean> {
    if (error.isOffline || error.status === null || error.status >= 500 || error.code === 'rate_limited') {
      runInAction(() => {
        this.saveState = 'offline';
        this.keepOnDevice();
      });
      this.#saveIn(retryMs);
      return false;
    }
    const { said, isKnown } = fieldsSaid(error, body);
    if (error.code === 'draft_changed_meanwhile' && isKnown) {
      const fresh = await this.#on.api.readDraft(id).catch(() => null);
      runInAction(() => {
        if (fresh !== null) this.adopt(fresh);
        this.#inFlight = null;
        for (const [field, message] of said) if (this.changes.has(field)) this.conflicts.set(field, message);
        this.keepOnDevice();
      });
      return fresh !== null;
    }
    runInAction(() => {
      this.#inFlight = null;
      if (error.code === 'request_invalid') for (const [field, message] of said) this.problems.set(field, message);
      else {
        this.saveState = 'stopped';
        this.failure = error;
      }
      this.keepOnDevice();
    });
    return error.code === 'request_invalid';
  }
}

/** What the server says of which field of a body. A word about the body as a whole is about all of them. */
function fieldsSaid(error: ApiError, body: SaveDraftBody): { said: Map<string, string>; isKnown: boolean } {
  const said = new Map<string, string>();
  for (const { field, message } of error.fieldErrors) {
    const name = /^changes\.([A-Za-z]+)/.exec(field)?.[1];
    if (name !== undefined && !said.has(name)) said.set(name, message);
  }
  const isKnown = said.size > 0;
  if (!isKnown) for (const field of Object.keys(body.changes)) said.set(field, error.fieldErrors[0]?.message ?? error.message);
  return { said, isKnown };
}
