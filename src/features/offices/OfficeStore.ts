import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { OfficeDetail } from '../../../server/contract/offices';
import { ApiError, toApiError } from '../../api/ApiError';
import type { SiteApi } from '../../api/siteApi';
import type { BoundedCache } from '../../platform/BoundedCache';
import { failed, loading, ready, type LoadState } from '../../stores/LoadState';

/** A code in a form that no office has: the link was cut, and there is no such office. */
const asNotFound = (error: ApiError): ApiError =>
  error.code === 'request_invalid' ? new ApiError({ code: 'office_not_found', message: error.message, status: error.status, requestId: error.requestId }) : error;

/** One office, and which of its floors are open on the page. */
export class OfficeStore {
  state: LoadState<OfficeDetail> = loading;
  openFloors: string[] = [];
  readonly officeCode: string;
  readonly #api: SiteApi;
  readonly #cache: BoundedCache<OfficeDetail>;

  constructor(officeCode: string, api: SiteApi, cache: BoundedCache<OfficeDetail>) {
    this.officeCode = officeCode;
    this.#api = api;
    this.#cache = cache;
    makeAutoObservable(this, { state: observableRef, openFloors: observableRef, officeCode: false }, { autoBind: true });
  }

  get office(): OfficeDetail | null {
    return this.state.status === 'ready' ? this.state.value : null;
  }

  async load(): Promise<void> {
    this.state = loading;
    const outcome = await this.#ask();
    runInAction(() => {
      this.state = outcome;
    });
  }

  toggleFloor(floor: string): void {
    this.openFloors = this.openFloors.includes(floor) ? this.openFloors.filter((other) => other !== floor) : [...this.openFloors, floor];
  }

  async #ask(): Promise<LoadState<OfficeDetail>> {
    try {
      const office = await this.#api.readOffice(this.officeCode);
      this.#cache.save(this.officeCode, office);
      return ready(office);
    } catch (thrown) {
      const error = asNotFound(toApiError(thrown));
      // An office that was closed must not be offered again from the device.
      if (error.code === 'office_not_found') this.#cache.remove(this.officeCode);
      const earlier = error.isOffline ? this.#cache.find(this.officeCode) : null;
      return earlier === null ? failed(error) : ready(earlier.value, earlier.savedAt);
    }
  }
}
