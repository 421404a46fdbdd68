import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Citizen } from '../../server/contract/citizens';
import type { SignedIn, SignInBody } from '../../server/contract/sessions';
import type { Site } from '../../server/contract/site';
import type { Credentials } from '../api/ApiClient';
import { ApiError, toApiError } from '../api/ApiError';
import { errorText } from '../api/errorMessages';
import type { SessionsApi } from '../api/sessionsApi';
import type { DeviceStorage } from '../platform/DeviceStorage';
import type { BrowserDoor, MiniProgramDoor, PendingStep, SignInDoor } from '../platform/SignInDoor';
import { paths } from '../paths';
import { authorizationUrl, canAuthorize, requireSameState } from './authorization';
import type { PrivacyStore } from './PrivacyStore';
import type { SiteStore } from './SiteStore';

/** Kept on the device. Without it the person has never signed in, or has signed out: then nothing happens silently. */
interface KeptSession {
  token: string | null;
  citizen: Citizen;
  consentedVersion: string;
}

const storageName = 'session';
/** Before the act of a departure that is not for signing in. */
const provingAgain = 'prove-again:';

/** `away`: the page is being left for the authorisation page, or for the page that explains how to sign in. */
export type SignInOutcome = 'signed_in' | 'declined' | 'away';

export interface SessionDependencies {
  api: SessionsApi;
  storage: DeviceStorage;
  door: SignInDoor;
  site: SiteStore;
  privacy: PrivacyStore;
  /** Opens the page that says how to sign in from this browser. */
  openSignInPage: (from: string) => void;
}

/** Who uses the app. Signing in is asked for when an act needs it, and the act then goes on by itself. */
export class SessionStore implements Credentials {
  kept: KeptSession | null;
  /** The act that was waiting for a sign-in which left the page; its page takes it up and clears it. */
  resumedAct: string | null = null;
  /** WeChat's code of this moment for somebody who is signed in already, and what it was fetched for; see `proveAgain`. */
  freshCode: { act: string; code: string } | null = null;
  /** Why coming back from the authorisation page did not sign in. */
  authorizationFailure: ApiError | null = null;
  readonly #on: SessionDependencies;
  #renewing: Promise<boolean> | null = null;
  /** Counts sign-outs: a sign-in that was under way during one is thrown away. */
  #signOuts = 0;

  constructor(on: SessionDependencies) {
    this.#on = on;
    this.kept = (on.storage.read(storageName) as KeptSession | undefined | '') || null;
    makeAutoObservable(this, { kept: observableRef, freshCode: observableRef, authorizationFailure: observableRef }, { autoBind: true });
  }

  get token(): string | null {
    return this.kept?.token ?? null;
  }

  get isSignedIn(): boolean {
    return this.token !== null;
  }

  get citizen(): Citizen | null {
    return this.isSignedIn ? (this.kept?.citizen ?? null) : null;
  }

  /** Whether this browser can sign in by itself; null while the site is not known. Always true in the mini-program. */
  get canSignInHere(): boolean | null {
    const { door, site } = this.#on;
    if (door.kind === 'mini_program') return true;
    return site.site === null ? null : canAuthorize(site.site, door);
  }

  /**
   * Makes sure that somebody is signed in and has agreed to the current privacy policy, asking where needed.
   * The sheet is left open and busy after agreement; `perform` closes it together with the result of the act.
   * @throws ApiError when signing in failed without a sheet to show it on
   */
  async #ensure(step: PendingStep): Promise<SignInOutcome> {
    const { door, privacy, openSignInPage } = this.#on;
    if (this.isSignedIn && this.kept?.consentedVersion === (await this.#on.site.known()).privacyPolicy.version) return 'signed_in';
    // What is kept on the device may be old: how to sign in, and what to agree to, must not be.
    let site = await this.#on.site.refresh();
    let hasAgreed = this.kept?.consentedVersion === site.privacyPolicy.version;
    if (this.isSignedIn && hasAgreed) return 'signed_in';
    if (!this.isSignedIn && door.kind === 'browser' && !canAuthorize(site, door)) {
      openSignInPage(step.path);
      return 'away';
    }
    for (;;) {
      if (!hasAgreed && !(await privacy.ask('sign_in'))) return 'declined';
      try {
        return await this.#enter(site, step);
      } catch (thrown) {
        const error = toApiError(thrown);
        const isOutdated = error.code === 'privacy_consent_required';
        if (hasAgreed && !isOutdated) throw error;
        // The policy changed since the site was read: the new one has to be shown.
        if (isOutdated) site = await this.#on.site.refresh();
        hasAgreed = false;
        const { title, nextAction } = errorText(error);
        privacy.fail(isOutdated ? '隐私保护指引有更新，请重新阅读后同意。' : `${title}，${nextAction}`);
      }
    }
  }

  async #enter(site: Site, step: PendingStep): Promise<SignInOutcome> {
    const { door, api } = this.#on;
    const { version } = site.privacyPolicy;
    if (this.kept !== null && this.token !== null) {
      await api.giveConsent(this.token, version);
      this.#keep({ ...this.kept, consentedVersion: version });
      return 'signed_in';
    }
    if (door.kind === 'browser') {
      this.#leave(site, step, door);
      return 'away';
    }
    return (await this.#signInHere(door, version)) ? 'signed_in' : 'declined';
  }

  async #signInHere(door: MiniProgramDoor, version: string): Promise<boolean> {
    const signOuts = this.#signOuts;
    const reply = await this.#on.api.signInWithMiniProgram(this.#body(await door.requestCode(), version));
    return this.#accept(reply, version, signOuts);
  }

