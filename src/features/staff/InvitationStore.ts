import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { StaffInvitation } from '../../../server/contract/staff';
import { toApiError, type ApiError } from '../../api/ApiError';
import type { StaffApi } from '../../api/staffApi';
import { failed, loading, ready, type LoadState } from '../../stores/LoadState';
import type { SessionStore } from '../../stores/SessionStore';

/** One invitation, from the link to the staff member. */
export class InvitationStore {
  state: LoadState<StaffInvitation> = loading;
  isBusy = false;
  isAccepted = false;
  /** Why accepting was refused; the invitation itself still stands. */
  refusal: ApiError | null = null;
  readonly token: string;
  readonly #api: StaffApi;
  readonly #session: Pick<SessionStore, 'updateCitizen'>;

  constructor(token: string, api: StaffApi, session: Pick<SessionStore, 'updateCitizen'>) {
    this.token = token;
    this.#api = api;
    this.#session = session;
    makeAutoObservable(this, { state: observableRef, refusal: observableRef, token: false }, { autoBind: true });
  }

  async load(): Promise<void> {
    this.state = loading;
    let outcome: LoadState<StaffInvitation>;
    try {
      outcome = ready(await this.#api.readInvitation(this.token));
    } catch (thrown) {
      outcome = failed(toApiError(thrown));
    }
    runInAction(() => {
      this.state = outcome;
    });
  }

  /** For `SessionStore.perform`: what comes of it stands in the store, and only a lost session is thrown on. */
  async accept(): Promise<void> {
    this.isBusy = true;
    this.refusal = null;
    try {
      await this.#acceptOnce();
      runInAction(() => {
        this.isAccepted = true;
      });
    } catch (thrown) {
      const error = toApiError(thrown);
      if (error.code === 'session_expired' || error.code === 'sign_in_required') throw error;
      runInAction(() => {
        this.refusal = error;
      });
    } finally {
      runInAction(() => {
        this.isBusy = false;
      });
    }
  }

  /** When the page is shown again: what stood in the way may have been put right on another page. */
  forgetRefusal(): void {
    this.refusal = null;
  }

  /** When the answer to an earlier press was lost, the invitation is used up and the person is a staff member already. */
  async #acceptOnce(): Promise<void> {
    try {
      await this.#api.acceptInvitation(this.token);
    } catch (thrown) {
      if (toApiError(thrown).code === 'invitation_not_found' && (await this.#isKnownAsStaff())) return;
      throw thrown;
    }
    await this.#isKnownAsStaff();
  }

  /** Brings the kept citizen up to date. Not reaching the server makes nothing of the acceptance undone: then false. */
  async #isKnownAsStaff(): Promise<boolean> {
    try {
      const citizen = await this.#api.readCurrentCitizen();
      this.#session.updateCitizen(citizen);
      return citizen.isStaff;
    } catch {
      return false;
    }
  }
}
