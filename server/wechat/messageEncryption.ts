import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How an account's owner set up message push in WeChat's console. */
export interface CallbackAccount {
  appId: string;
  token: string;
  /** 43 characters. With it only encrypted messages are accepted (安全模式), without it only plain ones (明文模式). */
  encodingAesKey?: string;
}

export type MessageEncryptionErrorCode = 'key_malformed' | 'ciphertext_malformed' | 'padding_wrong' | 'length_wrong' | 'app_id_wrong';

/** A message was not encrypted with this key for this account. The code is for the log: outside, all are one refusal. */
export class MessageEncryptionError extends Error {
  override name = 'MessageEncryptionError';

  constructor(readonly code: MessageEncryptionErrorCode) {
    super(`encrypted message refused: ${code}`);
  }
}

const randomBytesAtStart = 16;
const lengthBytes = 4;
const cipherBlock = 16;
/** PKCS#7 pads to 32 bytes here, twice AES's block, so the library's own padding stays off. */
const paddingBlock = 32;

/** SHA-1 in lower-case hexadecimal of the parts, sorted and joined: the form of every signature of message push. */
export function createSignature(parts: readonly string[]): string {
  return createHash('sha1').update([...parts].sort().join(''), 'utf8').digest('hex');
}

/** Compares in a time that does not depend on where the two differ. Anything but a text is no signature. */
export function signatureMatches(given: unknown, parts: readonly string[]): boolean {
  const expected = Buffer.from(createSignature(parts));
  const actual = Buffer.from(typeof given === 'string' ? given : '');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/**
 * Encrypts a reply. Layout: 16 random bytes, the message's length as four bytes (big-endian), the message, the
 * app id; AES-256-CBC whose IV is the first half of the key.
 *
 * @param random exactly 16 bytes; only tests say which.
 * @returns Base64, the text of `Encrypt`.
 * @throws MessageEncryptionError `key_malformed`.
 */
export function encryptMessage(encodingAesKey: string, appId: string, message: string, random = randomBytes(randomBytesAtStart)): string {
  const key = decodeKey(encodingAesKey);
  const content = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(content.length);
  const plain = Buffer.concat([random, length, content, Buffer.from(appId, 'utf8')]);
  const padding = paddingBlock - (plain.length % paddingBlock);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, cipherBlock)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]).toString('base64');
}

/**
 * Decrypts the text of `Encrypt`. Check its signature first: nothing in the ciphertext itself proves who wrote it.
 *
 * @throws MessageEncryptionError
 */
export function decryptMessage(encodingAesKey: string, appId: string, encrypted: string): Buffer {
  const key = decodeKey(encodingAesKey);
  const ciphertext = Buffer.from(encrypted, 'base64');
  if (ciphertext.length === 0 || ciphertext.length % cipherBlock !== 0) throw new MessageEncryptionError('ciphertext_malformed');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, cipherBlock)).setAutoPadding(false);
  const plain = withoutPadding(Buffer.concat([decipher.update(ciphertext), decipher.final()]));
  const start = randomBytesAtStart + lengthBytes;
  if (plain.length < start) throw new MessageEncryptionError('length_wrong');
  const end = start + plain.readUInt32BE(randomBytesAtStart);
  if (end > plain.length) throw new MessageEncryptionError('length_wrong');
  if (plain.subarray(end).toString('utf8') !== appId) throw new MessageEncryptionError('app_id_wrong');
  return plain.subarray(start, end);
}

function withoutPadding(padded: Buffer): Buffer {
  const count = padded.at(-1) ?? 0;
  const isPossible = count >= 1 && count <= paddingBlock && count <= padded.length;
  if (!isPossible || padded.subarray(-count).some((byte) => byte !== count)) throw new MessageEncryptionError('padding_wrong');
  return padded.subarray(0, -count);
}

function decodeKey(encodingAesKey: string): Buffer {
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) throw new MessageEncryptionError('key_malformed');
  return Buffer.from(`${encodingAesKey}=`, 'base64');
}