  /**
   * Does something that needs a signed-in citizen, signing in first if necessary. A session that ended in between is
   * replaced once, by asking again.
   * @returns `signed_in` when the act was done
   * @throws ApiError what the act threw
   */
  async perform(step: PendingStep, act: () => Promise<void>): Promise<SignInOutcome> {
    try {
      const outcome = await this.#ensure(step);
      if (outcome !== 'signed_in') return outcome;
      try {
        await act();
        return outcome;
      } catch (error) {
        if (!this.#needsAsking(error)) throw error;
      }
      const again = await this.#ensure(step);
      if (again === 'signed_in') await act();
      return again;
    } finally {
      if (this.#on.privacy.reason === 'sign_in') this.#on.privacy.close();
    }
  }

  #needsAsking(error: unknown): boolean {
    if (!(error instanceof ApiError)) return false;
    if (error.code === 'privacy_consent_required' && this.kept !== null) {
      this.#keep({ ...this.kept, consentedVersion: '' });
      return true;
    }
    if (error.code !== 'session_expired' && error.code !== 'sign_in_required') return false;
    this.#dropToken();
    return true;
  }

  /** Credentials: a new token without asking, in the mini-program only, for somebody who signed in and never signed out. */
  renew(rejectedToken: string | null): Promise<boolean> {
    if (this.token !== null && this.token !== rejectedToken) return Promise.resolve(true);
    const { door } = this.#on;
    if (this.kept === null || door.kind === 'browser') {
      this.#dropToken();
      return Promise.resolve(false);
    }
    this.#renewing ??= this.#signInHere(door, this.kept.consentedVersion).finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  #leave(site: Site, step: PendingStep, door: BrowserDoor): void {
    const departure = { ...step, state: door.newState(), privacyPolicyVersion: site.privacyPolicy.version };
    door.remember(departure);
    if (site.officialAccount !== null) door.leaveFor(authorizationUrl(site.officialAccount, door.absoluteUrl(step.path), departure.state));
  }

  /** In the browser: leaves for WeChat's page to fetch a code that shows who holds the phone now; it stands in `freshCode` on coming back. */
  async proveAgain(step: PendingStep): Promise<void> {
    const { door } = this.#on;
    if (door.kind === 'browser') this.#leave(await this.#on.site.refresh(), { ...step, act: provingAgain + step.act }, door);
  }

  /** On start in the browser: takes up a sign-in that left the page. Does nothing for an ordinary visit. */
  async completeAuthorization(): Promise<void> {
    const { door, api } = this.#on;
    const reply = door.kind === 'browser' ? door.takeReply() : null;
    if (door.kind !== 'browser' || reply === null) return;
    const departure = door.departure();
    try {
      requireSameState(departure, reply.state);
      if (this.isSignedIn && departure.act.startsWith(provingAgain)) {
        door.forget();
        runInAction(() => {
          this.freshCode = { act: departure.act.slice(provingAgain.length), code: reply.code };
        });
        return;
      }
      const signedIn = await api.signInWithOfficialAccount(this.#body(reply.code, departure.privacyPolicyVersion));
      door.forget();
      runInAction(() => {
        this.#accept(signedIn, departure.privacyPolicyVersion, this.#signOuts);
        this.resumedAct = departure.act;
      });
    } catch (error) {
      runInAction(() => {
        this.authorizationFailure = toApiError(error);
      });
      this.#on.openSignInPage(departure?.path ?? paths.my);
    }
  }

  /** What was waiting when the last attempt left this tab; `otherwise` when nothing was. */
  pendingStep(otherwise: PendingStep): PendingStep {
    const { door } = this.#on;
    return (door.kind === 'browser' ? door.departure() : null) ?? otherwise;
  }

  /** True once, for the page whose act was waiting. */
  takeUp(act: string): boolean {
    if (this.resumedAct !== act) return false;
    this.resumedAct = null;
    return true;
  }

  /** A desktop browser whose sign-in was confirmed on the phone, where the privacy policy was agreed to. */
  enter(signedIn: SignedIn): void {
    this.#accept(signedIn, signedIn.citizen.privacyPolicyVersion ?? '', this.#signOuts);
  }

  updateCitizen(citizen: Citizen): void {
    if (this.kept !== null) this.#keep({ ...this.kept, citizen });
  }

  /** Signs out here at once; the server is told, and an unreachable server does not keep the person signed in. */
  async signOut(): Promise<void> {
    const { token } = this;
    this.forget();
    if (token === null) return;
    try {
      await this.#on.api.endCurrentSession(token);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  /** Leaves nothing of the citizen on the device. */
  forget(): void {
    this.#signOuts += 1;
    this.#on.storage.remove(storageName);
    this.kept = null;
    this.resumedAct = null;
  }

  #dropToken(): void {
    if (this.kept !== null) this.#keep({ ...this.kept, token: null });
  }

  #body(code: string, privacyPolicyVersion: string): SignInBody {
    return { code, privacyPolicyVersion, deviceLabel: this.#on.door.deviceLabel };
  }

  #accept(reply: SignedIn, consentedVersion: string, signOutsBefore: number): boolean {
    if (signOutsBefore !== this.#signOuts) return false;
    this.#keep({ token: reply.token, citizen: reply.citizen, consentedVersion });
    runInAction(() => {
      this.authorizationFailure = null;
    });
    return true;
  }

  #keep(kept: KeptSession): void {
    this.#on.storage.write(storageName, kept);
    runInAction(() => {
      this.kept = kept;
    });
  }
}
