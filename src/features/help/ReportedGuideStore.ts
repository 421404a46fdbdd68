import { makeAutoObservable, runInAction } from 'mobx';
import type { ServiceGuide } from '../../../server/contract/serviceGuides';
import { ApiError, toApiError } from '../../api/ApiError';
import type { ServiceGuidesApi } from '../../api/serviceGuidesApi';
import type { BoundedCache } from '../../platform/BoundedCache';

/** The guide that is said to be wrong: its name, which the device mostly knows already. */
export class ReportedGuideStore {
  static readonly gone = new ApiError({ code: 'guide_not_found', message: '没有找到这份办事指南。' });

  name: string | null;
  isGone = false;
  readonly guideId: string;
  readonly #api: ServiceGuidesApi;

  constructor(guideId: string, api: ServiceGuidesApi, cache: BoundedCache<ServiceGuide>) {
    this.guideId = guideId;
    this.#api = api;
    this.name = cache.find(guideId)?.value.content.name ?? null;
    makeAutoObservable(this, { guideId: false }, { autoBind: true });
  }

  /** Without a network the mistake can be written down all the same. */
  async load(): Promise<void> {
    if (this.name !== null) return;
    try {
      const { content } = await this.#api.readServiceGuide(this.guideId);
      runInAction(() => {
        this.name = content.name;
      });
    } catch (thrown) {
      const { code } = toApiError(thrown);
      // A number in a form that no guide has: the link was cut.
      if (code === 'guide_not_found' || code === 'request_invalid') runInAction(() => (this.isGone = true));
    }
  }
}
