import type { AccessTokens } from './accessTokens';
import { tokenRefusals } from './errorTable';
import type { WeChatReply } from './reply';
import type { Transport, WeChatCall } from './transport';
import { WeChatError } from './weChatError';

/** Calls that need the account's access token. */
export class TokenCalls {
  constructor(
    private readonly transport: Transport,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * A call whose token is refused did nothing, so it is made once more with another token, whatever it is.
   *
   * @throws WeChatError
   */
  async call(call: WeChatCall): Promise<WeChatReply> {
    const token = await this.tokens.get(call.account);
    try {
      return await this.transport.call(withToken(call, token));
    } catch (error) {
      if (!isTokenRefusal(error)) throw error;
    }
    const next = await this.tokens.replace(call.account, token);
    return this.transport.call(withToken(call, next));
  }
}

/** The token travels in the query, never in the body. */
function withToken(call: WeChatCall, token: string): WeChatCall {
  return {
    ...call,
    query: { access_token: token, ...call.query },
    // The secret was right, or there would be no token: some other program keeps replacing it.
    codes: { 40001: 'wechat_unavailable', ...call.codes },
  };
}

function isTokenRefusal(error: unknown): boolean {
  return error instanceof WeChatError && error.errcode !== undefined && tokenRefusals.has(error.errcode);
}
