import type { DeviceStorage } from './DeviceStorage';

interface Entry<Value> {
  id: string;
  /** Milliseconds since the epoch, when it was fetched. */
  savedAt: number;
  value: Value;
}

/** WeChat keeps 1 MB under one name; Chinese takes three bytes a character. */
const largestCharacters = 300_000;

/** Keeps the last `limit` things of one kind on the device, newest first; older ones fall out. */
export class BoundedCache<Value> {
  readonly #storage: DeviceStorage;
  readonly #name: string;
  readonly #limit: number;
  readonly #now: () => number;

  constructor(storage: DeviceStorage, name: string, limit: number, now: () => number) {
    this.#storage = storage;
    this.#name = name;
    this.#limit = limit;
    this.#now = now;
  }

  /** Newest first. */
  entries(): Entry<Value>[] {
    const kept = this.#storage.read(this.#name);
    // Only this class writes under this name, so a list is a list of entries.
    return Array.isArray(kept) ? (kept as Entry<Value>[]) : [];
  }

  find(id: string): Entry<Value> | null {
    return this.entries().find((entry) => entry.id === id) ?? null;
  }

  save(id: string, value: Value): void {
    const others = this.entries().filter((entry) => entry.id !== id);
    const kept = [{ id, savedAt: this.#now(), value }, ...others].slice(0, this.#limit);
    while (kept.length > 1 && JSON.stringify(kept).length > largestCharacters) kept.pop();
    this.#storage.write(this.#name, kept);
  }

  remove(id: string): void {
    this.#storage.write(this.#name, this.entries().filter((entry) => entry.id !== id));
  }
}
