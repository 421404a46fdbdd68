import type { ErrorCode, ErrorReply, FieldError } from '../../server/contract/errors';

/** What can go wrong before the server says anything. */
export type ClientErrorCode = 'network_unreachable' | 'request_timed_out' | 'reply_unreadable' | 'wechat_login_failed' | 'authorization_mismatch';

export type AnyErrorCode = ErrorCode | ClientErrorCode;

/** A refused or failed call. `requestId` is what a person quotes when reporting it; null when no server answered. */
export class ApiError extends Error {
  readonly code: AnyErrorCode;
  readonly status: number | null;
  readonly fieldErrors: FieldError[];
  readonly requestId: string | null;

  constructor(reply: Pick<ErrorReply, 'message' | 'fieldErrors'> & { code: AnyErrorCode; requestId?: string | null; status?: number | null }) {
    super(reply.message);
    this.name = 'ApiError';
    this.code = reply.code;
    this.status = reply.status ?? null;
    this.fieldErrors = reply.fieldErrors ?? [];
    this.requestId = reply.requestId ?? null;
  }

  /** True when no answer came: what is kept on the device may be shown instead. */
  get isOffline(): boolean {
    return this.code === 'network_unreachable' || this.code === 'request_timed_out';
  }
}

/** Whatever was thrown, as an ApiError: a page has one kind of failure to show. */
export const toApiError = (thrown: unknown): ApiError =>
  thrown instanceof ApiError
    ? thrown
    : new ApiError({ code: 'reply_unreadable', message: thrown instanceof Error ? thrown.message : '没有读懂服务器的答复。' });
