import { makeAutoObservable } from 'mobx';

/** Why the sheet is up: we are about to sign in, or WeChat asks on behalf of one of its own functions. */
export type PrivacyReason = 'sign_in' | 'wechat';

/** The privacy sheet: opens when personal data is about to be taken, and answers with the person's choice. */
export class PrivacyStore {
  reason: PrivacyReason | null = null;
  isBusy = false;
  /** What went wrong after agreeing; the sheet stays open with it. */
  failure: string | null = null;
  /** The page on top: only that one draws the sheet. */
  visiblePage = 0;
  #settle: ((agreed: boolean) => void) | null = null;

  constructor() {
    makeAutoObservable(this, {}, { autoBind: true });
  }

  isOpenOn(page: number): boolean {
    return this.reason !== null && this.visiblePage === page;
  }

  showOn(page: number): void {
    this.visiblePage = page;
  }

  /** Resolves with the choice. After `true` the sheet stays up, busy, until `close` or `fail` is called. */
  ask(reason: PrivacyReason): Promise<boolean> {
    this.#settle?.(false);
    this.reason = reason;
    this.isBusy = false;
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  accept(): void {
    if (this.isBusy || this.#settle === null) return;
    this.isBusy = true;
    this.failure = null;
    this.#answer(true);
  }

  decline(): void {
    this.close();
    this.#answer(false);
  }

  fail(message: string): void {
    this.isBusy = false;
    this.failure = message;
  }

  close(): void {
    this.reason = null;
    this.isBusy = false;
    this.failure = null;
  }

  #answer(agreed: boolean): void {
    const settle = this.#settle;
    this.#settle = null;
    settle?.(agreed);
  }
}
