import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { AnnouncementRef } from '../../../server/contract/announcements';
import type { OfficeDetail } from '../../../server/contract/offices';
import { ApiError, toApiError } from '../../api/ApiError';
import type { BoundedCache } from '../../platform/BoundedCache';
import { concerningNotices, headStart } from '../../stores/concerningNotices';
import { failed, loading, ready, type LoadState } from '../../stores/LoadState';
import type { RootStore } from '../../stores/RootStore';

/** A code in a form that no office has: the link was cut, and there is no such office. */
const asNotFound = (error: ApiError): ApiError =>
  error.code === 'request_invalid' ? new ApiError({ code: 'office_not_found', message: error.message, status: error.status, requestId: error.requestId }) : error;

type Needs = Pick<RootStore, 'siteApi' | 'announcementsApi'> & { cache: BoundedCache<OfficeDetail> };

/** One office, and which of its floors are open on the page. */
export class OfficeStore {
  state: LoadState<OfficeDetail> = loading;
  openFloors: string[] = [];
  /** What one should know today before going there. */
  notices: AnnouncementRef[] = [];
  readonly officeCode: string;
  readonly #on: Needs;

  constructor(officeCode: string, on: Needs) {
    this.officeCode = officeCode;
    this.#on = on;
    makeAutoObservable(this, { state: observableRef, openFloors: observableRef, notices: observableRef, officeCode: false }, { autoBind: true });
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

  async #askNotices(): Promise<void> {
    const notices = await concerningNotices(this.#on.announcementsApi, { officeCode: this.officeCode });
    runInAction(() => {
      this.notices = notices;
    });
  }

  async #ask(): Promise<LoadState<OfficeDetail>> {
    const { siteApi, cache } = this.#on;
    const notices = this.#askNotices();
    try {
      const office = await siteApi.readOffice(this.officeCode);
      cache.save(this.officeCode, office);
      await Promise.race([notices, headStart()]);
      return ready(office);
    } catch (thrown) {
      const error = asNotFound(toApiError(thrown));
      // An office that was closed must not be offered again from the device.
      if (error.code === 'office_not_found') cache.remove(this.officeCode);
      const earlier = error.isOffline ? cache.find(this.officeCode) : null;
      return earlier === null ? failed(error) : ready(earlier.value, earlier.savedAt);
    }
  }
}
