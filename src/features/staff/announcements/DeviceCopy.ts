import type { DeviceStorage } from '../../../platform/DeviceStorage';
import type { DraftChanges, SentValues } from './draftFields';

/** What was typed and the server does not have yet. */
export interface KeptDraft {
  /** The revision it was typed on top of. */
  revision: number;
  /** Milliseconds since the epoch, of the last letter. */
  at: number;
  changes: DraftChanges;
  /** What the changed fields said before. */
  before: DraftChanges;
  sent: SentValues;
}

const nameOf = (draftId: string): string => `announcement-draft:${draftId}`;

/** The copy of one draft's changes on this device: outlives a reload, a crash and the end of a session. */
export class DeviceCopy {
  readonly #storage: DeviceStorage;
  readonly #name: string;

  constructor(storage: DeviceStorage, draftId: string) {
    this.#storage = storage;
    this.#name = nameOf(draftId);
  }

  read(): KeptDraft | null {
    const kept = this.#storage.read(this.#name);
    // Only this class writes under this name.
    return typeof kept === 'object' && kept !== null && 'changes' in kept ? (kept as KeptDraft) : null;
  }

  /** @returns whether it is really there: a full storage drops it without a word. */
  write(kept: KeptDraft): boolean {
    this.#storage.write(this.#name, kept);
    return this.read()?.at === kept.at;
  }

  remove(): void {
    this.#storage.remove(this.#name);
  }
}
