import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Confirmation, ConfirmedAct } from '../../../../server/contract/confirmations';
import { toApiError, type ApiError } from '../../../api/ApiError';
import type { SignInDoor } from '../../../platform/SignInDoor';
import type { SessionStore } from '../../../stores/SessionStore';
import { isConfirmedAct } from './confirmationLabels';
import type { ConfirmationsApi } from './confirmationsApi';
import { PhoneRequestStore } from './PhoneRequestStore';

/** `declined`: the person closed the sheet, or has left for WeChat's page; nothing was done. */
export type Confirmed<Reply> = { outcome: 'done'; reply: Reply } | { outcome: 'declined' };

interface Asking {
  act: ConfirmedAct;
  /** With another phone, or with WeChat on this one. */
  way: 'other_phone' | 'wechat_here';
  answer: (confirmationId: string | null) => void;
}

interface ConfirmationDependencies {
  api: ConfirmationsApi;
  door: SignInDoor;
  session: Pick<SessionStore, 'proveAgain' | 'freshCode'>;
  /** The page to come back to. */
  path: string;
}

const headersFor = (confirmationId: string | null): Record<string, string> => (confirmationId === null ? {} : { 'x-confirmation': confirmationId });

/** Sensitive acts of one page: asks for the fresh confirmation that the server wants, and then does them by itself. */
export class ConfirmationStore {
  /** Whether this is a computer, with the phone beside it. */
  isAtADesk = false;
  asking: Asking | null = null;
  phoneRequest: PhoneRequestStore<Confirmation> | null = null;
  isBusy = false;
  failure: ApiError | null = null;
  /** The act that was confirmed on WeChat's page, which had to leave this one: the next press does it. */
  confirmedAct: ConfirmedAct | null = null;
  #held: { act: ConfirmedAct; id: string } | null = null;
  readonly #on: ConfirmationDependencies;

  constructor(on: ConfirmationDependencies) {
    this.#on = on;
    makeAutoObservable(this, { asking: observableRef, phoneRequest: observableRef, failure: observableRef }, { autoBind: true });
  }

  /**
   * Makes a call that may need a confirmation. When it does, the sheet opens, and the call is made again with what was granted.
   * @param call gets the headers to send
   * @throws ApiError what the call threw
   */
  async withConfirmation<Reply>(act: ConfirmedAct, call: (headers: Record<string, string>) => Promise<Reply>): Promise<Confirmed<Reply>> {
    try {
      return { outcome: 'done', reply: await call(headersFor(this.#takeHeld(act))) };
    } catch (thrown) {
      if (toApiError(thrown).code !== 'confirmation_required') throw thrown;
    }
    const id = await this.#obtain(act);
    return id === null ? { outcome: 'declined' } : { outcome: 'done', reply: await call(headersFor(id)) };
  }

  #obtain(act: ConfirmedAct): Promise<string | null> {
    this.close();
    return new Promise((resolve) => {
      runInAction(() => {
        this.asking = { act, way: this.isAtADesk ? 'other_phone' : 'wechat_here', answer: resolve };
        if (this.asking.way === 'other_phone') this.#askPhone(act);
      });
    });
  }

  #askPhone(act: ConfirmedAct): void {
    const { api } = this.#on;
    this.phoneRequest = new PhoneRequestStore({
      ask: () => api.askToConfirm(act),
      check: async ({ id }) => {
        const { state } = await api.readProgress(id);
        if (state === 'confirmed') this.#answer(id);
        return state;
      },
    });
    void this.phoneRequest.begin();
  }

  /** On the phone: WeChat says who holds it now. In the browser that means leaving the page for a moment. */
  async confirmHere(): Promise<void> {
    const { asking } = this;
    if (asking === null || this.isBusy) return;
    const { api, door, session, path } = this.#on;
    this.isBusy = true;
    this.failure = null;
    try {
      if (door.kind === 'browser') await session.proveAgain({ path, act: asking.act });
      else {
        const { id } = await api.confirmByWeChat({ act: asking.act, client: 'mini_program', code: await door.requestCode() });
        if (this.asking === asking) this.#answer(id);
      }
    } catch (thrown) {
      runInAction(() => {
        this.failure = toApiError(thrown);
      });
    } finally {
      runInAction(() => {
        this.isBusy = false;
      });
    }
  }

  /** Back from WeChat's page with a code: what was to be confirmed is confirmed, and the next press does it. */
  async takeUp(): Promise<void> {
    const { api, session } = this.#on;
    const { freshCode } = session;
    if (freshCode === null || !isConfirmedAct(freshCode.act)) return;
    const { act } = freshCode;
    session.freshCode = null;
    try {
      const { id } = await api.confirmByWeChat({ act, client: 'h5', code: freshCode.code });
      this.#held = { act, id };
      runInAction(() => {
        this.confirmedAct = act;
      });
    } catch (thrown) {
      runInAction(() => {
        this.failure = toApiError(thrown);
      });
    }
  }

  /** Nothing is confirmed, nothing is done. */
  close(): void {
    this.#answer(null);
  }

  #takeHeld(act: ConfirmedAct): string | null {
    const held = this.#held;
    if (held?.act !== act) return null;
    this.#held = null;
    this.confirmedAct = null;
    return held.id;
  }

  #answer(id: string | null): void {
    const { asking, phoneRequest } = this;
    phoneRequest?.stop();
    runInAction(() => {
      this.asking = null;
      this.phoneRequest = null;
      this.failure = null;
    });
    asking?.answer(id);
  }
}
