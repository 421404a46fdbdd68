import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { GuideImport, ImportRow, ImportRowKind } from '../../../../server/contract/guideImports';
import { ApiError, toApiError } from '../../../api/ApiError';
import { newUuid } from '../../../platform/newUuid';
import { loading } from '../../../stores/LoadState';
import { PagedListStore } from '../../../stores/PagedListStore';
import type { ChosenFile } from '../files/chosenFile';
import { largestFromWeChat } from '../files/fileLimits';
import type { ImportsApi } from './importsApi';

const pollMilliseconds = 2_000;
const isAtWork = (made: GuideImport | null): boolean => made?.status === 'previewing' || made?.status === 'applying';

/** Imports, the one that is looked at, and its rows. */
export class ImportsStore {
  readonly list = new PagedListStore<GuideImport>(loading);
  readonly rows = new PagedListStore<ImportRow>(loading);
  open: GuideImport | null = null;
  kind: ImportRowKind | null = null;
  withoutRefused = false;
  /** Pressed on without saying what becomes of the rows that are refused. */
  isConsentMissing = false;
  isBusy = false;
  /** What is under way, in words. */
  busyWith = '';
  failure: ApiError | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isLeft = false;
  readonly #api: ImportsApi;

  constructor(api: ImportsApi) {
    this.#api = api;
    makeAutoObservable(this, { list: false, rows: false, open: observableRef, failure: observableRef }, { autoBind: true });
  }

  /** Also when the page is shown again. */
  load(): void {
    this.#isLeft = false;
    void this.list.load((cursor) => this.#api.list(cursor));
    this.#watch();
  }

  /** The page is gone: nobody is waiting. */
  leave(): void {
    this.#isLeft = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  toggle(made: GuideImport): void {
    this.#show(this.open?.id === made.id ? null : made);
  }

  showKind(kind: ImportRowKind | null): void {
    this.kind = kind;
    this.#loadRows();
  }

  agreeWithoutRefused(): void {
    this.withoutRefused = !this.withoutRefused;
    this.isConsentMissing = false;
    this.failure = null;
  }

  /** Sends a file and has it worked out; the file stays chosen nowhere, so that a refusal asks for it again. */
  async start(choose: () => Promise<ChosenFile | null>): Promise<void> {
    if (this.isBusy) return;
    const file = await choose();
    if (file === null) return;
    if (process.env.TARO_ENV !== 'h5' && file.byteSize > largestFromWeChat) {
      runInAction(() => {
        this.failure = new ApiError({ code: 'file_too_large', message: '在微信里最大 10 MB，更大的文件请在电脑的浏览器里导入。', fieldErrors: [{ field: 'body', message: '在微信里最大 10 MB，更大的文件请在电脑的浏览器里导入。' }] });
      });
      return;
    }
    const made = await this.#act('正在上传', async () => {
      const { hash } = await this.#api.upload(file);
      return this.#api.start(newUuid(), hash);
    });
    if (made !== null) this.load();
  }

  async confirm(): Promise<void> {
    const { open, withoutRefused } = this;
    if (open !== null && this.#isConsented()) await this.#act('正在确认', () => this.#api.confirm(open.id, { preview: open.preview, withoutRefused }));
  }

  async submit(): Promise<void> {
    const { open, withoutRefused } = this;
    if (open !== null && this.#isConsented()) await this.#act('正在提交', () => this.#api.submit(open.id, { preview: open.preview, withoutRefused }));
  }

  async cancel(): Promise<void> {
    const { open } = this;
    if (open !== null) await this.#act('正在取消', () => this.#api.cancel(open.id));
  }

  async download(what: 'template' | 'current' | 'refused'): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.busyWith = '正在下载';
    this.failure = null;
    let failure: ApiError | null = null;
    try {
      if (what === 'template') await this.#api.saveTemplate();
      else if (what === 'current') await this.#api.saveCurrent();
      else if (this.open !== null) await this.#api.saveRefusedRows(this.open.id);
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isBusy = false;
      this.failure = failure;
    });
  }

  #isConsented(): boolean {
    this.isConsentMissing = (this.open?.counts?.refused ?? 0) > 0 && !this.withoutRefused;
    return !this.isConsentMissing;
  }

  async #act(busyWith: string, call: () => Promise<GuideImport>): Promise<GuideImport | null> {
    if (this.isBusy) return null;
    this.isBusy = true;
    this.busyWith = busyWith;
    this.failure = null;
    let made: GuideImport | null = null;
    let failure: ApiError | null = null;
    try {
      made = await call();
    } catch (thrown) {
      failure = toApiError(thrown);
    }
    runInAction(() => {
      this.isBusy = false;
      this.failure = failure;
      if (made !== null) this.#show(made);
      // What was looked at is not what is there any more.
      else if (failure?.code === 'import_preview_outdated' || failure?.code === 'import_closed') void this.#refresh();
    });
    return made;
  }

  #show(made: GuideImport | null): void {
    const isOther = this.open?.id !== made?.id || this.open?.preview !== made?.preview;
    this.open = made;
    if (isOther) {
      this.kind = null;
      this.withoutRefused = false;
      this.isConsentMissing = false;
      if (made !== null && made.counts !== null) this.#loadRows();
    }
    this.#watch();
  }

  #loadRows(): void {
    const { open, kind } = this;
    if (open !== null) void this.rows.load((cursor) => this.#api.rows(open.id, kind, cursor));
  }

  /** Asks again while something is under way, until the page is left. */
  #watch(): void {
    if (this.#timer !== null || this.#isLeft || !isAtWork(this.open)) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#refresh();
    }, pollMilliseconds);
  }

  async #refresh(): Promise<void> {
    const id = this.open?.id;
    if (id === undefined) return;
    // Without the network it is asked again; what is shown stays.
    const made = await this.#api.read(id).catch(() => null);
    runInAction(() => {
      if (this.open?.id !== id) return;
      if (made === null) return this.#watch();
      const wasAtWork = isAtWork(this.open);
      this.#show(made);
      if (wasAtWork && !isAtWork(made)) void this.list.load((cursor) => this.#api.list(cursor));
    });
  }
}
