import type { WeChatUser } from './exchangeLoginCode';
import { optionalText, requiredText } from './reply';
import type { Transport } from './transport';
import type { Account } from './weChatConfig';
import { WeChatError } from './weChatError';

const path = '/sns/oauth2/access_token';

/**
 * Exchanges a code of the authorisation page. The web tokens in the reply are dropped: who it is is all we ask.
 *
 * @param code lives five minutes and is good once.
 * @returns `unionId` only when the page was opened with the scope snsapi_userinfo.
 * @throws WeChatError `snapshot_user_refused` for the virtual user of WeChat's preview page, who would be a
 *   stranger next time, and those of `exchangeLoginCode`.
 */
export async function exchangeOfficialAccountCode(transport: Transport, account: Account, code: string): Promise<WeChatUser> {
  const reply = await transport.call({
    account,
    method: 'GET',
    path,
    query: { appid: account.appId, secret: account.secret, code, grant_type: 'authorization_code' },
    repeat: 'when_busy',
    codes: { 41008: 'wechat_code_invalid' },
  });
  if (reply['is_snapshotuser'] === 1) throw new WeChatError('snapshot_user_refused', { path });
  return { openId: requiredText(reply, 'openid', path), unionId: optionalText(reply, 'unionid') };
}
