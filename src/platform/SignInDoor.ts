/** What the person was about to do when signing in came between: where, and which act of that page. */
export interface PendingStep {
  /** Path with query, as the pages are registered. */
  path: string;
  act: string;
}

/** What is remembered while the person is away at the authorisation page. */
export interface Departure extends PendingStep {
  state: string;
  privacyPolicyVersion: string;
}

/** In the mini-program WeChat gives a one-time code without leaving the page. */
export interface MiniProgramDoor {
  kind: 'mini_program';
  deviceLabel: string;
  /** @throws ApiError wechat_login_failed */
  requestCode(): Promise<string>;
}

/** In the browser the person goes to WeChat's authorisation page and comes back with a code in the address. */
export interface BrowserDoor {
  kind: 'browser';
  deviceLabel: string;
  isInsideWeChat: boolean;
  newState(): string;
  remember(departure: Departure): void;
  /** What was remembered, in this tab only. It stays until `forget`, so that a failed attempt can be repeated. */
  departure(): Departure | null;
  forget(): void;
  /** The code and state in the address, which is cleaned of them; null when the person does not come from there. */
  takeReply(): { code: string; state: string } | null;
  absoluteUrl(path: string): string;
  leaveFor(url: string): void;
}

export type SignInDoor = MiniProgramDoor | BrowserDoor;
