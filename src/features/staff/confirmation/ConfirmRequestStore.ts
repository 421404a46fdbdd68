import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { ConfirmationRequest, Decision } from '../../../../server/contract/confirmations';
import { toApiError, type ApiError } from '../../../api/ApiError';
import { failed, idle, loading, ready, type LoadState } from '../../../stores/LoadState';
import type { ConfirmationsApi } from './confirmationsApi';
import { requestInLink } from './requestInLink';

/** On the phone: finds what is to be confirmed, by the scanned code or by the digits that were typed, and decides. */
export class ConfirmRequestStore {
  /** Idle until something was scanned or typed. */
  state: LoadState<ConfirmationRequest> = idle;
  typed = '';
  /** What is wrong with what was typed or scanned. */
  inputProblem: string | null = null;
  isBusy = false;
  refusal: ApiError | null = null;
  readonly #api: ConfirmationsApi;

  constructor(api: ConfirmationsApi) {
    this.#api = api;
    makeAutoObservable(this, { state: observableRef, refusal: observableRef }, { autoBind: true });
  }

  type(text: string): void {
    this.typed = text;
    this.inputProblem = null;
  }

  async open(requestId: string): Promise<void> {
    await this.#load(() => this.#api.readRequest(requestId));
  }

  async openScanned(text: string): Promise<void> {
    const requestId = requestInLink(text);
    if (requestId !== null) return this.open(requestId);
    this.inputProblem = '这不是电脑上显示的登录码，请扫电脑屏幕上的二维码。';
  }

  /** Digits with or without a dash or spaces between them. */
  async openTyped(): Promise<void> {
    const digits = this.typed.replace(/\D/g, '');
    if (digits.length !== 8) {
      this.inputProblem = '请输入电脑上显示的 8 位数字。';
      return;
    }
    await this.#load(() => this.#api.findRequest(digits));
    const { state } = this;
    if (state.status !== 'failed' || state.error.code !== 'confirmation_request_not_found') return;
    // Most likely mistyped: it is corrected where it stands.
    runInAction(() => {
      this.state = idle;
      this.inputProblem = '没有这个确认码，请核对电脑上的数字；过期了请在电脑上重新获取。';
    });
  }

  async decide(decision: Decision): Promise<void> {
    const { state } = this;
    if (state.status !== 'ready' || this.isBusy) return;
    this.isBusy = true;
    this.refusal = null;
    let decided: ConfirmationRequest | null = null;
    let refusal: ApiError | null = null;
    try {
      decided = await this.#api.decide(state.value.id, decision);
    } catch (thrown) {
      refusal = toApiError(thrown);
    }
    runInAction(() => {
      this.isBusy = false;
      this.refusal = refusal;
      if (decided !== null) this.state = ready(decided);
    });
  }

  async #load(read: () => Promise<ConfirmationRequest>): Promise<void> {
    this.state = loading;
    this.refusal = null;
    let outcome: LoadState<ConfirmationRequest>;
    try {
      outcome = ready(await read());
    } catch (thrown) {
      outcome = failed(toApiError(thrown));
    }
    runInAction(() => {
      this.state = outcome;
    });
  }
}
