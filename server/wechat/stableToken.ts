import { requiredText } from './reply';
import type { Transport } from './transport';
import type { Account } from './weChatConfig';
import { WeChatError } from './weChatError';

export interface StableToken {
  token: string;
  /** Whole seconds, at most 7,200. */
  expiresInSeconds: number;
}

const path = '/cgi-bin/stable_token';

/**
 * Asks WeChat for the account's token. Without force that is the present one until its last five minutes, then a
 * new one beside which the old one works for five minutes more.
 *
 * @param force kills the present token at once. Good for 20 times a day and once in 30 seconds; beyond that the
 *   present one comes back.
 * @throws WeChatError `wechat_misconfigured`, `rate_limited`, `wechat_unavailable`.
 */
export async function fetchStableToken(transport: Transport, account: Account, force: boolean): Promise<StableToken> {
  const reply = await transport.call({
    account,
    method: 'POST',
    path,
    body: { grant_type: 'client_credential', appid: account.appId, secret: account.secret, force_refresh: force },
    repeat: force ? 'when_busy' : 'when_failed',
  });
  const seconds = reply['expires_in'];
  if (typeof seconds !== 'number' || !(seconds > 0)) throw new WeChatError('wechat_unavailable', { path, failure: 'reply_unreadable' });
  return { token: requiredText(reply, 'access_token', path), expiresInSeconds: Math.floor(seconds) };
}
