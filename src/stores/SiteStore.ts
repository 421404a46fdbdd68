import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Feature, Site } from '../../server/contract/site';
import { ApiError } from '../api/ApiError';
import type { SiteApi } from '../api/siteApi';
import type { DeviceStorage } from '../platform/DeviceStorage';

const storageName = 'site';

/** What this installation is called and offers. Kept on the device, so that a later start draws with it at once. */
export class SiteStore {
  site: Site | null;
  readonly #api: SiteApi;
  readonly #storage: DeviceStorage;
  #loading: Promise<Site> | null = null;

  constructor(api: SiteApi, storage: DeviceStorage) {
    this.#api = api;
    this.#storage = storage;
    // Only this class writes under this name.
    this.site = (storage.read(storageName) as Site | undefined | '') || null;
    makeAutoObservable(this, { site: observableRef }, { autoBind: true });
  }

  has(feature: Feature): boolean {
    return this.site?.features.includes(feature) ?? false;
  }

  /** Fetches it once for all who ask at the same time. @throws ApiError */
  refresh(): Promise<Site> {
    this.#loading ??= this.#fetch().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  /** The site as far as it is known; waits for the network only when nothing is. @throws ApiError */
  async known(): Promise<Site> {
    return this.site ?? this.refresh();
  }

  /** Brings it up to date in the background; without a network what is known stays. */
  async refreshQuietly(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  async #fetch(): Promise<Site> {
    const site = await this.#api.readSite();
    const isNews = JSON.stringify(site) !== JSON.stringify(this.site);
    if (isNews) {
      this.#storage.write(storageName, site);
      runInAction(() => {
        this.site = site;
      });
    }
    return site;
  }
}
