import { setTimeout as wait } from 'node:timers/promises';
import { Agent, ProxyAgent, request as send, type Dispatcher } from 'undici';
import { adviceFor, systemBusy, toErrorCode } from './errorTable';
import { isRecord, readReply, requestIdOf, type WeChatReply } from './reply';
import type { Account, WeChatConfig, WeChatLog } from './weChatConfig';
import { WeChatError, type WeChatErrorCode } from './weChatError';

export interface WeChatCall {
  account: Account;
  method: 'GET' | 'POST';
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: object;
  /**
   * when_busy: only after -1. For calls that spend a code: busy means that it was not spent, and if it was after
   * all, the repetition is answered 40163 and the citizen taps once more. After a time-out or a broken connection
   * it may well have been spent, and repeating would turn "try again" into a wrong "already used".
   * when_failed: also after a broken connection or HTTP 5xx. For calls that change nothing.
   * Neither is repeated after a time-out: there is no time left.
   */
  repeat: 'when_busy' | 'when_failed';
  /** Where an errcode means something else for this path than elsewhere. */
  codes?: Readonly<Record<number, WeChatErrorCode>>;
}

const repeatDelaysMilliseconds = [100, 300];
/** WeChat's replies are a few hundred bytes; more than this is some other server's page. */
const mostReplyBytes = 1024 * 1024;

/**
 * Sends one call to WeChat and judges the reply. Neither query nor body nor reply is ever logged or put into an
 * error: they hold secrets, tokens, codes and phone numbers.
 */
export class Transport {
  private readonly dispatcher: Dispatcher;
  private readonly baseUrl: string;
  private readonly timeoutMilliseconds: number;

  constructor(
    config: WeChatConfig,
    private readonly log: WeChatLog,
  ) {
    const options = { maxResponseSize: mostReplyBytes };
    this.dispatcher = config.proxyUrl === undefined ? new Agent(options) : new ProxyAgent({ uri: config.proxyUrl, ...options });
    this.baseUrl = config.apiBaseUrl.replace(/\/+$/, '');
    this.timeoutMilliseconds = config.timeoutMilliseconds;
  }

  /** @throws WeChatError whenever the reply is not a success, within the time-out. */
  async call(call: WeChatCall): Promise<WeChatReply> {
    const deadline = AbortSignal.timeout(this.timeoutMilliseconds);
    for (const delay of repeatDelaysMilliseconds) {
      try {
        return await this.attempt(call, deadline);
      } catch (error) {
        if (!mayRepeat(call, error)) throw error;
        const inTime = await wait(delay, true, { signal: deadline }).catch(() => false);
        if (!inTime) throw error;
      }
    }
    return this.attempt(call, deadline);
  }

  async close(): Promise<void> {
    await this.dispatcher.close();
  }

  private async attempt(call: WeChatCall, deadline: AbortSignal): Promise<WeChatReply> {
    const startedAt = performance.now();
    const timing = (): { path: string; milliseconds: number } => ({ path: call.path, milliseconds: Math.round(performance.now() - startedAt) });
    try {
      const { httpStatus, reply } = await this.exchange(call, deadline);
      judge(call, httpStatus, reply);
      this.log.info(timing(), 'wechat call succeeded');
      return reply;
    } catch (error) {
      if (error instanceof WeChatError) this.logFailure(call, error, timing());
      throw error;
    }
  }

  private async exchange({ path, method, query, body }: WeChatCall, deadline: AbortSignal): Promise<{ httpStatus: number; reply: WeChatReply | undefined }> {
    const url = new URL(`${this.baseUrl}${path}`);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    try {
      const answer = await send(url, {
        dispatcher: this.dispatcher,
        method,
        signal: deadline,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      return { httpStatus: answer.statusCode, reply: readReply(await answer.body.text()) };
    } catch (error) {
      if (deadline.aborted) throw new WeChatError('wechat_unavailable', { path, failure: 'timeout' });
      // Only the code goes on: undici's errors carry the socket, and may carry the address with its secret.
      const { code } = error as { code?: unknown };
      throw new WeChatError('wechat_unavailable', { path, failure: 'connection_failed', ...(typeof code === 'string' ? { networkCode: code } : {}) });
    }
  }

  private logFailure(call: WeChatCall, error: WeChatError, timing: object): void {
    const { code, errcode, rid, failure, httpStatus, networkCode } = error;
    const details = { ...timing, appId: call.account.appId, code, errcode, rid, failure, httpStatus, networkCode };
    if (code === 'wechat_misconfigured' && errcode !== undefined) this.log.error(details, `微信接口配置有误：${adviceFor(errcode, call.account.settings)}`);
    else if (code === 'wechat_unavailable' || code === 'rate_limited') this.log.warn(details, 'wechat call failed');
    else this.log.info(details, 'wechat refused the call');
  }
}

/** @throws WeChatError unless the reply says, or by its silence means, that all is well. */
function judge({ path, codes }: WeChatCall, httpStatus: number, reply: WeChatReply | undefined): asserts reply is WeChatReply {
  const errcode = reply?.['errcode'] ?? 0;
  if (isRecord(reply) && typeof errcode === 'number' && errcode !== 0) {
    throw new WeChatError(codes?.[errcode] ?? toErrorCode(errcode), { path, errcode, rid: requestIdOf(reply) });
  }
  if (httpStatus !== 200) throw new WeChatError('wechat_unavailable', { path, failure: 'http_error', httpStatus });
  if (reply === undefined || errcode !== 0) throw new WeChatError('wechat_unavailable', { path, failure: 'reply_unreadable' });
}

function mayRepeat({ repeat }: WeChatCall, error: unknown): boolean {
  if (!(error instanceof WeChatError)) return false;
  if (error.errcode === systemBusy) return true;
  const isPassing = error.failure === 'connection_failed' || (error.failure === 'http_error' && (error.httpStatus ?? 0) >= 500);
  return repeat === 'when_failed' && isPassing;
}
