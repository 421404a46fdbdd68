import Taro from '@tarojs/taro';
import { ApiError } from './ApiError';
import type { Transport } from './ApiClient';

const isTimeout = (thrown: unknown): boolean =>
  /timeout|timed out/i.test(String((thrown as { errMsg?: unknown } | null)?.errMsg ?? thrown));

const parsed = (body: unknown): unknown => {
  if (typeof body !== 'string' || body === '') return body;
  try {
    return JSON.parse(body);
  } catch {
    // A gateway's own page, for example: ApiClient reports it as unreadable, with its status.
    return null;
  }
};

/** Taro's request: wx.request in the mini-program, fetch in the browser. */
export const taroTransport: Transport = async ({ url, method, headers, body, bytes, timeoutMs }) => {
  try {
    const reply = await Taro.request<unknown>({ url, method, header: headers, data: bytes ?? body, timeout: timeoutMs, dataType: 'text' });
    return { status: reply.statusCode, body: parsed(reply.data) };
  } catch (thrown) {
    throw isTimeout(thrown)
      ? new ApiError({ code: 'request_timed_out', message: '等了很久没有回音，请重试。' })
      : new ApiError({ code: 'network_unreachable', message: '网络没有连上，请检查后重试。' });
  }
};
