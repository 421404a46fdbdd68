import { makeAutoObservable } from 'mobx';
import type { Department } from '../../server/contract/departments';
import type { Audience, ServiceGuidePage, ServiceGuideSummary } from '../../server/contract/serviceGuides';
import { ApiError } from '../api/ApiError';
import type { ServiceGuidesApi } from '../api/serviceGuidesApi';
import type { SiteApi } from '../api/siteApi';
import type { BoundedCache } from '../platform/BoundedCache';
import { loading } from './LoadState';
import { PagedListStore } from './PagedListStore';

/** Rows a page: more at once is slow to draw on small phones. */
export const rowsPerPage = 20;

/** The guides tab: who it is for, which department, and the rows that match. The home page sets it before it leads here. */
export class GuideBrowserStore {
  audience: Audience | null = null;
  departmentId: string | null = null;
  departments: Department[] = [];
  readonly list = new PagedListStore<ServiceGuideSummary>(loading);
  readonly #guides: ServiceGuidesApi;
  readonly #site: SiteApi;
  readonly #cache: BoundedCache<ServiceGuidePage>;
  #departmentsOf: string | null = null;
  #shown: string | null = null;

  constructor(guides: ServiceGuidesApi, site: SiteApi, cache: BoundedCache<ServiceGuidePage>) {
    this.#guides = guides;
    this.#site = site;
    this.#cache = cache;
    makeAutoObservable(this, { list: false }, { autoBind: true });
  }

  get department(): Department | null {
    return this.departments.find(({ id }) => id === this.departmentId) ?? null;
  }

  /** What can be chosen; the same array until the departments change, so that it is not sent to the page again. */
  get departmentOptions(): { id: string; name: string }[] {
    return [{ id: '', name: '全部部门' }, ...this.departments];
  }

  /** Sets the filter; nothing is fetched until `load`. */
  choose(filter: { audience?: Audience | null; departmentId?: string | null }): void {
    if (filter.audience !== undefined) this.audience = filter.audience;
    if (filter.departmentId !== undefined) this.departmentId = filter.departmentId;
  }

  /** Loads unless the rows on the page already answer the chosen filter. */
  async loadIfChanged(): Promise<void> {
    if (this.#shown !== this.#filterId || this.list.state.status === 'failed') await this.load();
  }

  get #filterId(): string {
    return `${this.audience ?? 'all'}/${this.departmentId ?? 'all'}`;
  }

  /** Departments first, in the same change as the rows: one drawing. A list without its filter is still a list. */
  async load(): Promise<void> {
    const { audience, departmentId } = this;
    const cacheId = this.#filterId;
    this.#shown = cacheId;
    const departments = this.#readDepartments(audience);
    let found: Department[] | null = null;
    await this.list.load(
      async (cursor) => {
        const query = {
          limit: rowsPerPage,
          ...(audience === null ? {} : { audience }),
          ...(departmentId === null ? {} : { departmentId }),
          ...(cursor === undefined ? {} : { cursor }),
        };
        const [page, known] = await Promise.all([this.#guides.listServiceGuides(query), departments]);
        found = known;
        return page;
      },
      { find: () => this.#cache.find(cacheId), save: (page) => this.#cache.save(cacheId, page) },
      () => {
        if (found === null) return;
        this.departments = found;
        this.#departmentsOf = audience ?? 'all';
      },
    );
  }

  /** Null when they are known already, or cannot be had now. */
  async #readDepartments(audience: Audience | null): Promise<Department[] | null> {
    if (this.#departmentsOf === (audience ?? 'all')) return null;
    try {
      const { items } = await this.#site.listDepartments(audience);
      return items.filter(({ guideCount }) => guideCount > 0);
    } catch (error) {
      if (error instanceof ApiError) return null;
      throw error;
    }
  }
}
