import { randomBytes, randomInt } from 'node:crypto';
import { request } from 'undici';
import type { Clock } from '../server/clock';
import type { Account, CallbackSettings } from './accounts';
import { createSignature, decryptMessage, encryptMessage } from './messageEncryption';
import { parseXml, toJson, toXml, type MessageFields } from './pushMessages';

const attempts = 3;

export interface PushOptions {
  mode: 'plain' | 'aes';
  format: 'xml' | 'json';
  /** How long one attempt waits; WeChat waits five seconds. */
  timeoutMilliseconds: number;
  /** The real time: a clock moved forward in the sandbox must not make its signatures look stale. */
  signingClock: Clock;
  /** Ends the waiting when the sandbox stops. */
  stop: AbortSignal;
}

export interface Delivery {
  attempt: number;
  /**
   * accepted: empty or `success`; replied: a message for the user;
   * malformed: WeChat would tell the user that the account is faulty; no_answer: not in time, or the connection broke.
   */
  outcome: 'accepted' | 'replied' | 'malformed' | 'no_answer';
  httpStatus: number | null;
  /** The answer, decrypted in the safe mode. */
  reply: string | null;
}

/** Sends one message, up to three times while there is no answer. The message stays the same; each attempt is signed anew. */
export async function pushMessage(account: Account, callback: CallbackSettings, fields: MessageFields, openId: string, options: PushOptions): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  for (let attempt = 1; attempt <= attempts && !options.stop.aborted; attempt += 1) {
    const delivery = await attemptOnce(account, callback, fields, openId, options);
    deliveries.push({ attempt, ...delivery });
    if (delivery.outcome !== 'no_answer') break;
  }
  return deliveries;
}

async function attemptOnce(account: Account, callback: CallbackSettings, fields: MessageFields, openId: string, options: PushOptions): Promise<Omit<Delivery, 'attempt'>> {
  const url = signUrl(callback, options.signingClock, { openid: openId });
  const body = writeBody(account, callback, fields, options, url);
  try {
    const answer = await request(url, {
      method: 'POST',
      headers: { 'content-type': options.format === 'xml' ? 'text/xml' : 'application/json' },
      body,
      signal: AbortSignal.any([AbortSignal.timeout(options.timeoutMilliseconds), options.stop]),
    });
    const text = await answer.body.text();
    return { httpStatus: answer.statusCode, ...judge(account, callback, options.mode, answer.statusCode, text) };
  } catch {
    // Refused, cut or late: to WeChat all of these are "no answer", and the outcome says so.
    return { outcome: 'no_answer', httpStatus: null, reply: null };
  }
}

/** In the safe mode the body is the receiver's id and the cipher text, and its signature goes into the address. */
function writeBody(account: Account, callback: CallbackSettings, fields: MessageFields, options: PushOptions, url: URL): string {
  const write = options.format === 'xml' ? toXml : toJson;
  const message = write(fields);
  if (options.mode === 'plain') return message;
  const encrypted = encryptMessage(callback.aesKey, account.appId, message);
  const { timestamp = '', nonce = '' } = Object.fromEntries(url.searchParams);
  url.searchParams.set('encrypt_type', 'aes');
  url.searchParams.set('msg_signature', createSignature(callback.token, timestamp, nonce, encrypted));
  return write({ ToUserName: account.originalId, Encrypt: encrypted });
}

function judge(account: Account, callback: CallbackSettings, mode: PushOptions['mode'], status: number, text: string): Pick<Delivery, 'outcome' | 'reply'> {
  if (status === 200 && (text === '' || text === 'success')) return { outcome: 'accepted', reply: text };
  const reply = status !== 200 ? undefined : mode === 'aes' ? openReply(account, callback, text) : text;
  const isMessage = reply !== undefined && parseXml(reply) !== undefined;
  return isMessage ? { outcome: 'replied', reply } : { outcome: 'malformed', reply: text };
}

/** @returns undefined when the answer is not encrypted, not signed, or for another account. */
function openReply(account: Account, callback: CallbackSettings, text: string): string | undefined {
  const { Encrypt: encrypted, MsgSignature: signature, TimeStamp: timestamp, Nonce: nonce } = parseXml(text) ?? {};
  if (typeof encrypted !== 'string' || typeof timestamp !== 'string' || typeof nonce !== 'string') return undefined;
  if (signature !== createSignature(callback.token, timestamp, nonce, encrypted)) return undefined;
  try {
    return decryptMessage(callback.aesKey, account.appId, encrypted);
  } catch {
    // The wrong key or app id: reported as malformed.
    return undefined;
  }
}

export interface UrlCheck {
  accepted: boolean;
  httpStatus: number | null;
  reply: string | null;
}

/** What WeChat's console does when a call-back address is saved: the address must echo the text. */
export async function checkCallbackUrl(callback: CallbackSettings, signingClock: Clock, timeoutMilliseconds: number): Promise<UrlCheck> {
  const echo = String(randomInt(2 ** 47));
  try {
    const answer = await request(signUrl(callback, signingClock, { echostr: echo }), { signal: AbortSignal.timeout(timeoutMilliseconds) });
    const reply = await answer.body.text();
    return { accepted: answer.statusCode === 200 && reply === echo, httpStatus: answer.statusCode, reply };
  } catch {
    // Unreachable or late; both mean that the address cannot be saved.
    return { accepted: false, httpStatus: null, reply: null };
  }
}

function signUrl(callback: CallbackSettings, signingClock: Clock, more: Readonly<Record<string, string>>): URL {
  const url = new URL(callback.url);
  const timestamp = String(Math.floor(signingClock.now().getTime() / 1_000));
  const nonce = String(randomBytes(4).readUInt32BE());
  const signature = createSignature(callback.token, timestamp, nonce);
  for (const [name, value] of Object.entries({ signature, timestamp, nonce, ...more })) url.searchParams.set(name, value);
  return url;
}
