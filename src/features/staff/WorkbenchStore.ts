import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { CurrentStaffMember } from '../../../server/contract/staff';
import type { StaffWorkItem, StaffWorkList } from '../../../server/contract/work';
import { toApiError } from '../../api/ApiError';
import { failed, loading, ready, type LoadState } from '../../stores/LoadState';
import type { WorkApi } from './workApi';

export interface Workbench {
  member: CurrentStaffMember;
  work: StaffWorkList;
  unread: string;
}

const rowsAtOnce = 20;

/** What waits for the member, and where they may go. */
export class WorkbenchStore {
  state: LoadState<Workbench> = loading;
  shown = rowsAtOnce;
  #isAsking = false;
  readonly #api: WorkApi;

  constructor(api: WorkApi) {
    this.#api = api;
    makeAutoObservable(this, { state: observableRef }, { autoBind: true });
  }

  get rows(): readonly StaffWorkItem[] {
    return this.state.status === 'ready' ? this.state.value.work.items.slice(0, this.shown) : [];
  }

  get hasMore(): boolean {
    return this.state.status === 'ready' && this.state.value.work.items.length > this.shown;
  }

  showMore(): void {
    this.shown += rowsAtOnce;
  }

  /** What stands there stays until the answer is here. All of it comes in one change: one drawing. */
  async load(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const outcome = await this.#ask();
    runInAction(() => {
      this.#isAsking = false;
      this.state = outcome;
    });
  }

  /** After a failure. */
  async retry(): Promise<void> {
    this.state = loading;
    await this.load();
  }

  async #ask(): Promise<LoadState<Workbench>> {
    try {
      // The number of notices is the least of it: without it the rest is shown all the same.
      const unread = this.#api.countUnread().then(({ label }) => label, () => '0');
      const [member, work] = await Promise.all([this.#api.readCurrentMember(), this.#api.listWork()]);
      return ready({ member, work, unread: await unread });
    } catch (thrown) {
      return failed(toApiError(thrown));
    }
  }
}
