import { randomBytes } from 'node:crypto';

/**
 * The text of each error as WeChat's servers were seen to write it, up to the request id:
 * some forms have a comma before it, some have none.
 */
const texts: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/',
  40002: 'invalid grant_type,',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code,',
  40030: 'invalid refresh_token',
  40097: 'invalid args',
  40125: 'invalid appsecret,',
  40163: 'code been used,',
  40164: 'invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist',
  40226: 'code blocked',
  40243: 'appsecret has been frozen',
  41001: 'access_token missing',
  41002: 'appid missing,',
  41004: 'appsecret missing,',
  41008: 'missing code,',
  42001: 'access_token expired',
  42002: 'refresh_token expired',
  42003: 'oauth code expired,',
  42007: 'user changed password, authorize again',
  43001: 'require GET method',
  43002: 'require POST method',
  44002: 'empty post data',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  48001: 'api unauthorized',
  48004: 'api forbidden for irregularities',
  50002: 'user limited',
  50004: 'forbid to use token api',
  50007: 'account frozen',
  61024: 'must use api(api_component_token) to get token for component acct',
  87007: 'session_key is not existed or expired',
  87008: 'invalid sig_method',
  87009: 'invalid signature',
  89503: 'this ip is waiting for confirmation by the administrator',
  89506: 'this ip was refused by the administrator, try again after 24 hours',
  89507: 'this ip was refused by the administrator, try again after 1 hour',
};

export interface ErrorBody {
  errcode: number;
  errmsg: string;
}

/** A refusal in WeChat's own form. */
export class WeChatError extends Error {
  override name = 'WeChatError';

  /** @param text where one endpoint words the code differently from the others. */
  constructor(
    readonly errcode: number,
    text: string = texts[errcode] ?? 'system error',
  ) {
    super(text);
  }

  toBody(now: Date): ErrorBody {
    return { errcode: this.errcode, errmsg: `${this.message} rid: ${createRequestId(now)}` };
  }
}

/** Three groups of eight hexadecimal digits; the first one is the time in seconds. */
function createRequestId(now: Date): string {
  const seconds = Math.floor(now.getTime() / 1_000).toString(16).padStart(8, '0').slice(-8);
  return `${seconds}-${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`;
}
