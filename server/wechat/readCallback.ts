import { CallbackFormatError, readCallbackFields } from './callbackFields';
import { readCallbackMessage, type CallbackMessage } from './callbackMessage';
import { decryptMessage, MessageEncryptionError, signatureMatches, type CallbackAccount } from './messageEncryption';

export interface CallbackRequest {
  /** As parsed from the address. A parameter given twice may be an array; it is then not a signature. */
  query: Readonly<Record<string, unknown>>;
  /** The bytes as they came, or their UTF-8 text. */
  body: Buffer | string;
}

export type CallbackErrorCode =
  /** Not from WeChat, or the Token in the settings is not the one in WeChat's console. */
  | 'signature_wrong'
  /** Plain, although the settings have an EncodingAESKey. */
  | 'not_encrypted'
  /** Encrypted, although the settings have no EncodingAESKey. */
  | 'encrypted_unexpectedly'
  /** Signed, but not encrypted with this key for this account. */
  | 'decryption_failed'
  | 'body_malformed'
  | 'body_too_large';

export type CallbackReading =
  /** `raw` is the message as WeChat wrote it, decrypted. It holds what people typed: never log it. */
  | { kind: 'message'; message: CallbackMessage; raw: string }
  /** `detail` is for the log; it quotes nothing of the request. */
  | { kind: 'error'; code: CallbackErrorCode; detail: string };

/** The largest message (a text of 2,048 bytes, a report on eight articles) stays far below. */
const mostBodyBytes = 64 * 1024;

/**
 * Checks and reads one POST of message push. It decides and touches nothing: record the message with
 * `recordInboundMessage` and answer `success` (HTTP 200, text/plain) within five seconds; answer errors with 403.
 *
 * With an EncodingAESKey the signature covers the encrypted message. Without one WeChat signs only timestamp and
 * nonce, not the message: whoever has seen one such address can write anything into it. Plain mode is for trials.
 *
 * @returns never throws for what a request holds.
 */
export function readCallback({ query, body }: CallbackRequest, account: CallbackAccount): CallbackReading {
  if (Buffer.byteLength(body) > mostBodyBytes) return { kind: 'error', code: 'body_too_large', detail: `more than ${mostBodyBytes} bytes` };
  try {
    const raw = account.encodingAesKey === undefined ? openPlain(query, body, account) : openEncrypted(query, body, account, account.encodingAesKey);
    return { kind: 'message', message: readCallbackMessage(readCallbackFields(raw), account.appId), raw };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'error', code: error.code, detail: error.message };
    if (error instanceof MessageEncryptionError) return { kind: 'error', code: 'decryption_failed', detail: error.code };
    if (error instanceof CallbackFormatError) return { kind: 'error', code: 'body_malformed', detail: error.message };
    throw error;
  }
}

class Refusal extends Error {
  constructor(
    readonly code: CallbackErrorCode,
    message: string,
  ) {
    super(message);
  }
}

function openPlain(query: CallbackRequest['query'], body: Buffer | string, { token }: CallbackAccount): string {
  if (!signatureMatches(query['signature'], [token, textOf(query, 'timestamp'), textOf(query, 'nonce')])) throw wrongSignature('signature');
  if (query['encrypt_type'] === 'aes') throw new Refusal('encrypted_unexpectedly', 'the settings have no EncodingAESKey');
  return decode(body);
}

/** In 兼容模式 the message stands beside `Encrypt` in plain; only what is encrypted is read. */
function openEncrypted(query: CallbackRequest['query'], body: Buffer | string, { token, appId }: CallbackAccount, encodingAesKey: string): string {
  const encrypted = readCallbackFields(decode(body)).text('Encrypt');
  if (encrypted === undefined) throw new Refusal('not_encrypted', 'there is no Encrypt in the message');
  const parts = [token, textOf(query, 'timestamp'), textOf(query, 'nonce'), encrypted];
  if (!signatureMatches(query['msg_signature'], parts)) throw wrongSignature('msg_signature');
  return decode(decryptMessage(encodingAesKey, appId, encrypted));
}

function wrongSignature(name: string): Refusal {
  return new Refusal('signature_wrong', `${name} is not that of the Token in the settings`);
}

function textOf(query: CallbackRequest['query'], name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value : '';
}

function decode(body: Buffer | string): string {
  if (typeof body === 'string') return body;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new CallbackFormatError('the text is not UTF-8');
  }
}
