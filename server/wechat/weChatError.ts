import type { ErrorCode } from '../contract/errors';

export type WeChatErrorCode = Extract<
  ErrorCode,
  | 'wechat_code_invalid'
  | 'wechat_code_used'
  | 'wechat_user_blocked'
  | 'snapshot_user_refused'
  | 'wechat_unavailable'
  | 'wechat_misconfigured'
  | 'rate_limited'
>;

/** Why there is no `errcode` to go by. */
export type WeChatFailure = 'timeout' | 'connection_failed' | 'http_error' | 'reply_unreadable' | 'not_configured' | 'token_refused' | 'token_not_replaced' | 'token_awaited';

export interface WeChatErrorDetails {
  /** The API's path, or the kind of account when no call was made. */
  path: string;
  /** WeChat's own code. */
  errcode?: number;
  /** WeChat's request id, which its support asks for. */
  rid?: string;
  failure?: WeChatFailure;
  httpStatus?: number;
  /** Of a broken connection, for example `ECONNREFUSED`. */
  networkCode?: string;
}

/**
 * A call to WeChat that did not succeed. It carries neither WeChat's `errmsg`, which may quote a code, nor a
 * cause: what the network or the JSON parser throws may quote the reply.
 */
export class WeChatError extends Error {
  override name = 'WeChatError';
  readonly path: string;
  readonly errcode: number | undefined;
  readonly rid: string | undefined;
  readonly failure: WeChatFailure | undefined;
  readonly httpStatus: number | undefined;
  readonly networkCode: string | undefined;

  constructor(
    readonly code: WeChatErrorCode,
    details: WeChatErrorDetails,
  ) {
    const { path, errcode, rid, failure, httpStatus, networkCode } = details;
    const what = Object.entries({ errcode, rid, failure, httpStatus, networkCode }).filter(([, value]) => value !== undefined);
    super(`${code} at ${path}${what.map(([name, value]) => `, ${name} ${value}`).join('')}`);
    this.path = path;
    this.errcode = errcode;
    this.rid = rid;
    this.failure = failure;
    this.httpStatus = httpStatus;
    this.networkCode = networkCode;
  }
}
