import type { WeChatErrorCode } from './weChatError';

/** -1, "system busy": the one refusal that WeChat's tables tell callers to repeat. */
export const systemBusy = -1;

/** Not the latest, malformed, expired: refusals of an access token, not of the call. */
export const tokenRefusals: ReadonlySet<number> = new Set([40001, 40014, 42001]);

const codes: ReadonlyMap<number, WeChatErrorCode> = new Map<number, WeChatErrorCode>([
  [40029, 'wechat_code_invalid'],
  [42003, 'wechat_code_invalid'],
  // The user changed the password since: a new authorisation is what WeChat asks for.
  [42007, 'wechat_code_invalid'],
  [40163, 'wechat_code_used'],
  [40226, 'wechat_user_blocked'],
  [44990, 'rate_limited'],
  [44991, 'rate_limited'],
  [44993, 'rate_limited'],
  [45009, 'rate_limited'],
  [45011, 'rate_limited'],
]);

const advice: ReadonlyMap<number, (settings: string) => string> = new Map([
  // From the token API 40001 is about the secret; elsewhere it is a token refusal and never gets here.
  [40001, wrongSecret],
  [40013, wrongAppId],
  [40125, wrongSecret],
  [41002, wrongAppId],
  [41004, wrongSecret],
  [40164, () => '本服务器的出口 IP 不在微信的 IP 白名单里：请在微信公众平台“开发接口管理”中加入。'],
  [40243, () => 'AppSecret 已被冻结：请在微信公众平台解冻。'],
  [48001, () => '账号没有这个接口的权限：请确认账号已认证并已开通此功能。'],
  [50004, () => '账号被禁止使用接口凭证：请登录微信公众平台查看处罚通知。'],
  [50007, () => '账号已被冻结：请登录微信公众平台查看通知。'],
  [61024, (settings) => `${settings}_APP_ID 是第三方平台代管的账号：请改用直接管理的账号。`],
  [89503, () => '出口 IP 的调用正等待管理员确认：请管理员在微信里确认。'],
  [89506, () => '管理员拒绝了出口 IP 的调用，24 小时内不能再申请：请与管理员联系。'],
  [89507, () => '管理员拒绝了出口 IP 的调用，1 小时内不能再申请：请与管理员联系。'],
]);

function wrongAppId(settings: string): string {
  return `${settings}_APP_ID 不正确：请与微信公众平台显示的 AppID 核对。`;
}

function wrongSecret(settings: string): string {
  return `${settings}_SECRET 不正确或已重置：请与 ${settings}_APP_ID 是否同属一个账号一起核对。`;
}

/** Our code for one of WeChat's; what is not listed means that WeChat cannot serve us now. */
export function toErrorCode(errcode: number): WeChatErrorCode {
  return codes.get(errcode) ?? (advice.has(errcode) ? 'wechat_misconfigured' : 'wechat_unavailable');
}

/** What whoever runs the installation should check, in Chinese. */
export function adviceFor(errcode: number, settings: string): string {
  return advice.get(errcode)?.(settings) ?? `请检查 ${settings}_APP_ID 和 ${settings}_SECRET。`;
}
