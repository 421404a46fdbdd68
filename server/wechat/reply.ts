import { WeChatError } from './weChatError';

/** A reply's JSON object. */
export type WeChatReply = Readonly<Record<string, unknown>>;

/** Parses a body whatever its content type, since WeChat calls JSON `text/plain` too. @returns undefined for anything but an object. */
export function readReply(text: string): WeChatReply | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    // The parser's message quotes the text, so it must not travel on.
    return undefined;
  }
}

/** The request id at the end of `errmsg`, for the log; the rest of that text is never looked at. */
export function requestIdOf(reply: WeChatReply): string | undefined {
  const { errmsg } = reply;
  return typeof errmsg === 'string' ? /rid:\s*([0-9a-f]{8}(?:-[0-9a-f]{8}){2})/.exec(errmsg)?.[1] : undefined;
}

/** @throws WeChatError when the field is not there: then something that is not WeChat has answered. */
export function requiredText(reply: WeChatReply, field: string, path: string): string {
  const text = optionalText(reply, field);
  if (text === undefined) throw new WeChatError('wechat_unavailable', { path, failure: 'reply_unreadable' });
  return text;
}

/** An empty text counts as absent. */
export function optionalText(reply: WeChatReply, field: string): string | undefined {
  const value = reply[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
