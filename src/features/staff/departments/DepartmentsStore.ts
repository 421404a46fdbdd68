import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { StaffDepartment } from '../../../../server/contract/staffDepartments';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { failed, loading, ready, type LoadState } from '../../../stores/LoadState';
import type { DepartmentsApi } from './departmentsApi';

export type DepartmentForm = 'rename' | 'add' | 'move' | 'remove';

/** The departments a member answers for, and what is being done with one of them. */
export class DepartmentsStore {
  state: LoadState<StaffDepartment[]> = loading;
  openId: string | null = null;
  form: DepartmentForm | null = null;
  name = '';
  isNameMissing = false;
  isBusy = false;
  failure: ApiError | null = null;
  /** What was done last. */
  done: string | null = null;
  readonly #api: DepartmentsApi;

  constructor(api: DepartmentsApi) {
    this.#api = api;
    makeAutoObservable(this, { state: observableRef, failure: observableRef }, { autoBind: true });
  }

  get items(): readonly StaffDepartment[] {
    return this.state.status === 'ready' ? this.state.value : [];
  }

  get open(): StaffDepartment | null {
    return this.items.find(({ id }) => id === this.openId) ?? null;
  }

  /** Below which the open one may be put: any but itself, what is below it, and where it is. */
  get possibleParents(): StaffDepartment[] {
    const { open } = this;
    if (open === null) return [];
    const below = new Set([open.id]);
    // Each stands before those below it.
    for (const { id, parentId } of this.items) if (parentId !== null && below.has(parentId)) below.add(id);
    return this.items.filter(({ id }) => !below.has(id) && id !== open.parentId);
  }

  async load(): Promise<void> {
    if (this.state.status !== 'ready') this.state = loading;
    let outcome: LoadState<StaffDepartment[]>;
    try {
      outcome = ready((await this.#api.list()).items);
    } catch (thrown) {
      outcome = failed(toApiError(thrown));
    }
    runInAction(() => {
      this.state = outcome;
    });
  }

  toggle(id: string): void {
    this.openId = this.openId === id ? null : id;
    this.showForm(null);
    this.done = null;
  }

  showForm(form: DepartmentForm | null): void {
    this.form = form;
    this.name = form === 'rename' ? (this.open?.name ?? '') : '';
    this.failure = null;
    this.isNameMissing = false;
  }

  typeName(name: string): void {
    this.name = name;
    this.isNameMissing = false;
  }

  async saveName(): Promise<void> {
    const { open, form } = this;
    const name = this.name.trim();
    this.isNameMissing = name === '';
    if (open === null || name === '') return;
    if (form === 'add') await this.#act(() => this.#api.add({ name, parentId: open.id }), `已增加“${name}”`);
    else await this.#act(() => this.#api.rename(open.id, name), `已改名为“${name}”`);
  }

  async moveBelow(parentId: string): Promise<void> {
    const { open } = this;
    if (open !== null) await this.#act(() => this.#api.move(open.id, { parentId, beforeId: null }), `已移动“${open.name}”，职责随之生效`);
  }

  /** One place up or down among those below the same department. */
  async shift(step: -1 | 1): Promise<void> {
    const { open } = this;
    const parentId = open?.parentId ?? null;
    if (open === null || parentId === null) return;
    const siblings = this.items.filter((each) => each.parentId === parentId);
    const at = siblings.findIndex(({ id }) => id === open.id);
    const before = siblings[step === -1 ? at - 1 : at + 2];
    if (step === -1 ? at === 0 : at === siblings.length - 1) return;
    await this.#act(() => this.#api.move(open.id, { parentId, beforeId: before?.id ?? null }), `已调整“${open.name}”的位置`);
  }

  async remove(): Promise<void> {
    const { open } = this;
    if (open !== null) await this.#act(() => this.#api.remove(open.id), `已删除“${open.name}”`);
  }

  /** What was typed stays when it is refused. */
  async #act(call: () => Promise<unknown>, done: string): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = null;
    this.done = null;
    let failure: ApiError | null = null;
    try {
      await call();
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    if (failure === null) await this.load();
    runInAction(() => {
      this.isBusy = false;
      this.failure = failure;
      if (failure !== null) return;
      this.form = null;
      this.done = done;
    });
  }
}
