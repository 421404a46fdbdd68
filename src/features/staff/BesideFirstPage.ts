import type { Page } from '../../../server/contract/pagination';

type FetchPage<Item> = (cursor: string | undefined) => Promise<Page<Item>>;

/**
 * What a page shows beside its list, such as the choices of a filter: asked for with the first rows and drawn with them, one drawing
 * instead of two. The list does without when it cannot be had, and asks again with the next.
 */
export class BesideFirstPage<Value> {
  #come: Value | null = null;
  #isTaken = false;
  readonly #ask: () => Promise<Value>;
  readonly #take: (value: Value) => void;

  constructor(ask: () => Promise<Value>, take: (value: Value) => void) {
    this.#ask = ask;
    this.#take = take;
  }

  /** For `PagedListStore.load`, together with `draw`. */
  with<Item>(fetchPage: FetchPage<Item>): FetchPage<Item> {
    return async (cursor) => {
      const [page, come] = await Promise.all([fetchPage(cursor), this.#isTaken ? null : this.#ask().catch(() => null)]);
      this.#come = come;
      return page;
    };
  }

  readonly draw = (): void => {
    if (this.#come === null) return;
    this.#isTaken = true;
    this.#take(this.#come);
    this.#come = null;
  };
}
