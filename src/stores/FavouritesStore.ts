import { makeAutoObservable, observable, runInAction } from 'mobx';
import { ApiError } from '../api/ApiError';
import type { KeptApi } from '../api/favouritesApi';

/** Which guides, or which announcements, the citizen keeps, as far as this visit has asked. */
export class FavouritesStore {
  readonly #known = observable.map<string, boolean>();
  readonly #api: KeptApi;

  constructor(api: KeptApi) {
    this.#api = api;
    makeAutoObservable(this, {}, { autoBind: true });
  }

  isFavourite(id: string): boolean {
    return this.#known.get(id) ?? false;
  }

  /** Asks the server; not knowing shows as "not kept", which adding again does not harm. */
  async refresh(id: string): Promise<void> {
    try {
      const isFavourite = await this.#api.isFavourite(id);
      runInAction(() => this.#known.set(id, isFavourite));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  /** @throws ApiError */
  async put(id: string, isFavourite: boolean): Promise<void> {
    await (isFavourite ? this.#api.addFavourite(id) : this.#api.removeFavourite(id));
    runInAction(() => this.#known.set(id, isFavourite));
  }

  /** After signing out: they belonged to the citizen. */
  clear(): void {
    this.#known.clear();
  }
}
