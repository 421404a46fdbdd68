import { makeAutoObservable, observableRef } from 'mobx';
import type { Audience } from '../../../server/contract/guideContent';
import type { ServiceGuidePage, ServiceGuideSummary } from '../../../server/contract/serviceGuides';
import { ApiError } from '../../api/ApiError';
import { rowsPerPage } from '../../stores/GuideBrowserStore';
import type { GroupBy, GuideGroup } from '../../stores/guideGroups';
import { loading } from '../../stores/LoadState';
import { PagedListStore } from '../../stores/PagedListStore';
import type { RootStore } from '../../stores/RootStore';

type Surroundings = Pick<RootStore, 'guidesApi' | 'guideBrowser' | 'guideListCache'>;

/** Choosing would change something, or that cannot be known before all rows are here. */
const isMixed = ({ items, nextCursor }: ServiceGuidePage): boolean => {
  const isOnlyFor = (audience: Audience) => items.some(({ audiences }) => audiences.length === 1 && audiences[0] === audience);
  return nextCursor !== null || (isOnlyFor('natural_person') && isOnlyFor('legal_person'));
};

/** Topics proper are made for one of the two already. */
const isForOneAudience = (group: GuideGroup | null): boolean => group?.kind === 'natural_person' || group?.kind === 'legal_person';

/** The guides of one topic, department or office, and for whom they are. */
export class GuideListStore {
  audience: Audience | null = null;
  /** Whether people and companies can be told apart here. */
  offersAudience = false;
  /** Null until it is known, and for a group that does not exist. */
  group: GuideGroup | null = null;
  readonly list = new PagedListStore<ServiceGuideSummary>(loading);
  readonly by: GroupBy;
  readonly value: string;
  readonly #on: Surroundings;

  constructor(by: GroupBy, value: string, on: Surroundings) {
    this.by = by;
    this.value = value;
    this.#on = on;
    makeAutoObservable(this, { group: observableRef, list: false, by: false, value: false }, { autoBind: true });
  }

  async choose(audience: Audience | null): Promise<void> {
    this.audience = audience;
    await this.load();
  }

  /** The group's name comes in the same change as the rows: one drawing. */
  async load(): Promise<void> {
    const { by, value, audience } = this;
    const { guidesApi, guideBrowser, guideListCache } = this.#on;
    const cacheId = `${by}/${value}/${audience ?? 'all'}`;
    const naming = this.group === null ? guideBrowser.findGroup(by, value) : Promise.resolve(this.group);
    let named = this.group;
    let first: ServiceGuidePage | null = null;
    await this.list.load(
      async (cursor) => {
        const page = await guidesApi
          .listServiceGuides({ [by]: value, limit: rowsPerPage, ...(audience === null ? {} : { audience }), ...(cursor === undefined ? {} : { cursor }) })
          .catch(noGuidesOfMutilated)
          .finally(async () => {
            named = await naming;
          });
        first ??= page;
        return page;
      },
      { find: () => guideListCache.find(cacheId), save: (page) => guideListCache.save(cacheId, page) },
      () => {
        this.group = named;
        if (first !== null && audience === null) this.offersAudience = isMixed(first) && !isForOneAudience(named);
      },
    );
  }
}

/** A code or an id in a form that none has: the link was cut. It names no group, so there are no guides in it. */
function noGuidesOfMutilated(error: unknown): ServiceGuidePage {
  if (error instanceof ApiError && error.code === 'request_invalid') return { items: [], nextCursor: null, total: { count: 0, label: '0' } };
  throw error;
}
