import { optionalText, requiredText } from './reply';
import type { Transport } from './transport';
import type { Account } from './weChatConfig';

/** Who a code stands for. `unionId` is there when the account is bound to an Open Platform account. */
export interface WeChatUser {
  openId: string;
  unionId: string | undefined;
}

const path = '/sns/jscode2session';

/**
 * Exchanges a code of wx.login. The session_key in the reply is dropped here: nothing we do needs it, and it must
 * never leave the backend.
 *
 * @param code lives five minutes and is good once.
 * @throws WeChatError `wechat_code_invalid`, `wechat_code_used`, `wechat_user_blocked`, `rate_limited`,
 *   `wechat_misconfigured`, `wechat_unavailable`.
 */
export async function exchangeLoginCode(transport: Transport, account: Account, code: string): Promise<WeChatUser> {
  const reply = await transport.call({
    account,
    method: 'GET',
    path,
    query: { appid: account.appId, secret: account.secret, js_code: code, grant_type: 'authorization_code' },
    repeat: 'when_busy',
    codes: { 41008: 'wechat_code_invalid' },
  });
  return { openId: requiredText(reply, 'openid', path), unionId: optionalText(reply, 'unionid') };
}
