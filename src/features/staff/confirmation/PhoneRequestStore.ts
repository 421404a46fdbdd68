import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { ConfirmationState } from '../../../../server/contract/confirmations';
import { toApiError, type ApiError } from '../../../api/ApiError';

/** What is shown for the phone to find and compare. */
export interface ShownRequest {
  id: string;
  code: string;
  number: number;
}

export type PhoneRequestState =
  | { status: 'asking' }
  | { status: 'failed'; error: ApiError }
  | { status: 'shown'; request: ShownRequest; isScanned: boolean }
  | { status: 'over'; outcome: 'confirmed' | 'refused' | 'expired' };

interface PhoneRequestSteps<Request extends ShownRequest> {
  ask: () => Promise<Request>;
  /** How far the phone has got. */
  check: (request: Request) => Promise<ConfirmationState>;
}

/** Often enough to seem immediate, seldom enough for an office of a hundred. */
export const pollMilliseconds = 2_000;

/** Something that this screen asks and the phone decides: shows the code and follows what becomes of it. */
export class PhoneRequestStore<Request extends ShownRequest> {
  state: PhoneRequestState = { status: 'asking' };
  /** Asking goes on by itself. */
  isOffline = false;
  readonly #steps: PhoneRequestSteps<Request>;
  #request: Request | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isAsking = false;
  /** Answers to what was asked before are dropped. */
  #round = 0;

  constructor(steps: PhoneRequestSteps<Request>) {
    this.#steps = steps;
    makeAutoObservable(this, { state: observableRef }, { autoBind: true });
  }

  /** Shows a new code. */
  async begin(): Promise<void> {
    this.stop();
    const round = this.#round;
    this.state = { status: 'asking' };
    this.#request = null;
    this.#isAsking = true;
    let next: PhoneRequestState;
    try {
      const request = await this.#steps.ask();
      if (round !== this.#round) return;
      this.#request = request;
      next = { status: 'shown', request, isScanned: false };
    } catch (thrown) {
      next = { status: 'failed', error: toApiError(thrown) };
    }
    if (round !== this.#round) return;
    this.#isAsking = false;
    runInAction(() => {
      this.state = next;
    });
    this.#wait();
  }

  /** While nobody sees the page, or after it. */
  stop(): void {
    this.#round += 1;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isAsking = false;
    this.isOffline = false;
  }

  /** Seen again: asks at once, as the phone may have decided meanwhile. */
  resume(): void {
    if (this.state.status === 'asking' && !this.#isAsking) void this.begin();
    else if (this.state.status === 'shown') void this.#check();
  }

  #wait(): void {
    if (this.state.status === 'shown') this.#timer = setTimeout(() => void this.#check(), pollMilliseconds);
  }

  async #check(): Promise<void> {
    if (this.#request === null) return;
    this.stop();
    const round = this.#round;
    const request = this.#request;
    let next: PhoneRequestState;
    let isOffline = false;
    try {
      next = afterProgress(request, await this.#steps.check(request));
    } catch (thrown) {
      const error = toApiError(thrown);
      isOffline = error.isOffline;
      next = afterFailure(this.state, error);
    }
    if (round !== this.#round) return;
    runInAction(() => {
      this.state = next;
      this.isOffline = isOffline;
    });
    this.#wait();
  }
}

function afterProgress(request: ShownRequest, progress: ConfirmationState): PhoneRequestState {
  switch (progress) {
    case 'waiting':
    case 'scanned':
      return { status: 'shown', request, isScanned: progress === 'scanned' };
    default:
      return { status: 'over', outcome: progress };
  }
}

/** What passes by itself leaves the code on the screen. */
function afterFailure(before: PhoneRequestState, error: ApiError): PhoneRequestState {
  if (error.code === 'confirmation_request_not_found') return { status: 'over', outcome: 'expired' };
  const passes = error.isOffline || error.code === 'rate_limited' || (error.status ?? 0) >= 500;
  return passes ? before : { status: 'failed', error };
}
