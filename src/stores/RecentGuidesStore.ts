import { makeAutoObservable, observableRef } from 'mobx';
import type { ServiceGuideSummary } from '../../server/contract/serviceGuides';
import type { BoundedCache } from '../platform/BoundedCache';

export interface RecentGuide {
  id: string;
  name: string;
  departmentName: string;
}

/** Guides read on this device, newest first. They never leave it. */
export class RecentGuidesStore {
  guides: RecentGuide[];
  readonly #cache: BoundedCache<RecentGuide>;

  constructor(cache: BoundedCache<RecentGuide>) {
    this.#cache = cache;
    this.guides = cache.entries().map(({ value }) => value);
    makeAutoObservable(this, { guides: observableRef }, { autoBind: true });
  }

  add({ id, name, department }: Pick<ServiceGuideSummary, 'id' | 'name' | 'department'>): void {
    this.#cache.save(id, { id, name, departmentName: department.name });
    this.#show();
  }

  /** For a guide that turned out to be withdrawn. */
  remove(guideId: string): void {
    this.#cache.remove(guideId);
    this.#show();
  }

  #show(): void {
    this.guides = this.#cache.entries().map(({ value }) => value);
  }
}
