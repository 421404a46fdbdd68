import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { StaffOffice, StaffOfficeList } from '../../../../server/contract/staffOffices';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { failed, loading, ready, type LoadState } from '../../../stores/LoadState';
import { contentOf, formOf, problemsOf, type OfficeField, type OfficeForm } from './officeForm';
import type { OfficesApi } from './officesApi';

const newOffice = 'new office';

/** All halls, the one that is open, and what is typed about it. */
export class OfficesStore {
  state: LoadState<StaffOfficeList> = loading;
  /** The code of the open one, as it is stored. */
  openCode: string | null = null;
  form: OfficeForm = formOf(null);
  problems: ReturnType<typeof problemsOf> = {};
  isRemoving = false;
  /** The window that is being typed: a hall has dozens, and the fields of all would be a page without end. */
  openWindow: number | null = null;
  isBusy = false;
  failure: ApiError | null = null;
  /** What somebody else has saved meanwhile. */
  conflict: StaffOffice | null = null;
  done: string | null = null;
  #revision: string | null = null;
  readonly #api: OfficesApi;

  constructor(api: OfficesApi) {
    this.#api = api;
    makeAutoObservable(this, { state: observableRef, failure: observableRef, conflict: observableRef, form: observableRef, problems: observableRef }, { autoBind: true });
  }

  get items(): readonly StaffOffice[] {
    return this.state.status === 'ready' ? this.state.value.items : [];
  }

  get isNew(): boolean {
    return this.openCode === newOffice;
  }

  get open(): StaffOffice | null {
    return this.items.find(({ code }) => code === this.openCode) ?? null;
  }

  async load(): Promise<void> {
    if (this.state.status !== 'ready') this.state = loading;
    let outcome: LoadState<StaffOfficeList>;
    try {
      outcome = ready(await this.#api.list());
    } catch (thrown) {
      outcome = failed(toApiError(thrown));
    }
    runInAction(() => {
      this.state = outcome;
    });
  }

  toggle(code: string): void {
    this.#show(this.openCode === code ? null : code);
    this.done = null;
  }

  startNew(): void {
    this.#show(newOffice);
    this.done = null;
  }

  fold(): void {
    this.#show(null);
  }

  type(field: OfficeField, value: string): void {
    this.form = { ...this.form, fields: { ...this.form.fields, [field]: value } };
  }

  typeWindow(index: number, part: 'number' | 'name' | 'floor', value: string): void {
    this.form = { ...this.form, windows: this.form.windows.map((window, at) => (at === index ? { ...window, [part]: value } : window)) };
  }

  toggleWindow(index: number): void {
    this.openWindow = this.openWindow === index ? null : index;
  }

  addWindow(): void {
    this.openWindow = this.form.windows.length;
    this.form = { ...this.form, windows: [...this.form.windows, { number: '', name: '', floor: '' }] };
  }

  removeWindow(index: number): void {
    this.openWindow = null;
    this.form = { ...this.form, windows: this.form.windows.filter((_, at) => at !== index) };
  }

  askToRemove(isRemoving: boolean): void {
    this.isRemoving = isRemoving;
    this.failure = null;
  }

  /** Keeps what is typed, over what somebody else has saved. */
  keepMine(): void {
    this.#revision = this.conflict?.revision ?? null;
    this.conflict = null;
    this.failure = null;
  }

  takeTheirs(): void {
    if (this.conflict === null) return;
    this.form = formOf(this.conflict);
    this.keepMine();
    void this.load();
  }

  async save(): Promise<void> {
    this.problems = problemsOf(this.form);
    if (Object.keys(this.problems).length > 0 || this.openCode === null) return;
    const content = contentOf(this.form);
    const code = this.isNew ? content.code : this.openCode;
    await this.#act(async () => {
      const saved = await this.#api.save(code, { office: content, revision: this.#revision });
      return `已保存“${saved.name}”，群众看到的页面随之更新`;
    }, code);
  }

  async remove(): Promise<void> {
    const { open } = this;
    if (open === null) return;
    await this.#act(async () => {
      await this.#api.remove(open.code);
      return `已删除“${open.name}”`;
    }, null);
  }

  async shift(step: -1 | 1): Promise<void> {
    const { open, items } = this;
    const at = items.findIndex(({ code }) => code === open?.code);
    if (open === null || (step === -1 ? at <= 0 : at === items.length - 1)) return;
    const before = items[step === -1 ? at - 1 : at + 2];
    await this.#act(async () => {
      await this.#api.move(open.code, before?.code ?? null);
      return `已调整“${open.name}”的位置`;
    }, null);
  }

  /** @param conflictingCode of the office that is saved, to be read again when somebody else has changed it */
  async #act(call: () => Promise<string>, conflictingCode: string | null): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = null;
    let done: string | null = null;
    let failure: ApiError | null = null;
    try {
      done = await call();
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    const isConflict = failure?.code === 'office_changed';
    if (failure === null || isConflict) await this.load();
    runInAction(() => {
      this.isBusy = false;
      this.failure = failure;
      this.conflict = isConflict ? (this.items.find(({ code }) => code === conflictingCode) ?? null) : null;
      if (failure !== null) return;
      this.#show(null);
      this.done = done;
    });
  }

  #show(code: string | null): void {
    this.openCode = code;
    const office = this.items.find((each) => each.code === code) ?? null;
    this.form = formOf(office);
    this.#revision = office?.revision ?? null;
    this.openWindow = null;
    this.problems = {};
    this.failure = null;
    this.conflict = null;
    this.isRemoving = false;
  }
}
