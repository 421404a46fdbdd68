import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../clock';
import type { AccessTokenRepository, RefreshLease } from './accessTokenRepository';
import { fetchStableToken } from './stableToken';
import type { Transport } from './transport';
import type { Account, ValueEncryption, WeChatLog } from './weChatConfig';
import { WeChatError } from './weChatError';

/**
 * A token with less left is replaced. Not earlier: before its last five minutes WeChat gives the same one back,
 * and from then on old and new overlap, so nobody has to wait for the new one.
 */
const replaceBelowMilliseconds = 300_000;
/** After a refresh that failed while the old token still works: WeChat is left alone this long. */
const pauseAfterFailureMilliseconds = 10_000;
const pollMilliseconds = 50;
const encryptionContext = 'wechat_access_tokens.token';
const path = '/cgi-bin/stable_token';

interface Parts {
  repository: AccessTokenRepository;
  transport: Transport;
  clock: Clock;
  log: WeChatLog;
  encryption: ValueEncryption;
  timeoutMilliseconds: number;
}

interface PresentToken {
  version: number;
  /** Undefined when there is none that still works. */
  token: string | undefined;
  isFresh: boolean;
}

/**
 * One access token an account for all processes. It is in the database, encrypted; whoever finds it near its end
 * takes a lease and asks WeChat, while the others go on with the old one or wait for the new one.
 */
export class AccessTokens {
  /** Calls of this process that need the same thing share one attempt; the truth stays in the database. */
  private readonly underWay = new Map<string, Promise<string>>();

  constructor(private readonly parts: Parts) {}

  /** @throws WeChatError when there is no working token and none can be had. */
  async get(account: Account): Promise<string> {
    return this.once(account, undefined);
  }

  /**
   * A token other than the one WeChat refused. WeChat is asked only when no other process has replaced it yet,
   * and made to mint a new one only when it answers with the refused one again.
   *
   * @throws WeChatError as `get`.
   */
  async replace(account: Account, refused: string): Promise<string> {
    return this.once(account, refused);
  }

  private once(account: Account, refused: string | undefined): Promise<string> {
    const key = JSON.stringify([account.appId, refused]);
    const running = this.underWay.get(key);
    if (running !== undefined) return running;
    const started = this.obtain(account, refused).finally(() => this.underWay.delete(key));
    this.underWay.set(key, started);
    return started;
  }

  private async obtain(account: Account, refused: string | undefined): Promise<string> {
    const { repository, timeoutMilliseconds } = this.parts;
    const giveUpAt = performance.now() + 2 * timeoutMilliseconds;
    for (;;) {
      const present = await this.present(account, refused);
      if (present.token !== undefined && present.isFresh) return present.token;
      const lease = await repository.lease(account.appId, present.version, this.leaseMilliseconds);
      if (lease !== undefined) return this.refresh(account, lease, refused, present.token);
      if (present.token !== undefined) return present.token;
      if (performance.now() > giveUpAt) throw new WeChatError('wechat_unavailable', { path, failure: 'token_awaited' });
      await wait(pollMilliseconds);
    }
  }

  /** Longer than the two calls that a refresh may take, or two processes could ask at once. */
  private get leaseMilliseconds(): number {
    return 2 * this.parts.timeoutMilliseconds + 2_000;
  }

  private async present(account: Account, refused: string | undefined): Promise<PresentToken> {
    const { repository, clock } = this.parts;
    const { version, tokenEncrypted, expiresAt } = await repository.read(account.appId);
    const left = (expiresAt?.getTime() ?? 0) - clock.now().getTime();
    const token = tokenEncrypted === undefined || left <= 0 ? undefined : this.decrypt(tokenEncrypted);
    return { version, token: token === refused ? undefined : token, isFresh: left >= replaceBelowMilliseconds };
  }

  private async refresh(account: Account, lease: RefreshLease, refused: string | undefined, old: string | undefined): Promise<string> {
    const { repository, encryption, log } = this.parts;
    try {
      const { token, expiresAt } = await this.fetch(account, refused);
      await repository.save(lease, encryption.encrypt(token, encryptionContext), expiresAt);
      return token;
    } catch (error) {
      await repository.giveUp(lease, old === undefined ? 0 : pauseAfterFailureMilliseconds);
      if (old === undefined || !(error instanceof WeChatError)) throw error;
      log.warn({ appId: account.appId, code: error.code, errcode: error.errcode }, 'access token not renewed, the old one still works');
      return old;
    }
  }

  private async fetch(account: Account, refused: string | undefined): Promise<{ token: string; expiresAt: Date }> {
    const { transport, clock } = this.parts;
    for (const force of [false, true]) {
      // Taken before the call, so that the token never lasts longer here than at WeChat.
      const askedAt = clock.now().getTime();
      const { token, expiresInSeconds } = await fetchStableToken(transport, account, force);
      if (token !== refused) return { token, expiresAt: new Date(askedAt + expiresInSeconds * 1_000) };
    }
    throw new WeChatError('wechat_unavailable', { path, failure: 'token_not_replaced' });
  }

  private decrypt(encrypted: string): string | undefined {
    try {
      return this.parts.encryption.decrypt(encrypted, encryptionContext);
    } catch (error) {
      // Its key was taken out of the settings. WeChat hands the token out again, so nothing is lost.
      this.parts.log.warn({ err: error }, 'stored access token cannot be decrypted, asking WeChat for it');
      return undefined;
    }
  }
}
