import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { BindPhoneNumberBody, Citizen } from '../../../server/contract/citizens';
import { toApiError, type ApiError } from '../../api/ApiError';
import { errorText } from '../../api/errorMessages';
import type { FieldProblem } from '../../components/ErrorSummary';
import type { AccountApi } from './accountApi';

/** Ids of the two fields in the page. */
export const phoneNumberAnchor = 'phone-number';
export const codeAnchor = 'phone-code';

/** The same rules as the contract's; checked here so that a slip of the finger costs no round trip. */
const mobileNumber = /^1[3-9][0-9]{9}$/;
const sixDigits = /^[0-9]{6}$/;

const numberProblem = { anchor: phoneNumberAnchor, message: '请输入 11 位中国大陆手机号' };
const codeProblem = { anchor: codeAnchor, message: '请输入短信里的 6 位数字' };

/** Which field an error belongs to. */
const problemsOf = (error: ApiError): FieldProblem[] => {
  const { title, nextAction } = errorText(error);
  const message = `${title}，${nextAction}`;
  switch (error.code) {
    case 'phone_code_incorrect':
    case 'phone_code_expired':
      return [{ anchor: codeAnchor, message }];
    case 'phone_number_unsupported':
      return [{ anchor: phoneNumberAnchor, message }];
    case 'request_invalid':
      return error.fieldErrors.length === 0
        ? [{ anchor: null, message }]
        : error.fieldErrors.map((problem) => ({ anchor: problem.field.includes('phoneNumber') ? phoneNumberAnchor : codeAnchor, message: problem.message }));
    default:
      return [{ anchor: null, message }];
  }
};

/** Binding and removing the phone number. What was typed stays through every error. */
export class PhoneNumberStore {
  phoneNumber = '';
  code = '';
  problems: FieldProblem[] = [];
  isBusy = false;
  /** Where the code went; null before one was sent. */
  sentTo: string | null = null;
  /** Seconds until another code may be asked for. */
  secondsToResend = 0;
  readonly #api: AccountApi;
  readonly #now: () => number;
  readonly #onCitizen: (citizen: Citizen) => void;
  #resendAt = 0;

  /** @param onCitizen told whenever the citizen's number has changed */
  constructor(api: AccountApi, now: () => number, onCitizen: (citizen: Citizen) => void) {
    this.#api = api;
    this.#now = now;
    this.#onCitizen = onCitizen;
    makeAutoObservable(this, { problems: observableRef }, { autoBind: true });
  }

  typePhoneNumber(text: string): void {
    this.phoneNumber = text.replace(/\s/g, '');
  }

  typeCode(text: string): void {
    this.code = text.replace(/\s/g, '');
  }

  problemAt(anchor: string): string | undefined {
    return this.problems.find((problem) => problem.anchor === anchor)?.message;
  }

  /** Called every second while the page is open. */
  tick(): void {
    this.secondsToResend = Math.max(0, Math.ceil((this.#resendAt - this.#now()) / 1000));
  }

  async sendCode(): Promise<void> {
    if (this.secondsToResend > 0) return;
    const problems = mobileNumber.test(this.phoneNumber) ? [] : [numberProblem];
    await this.#attempt(problems, async () => {
      const { resendAfterSeconds } = await this.#api.sendPhoneCode(this.phoneNumber);
      runInAction(() => {
        this.sentTo = this.phoneNumber;
        this.#resendAt = this.#now() + resendAfterSeconds * 1000;
        this.tick();
      });
    });
  }

  /** @returns whether the number was bound */
  async bindWithCode(): Promise<boolean> {
    const problems = [...(mobileNumber.test(this.phoneNumber) ? [] : [numberProblem]), ...(sixDigits.test(this.code) ? [] : [codeProblem])];
    return this.#bind(problems, { source: 'sms', phoneNumber: this.phoneNumber, code: this.code });
  }

  /** @param code what WeChat's button gave; @returns whether the number was bound */
  async bindWithWeChat(code: string): Promise<boolean> {
    return this.#bind([], { source: 'wechat', code });
  }

  async remove(): Promise<void> {
    await this.#attempt([], async () => {
      await this.#api.removePhoneNumber();
      this.#onCitizen(await this.#api.readCitizen());
    });
  }

  #bind(problems: FieldProblem[], body: BindPhoneNumberBody): Promise<boolean> {
    return this.#attempt(problems, async () => {
      const citizen = await this.#api.bindPhoneNumber(body);
      runInAction(() => {
        this.phoneNumber = '';
        this.code = '';
        this.sentTo = null;
        this.#onCitizen(citizen);
      });
    });
  }

  async #attempt(problems: FieldProblem[], act: () => Promise<void>): Promise<boolean> {
    if (this.isBusy) return false;
    runInAction(() => {
      this.problems = problems;
      this.isBusy = problems.length === 0;
    });
    if (problems.length > 0) return false;
    let found: FieldProblem[] = [];
    try {
      await act();
    } catch (thrown) {
      found = problemsOf(toApiError(thrown));
    }
    runInAction(() => {
      this.problems = found;
      this.isBusy = false;
    });
    return found.length === 0;
  }
}
