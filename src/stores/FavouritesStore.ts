import { makeAutoObservable, observable, runInAction } from 'mobx';
import { ApiError } from '../api/ApiError';
import type { FavouritesApi } from '../api/favouritesApi';

/** Which guides the citizen keeps, as far as this visit has asked. */
export class FavouritesStore {
  readonly #known = observable.map<string, boolean>();
  readonly #api: FavouritesApi;

  constructor(api: FavouritesApi) {
    this.#api = api;
    makeAutoObservable(this, {}, { autoBind: true });
  }

  isFavourite(guideId: string): boolean {
    return this.#known.get(guideId) ?? false;
  }

  /** Asks the server; not knowing shows as "not kept", which adding again does not harm. */
  async refresh(guideId: string): Promise<void> {
    try {
      const isFavourite = await this.#api.isFavourite(guideId);
      runInAction(() => this.#known.set(guideId, isFavourite));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  /** @throws ApiError */
  async put(guideId: string, isFavourite: boolean): Promise<void> {
    await (isFavourite ? this.#api.addFavourite(guideId) : this.#api.removeFavourite(guideId));
    runInAction(() => this.#known.set(guideId, isFavourite));
  }

  /** After signing out: they belonged to the citizen. */
  clear(): void {
    this.#known.clear();
  }
}
