import { makeAutoObservable } from 'mobx';
import type { GuideVersion } from '../../../server/contract/serviceGuides';
import { loading } from '../../stores/LoadState';
import { PagedListStore } from '../../stores/PagedListStore';
import type { RootStore } from '../../stores/RootStore';
import { asNotFound } from './mutilatedLink';

/** What changed in one guide, newest first. */
export class VersionsStore {
  /** Name of the guide; null until it is known. */
  name: string | null;
  readonly list = new PagedListStore<GuideVersion>(loading);
  readonly guideId: string;
  readonly #on: Pick<RootStore, 'guidesApi' | 'guideCache'>;

  constructor(guideId: string, on: Pick<RootStore, 'guidesApi' | 'guideCache'>) {
    this.guideId = guideId;
    this.#on = on;
    this.name = on.guideCache.find(guideId)?.value.content.name ?? null;
    makeAutoObservable(this, { list: false, guideId: false }, { autoBind: true });
  }

  /** Whoever comes by a link has not read the guide: its name is asked for together with the versions, for one drawing. */
  async load(): Promise<void> {
    const { guidesApi } = this.#on;
    let name = this.name;
    await this.list.load(
      async (cursor) => {
        const isNameMissing = cursor === undefined && name === null;
        try {
          const [page, guide] = await Promise.all([guidesApi.listGuideVersions(this.guideId, cursor), isNameMissing ? guidesApi.readServiceGuide(this.guideId) : null]);
          name = guide?.content.name ?? name;
          return page;
        } catch (thrown) {
          throw asNotFound(thrown);
        }
      },
      undefined,
      () => {
        this.name = name;
      },
    );
  }
}
