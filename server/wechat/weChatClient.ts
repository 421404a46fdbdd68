import type { Clock } from '../clock';
import type { DatabasePool } from '../database/pool';
import { AccessTokenRepository } from './accessTokenRepository';
import { AccessTokens } from './accessTokens';
import { exchangeLoginCode, type WeChatUser } from './exchangeLoginCode';
import { exchangeOfficialAccountCode } from './exchangeOfficialAccountCode';
import { getFollower, type Follower } from './getFollower';
import { getPhoneNumber, type PhoneNumber } from './getPhoneNumber';
import { TokenCalls } from './tokenCalls';
import { Transport } from './transport';
import type { Account, AccountCredentials, ValueEncryption, WeChatConfig, WeChatLog } from './weChatConfig';
import { WeChatError } from './weChatError';

export type { WeChatUser } from './exchangeLoginCode';
export type { Follower } from './getFollower';
export type { PhoneNumber } from './getPhoneNumber';
export type { WeChatConfig, WeChatLog } from './weChatConfig';

/**
 * The one client of WeChat's server API. Every method throws WeChatError; for an account that is not in the
 * settings it is `wechat_misconfigured`.
 */
export interface WeChatClient {
  /** Where web authorisation begins; the query (appid, redirect_uri, scope, state) is for the caller to add. */
  readonly authorizePageUrl: string;
  /** For a code of wx.login in the mini-program. */
  exchangeLoginCode(code: string): Promise<WeChatUser>;
  /** For a code of the official account's authorisation page. Refuses snapshot users. */
  exchangeOfficialAccountCode(code: string): Promise<WeChatUser>;
  /** For a code of the mini-program's phone number button; with `openId` only that user's code is accepted. */
  getPhoneNumber(code: string, openId?: string): Promise<PhoneNumber>;
  /** Whether someone follows the official account. */
  getFollower(openId: string): Promise<Follower>;
  /** Finishes calls under way and closes the connections. */
  close(): Promise<void>;
}

interface Parts {
  config: WeChatConfig;
  pool: DatabasePool;
  clock: Clock;
  log: WeChatLog;
  encryption: ValueEncryption;
}

/** Nothing is asked of WeChat before the first call. */
export function openWeChatClient({ config, pool, clock, log, encryption }: Parts): WeChatClient {
  const transport = new Transport(config, log);
  const { timeoutMilliseconds } = config;
  const tokens = new AccessTokens({ repository: new AccessTokenRepository(pool), transport, clock, log, encryption, timeoutMilliseconds });
  const calls = new TokenCalls(transport, tokens);
  const miniProgram = (): Account => configured(config.miniProgram, 'WECHAT_MINI_PROGRAM');
  const officialAccount = (): Account => configured(config.officialAccount, 'WECHAT_OFFICIAL_ACCOUNT');
  return {
    authorizePageUrl: `${config.oauthBaseUrl.replace(/\/+$/, '')}/connect/oauth2/authorize`,
    exchangeLoginCode: async (code) => exchangeLoginCode(transport, miniProgram(), code),
    exchangeOfficialAccountCode: async (code) => exchangeOfficialAccountCode(transport, officialAccount(), code),
    getPhoneNumber: async (code, openId) => getPhoneNumber(calls, miniProgram(), code, openId),
    getFollower: async (openId) => getFollower(calls, officialAccount(), openId),
    close: () => transport.close(),
  };
}

function configured(credentials: AccountCredentials | undefined, settings: Account['settings']): Account {
  if (credentials === undefined) throw new WeChatError('wechat_misconfigured', { path: settings, failure: 'not_configured' });
  return { ...credentials, settings };
}
