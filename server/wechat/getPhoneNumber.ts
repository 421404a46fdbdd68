import type { TokenCalls } from './tokenCalls';
import { isRecord, requiredText } from './reply';
import type { Account } from './weChatConfig';
import { WeChatError } from './weChatError';

export interface PhoneNumber {
  /** Digits without "+", for example `86`. */
  countryCode: string;
  /** Without the country code. */
  purePhoneNumber: string;
}

const path = '/wxa/business/getuserphonenumber';

/**
 * Exchanges a code of the phone number button. Each success may cost the account's owner a fee.
 *
 * @param code lives five minutes, is good once, and is another thing than a code of wx.login.
 * @param openId when given, WeChat refuses the code of anyone else.
 * @throws WeChatError `wechat_code_invalid` also for a used code (this path has no code of its own for that),
 *   `rate_limited`, `wechat_misconfigured`, `wechat_unavailable`.
 */
export async function getPhoneNumber(calls: TokenCalls, account: Account, code: string, openId?: string): Promise<PhoneNumber> {
  const reply = await calls.call({
    account,
    method: 'POST',
    path,
    body: { code, ...(openId === undefined ? {} : { openid: openId }) },
    repeat: 'when_busy',
    // 40013 here: the code was made in another mini-program. Anyone can send such a one, so it is no fault of the settings.
    codes: { 40013: 'wechat_code_invalid', 40003: 'wechat_code_invalid', 41008: 'wechat_code_invalid' },
  });
  const info = reply['phone_info'];
  if (!isRecord(info)) throw new WeChatError('wechat_unavailable', { path, failure: 'reply_unreadable' });
  // A text in the present documentation, a number in an older one.
  const countryCode = typeof info['countryCode'] === 'number' ? String(info['countryCode']) : requiredText(info, 'countryCode', path);
  return { countryCode, purePhoneNumber: requiredText(info, 'purePhoneNumber', path) };
}
