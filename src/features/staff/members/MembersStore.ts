import { makeAutoObservable, runInAction } from 'mobx';
import type { StaffDepartment } from '../../../../server/contract/staffDepartments';
import type { StaffMemberSummary } from '../../../../server/contract/staffMembers';
import { loading } from '../../../stores/LoadState';
import { PagedListStore } from '../../../stores/PagedListStore';
import type { MemberFilter, MembersApi } from './membersApi';

/** The list of members with its filter, and the one that is looked at beside it. */
export class MembersStore {
  filter: MemberFilter = { departmentId: null, status: null, role: null, name: '' };
  departments: StaffDepartment[] = [];
  openId: string | null = null;
  readonly list = new PagedListStore<StaffMemberSummary>(loading);
  readonly #api: MembersApi;

  constructor(api: MembersApi) {
    this.#api = api;
    makeAutoObservable(this, { list: false }, { autoBind: true });
  }

  get isFiltered(): boolean {
    const { departmentId, status, role, name } = this.filter;
    return departmentId !== null || status !== null || role !== null || name.trim() !== '';
  }

  load(): void {
    const { filter } = this;
    void this.list.load((cursor) => this.#api.list(filter, cursor));
  }

  /** For the choice of a department; without it the list still works. */
  async loadDepartments(): Promise<void> {
    const found = await this.#api.listDepartments().catch(() => null);
    runInAction(() => {
      if (found !== null) this.departments = found.items;
    });
  }

  type(name: string): void {
    this.filter = { ...this.filter, name };
  }

  narrow(change: Partial<MemberFilter>): void {
    this.filter = { ...this.filter, ...change };
    this.load();
  }

  open(id: string): void {
    this.openId = id;
  }
}
