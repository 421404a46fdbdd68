import type { Account, AccountKind } from './accounts';
import { WeChatError } from './errors';
import type { SandboxState } from './state';

/** @throws WeChatError `missingCode` when the value is absent or empty, 47001 when it is no text. */
export function requireText(value: unknown, missingCode: number): string {
  if (value === undefined || value === '') throw new WeChatError(missingCode);
  if (typeof value !== 'string') throw new WeChatError(47001);
  return value;
}

/** @throws WeChatError 40002 for anything but the expected grant type. */
export function requireGrantType(value: unknown, expected: string): void {
  if (value !== expected) throw new WeChatError(40002);
}

/**
 * The account that proves itself by its app id and secret.
 *
 * @throws WeChatError 41002, 40013, 41004, 40125.
 */
export function requireAccount(state: SandboxState, appId: unknown, secret: unknown): Account {
  const account = state.findAccount(requireText(appId, 41002));
  if (account === undefined) throw new WeChatError(40013);
  if (requireText(secret, 41004) !== account.secret) throw new WeChatError(40125);
  return account;
}

const refusals = { unknown: 40014, expired: 42001, superseded: 40001 } as const;

/**
 * The account whose API token is in the query.
 *
 * @throws WeChatError 41001 missing, 40014 never issued, 40001 no longer the latest or a token of web authorisation,
 *   42001 past its two hours, 48001 when an account of this kind has no right to the API.
 */
export function requireAccessToken(state: SandboxState, query: Readonly<Record<string, string>>, kind: AccountKind): Account {
  const token = requireText(query['access_token'], 41001);
  const found = state.accessTokens.find(token);
  if (found.status !== 'good') {
    const isWebToken = state.webTokens.findAccess(token).status !== 'unknown';
    throw new WeChatError(isWebToken ? 40001 : refusals[found.status]);
  }
  const account = state.findAccount(found.appId);
  if (account === undefined || account.kind !== kind) throw new WeChatError(48001);
  return account;
}
