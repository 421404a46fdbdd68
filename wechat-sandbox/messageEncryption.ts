import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** PKCS#7 with this block, not with the cipher's 16: the reason why the library's own padding is off. */
const paddingBlock = 32;
const randomLength = 16;
const lengthField = 4;

/** WeChat's signature: SHA-1, in lower-case hexadecimal, of the parts in the order of their characters, joined by nothing. */
export function createSignature(...parts: readonly string[]): string {
  return createHash('sha1').update([...parts].sort().join('')).digest('hex');
}

/**
 * Encrypts a message for the safe mode: AES-256-CBC over 16 random bytes, the length as four bytes
 * (big-endian), the message and the app id. The key is the EncodingAESKey in Base64 with its `=`
 * put back, and the first half of it is the initialisation vector.
 *
 * @param random 16 bytes; given only where the result must be known beforehand.
 * @returns Base64.
 */
export function encryptMessage(aesKey: string, appId: string, message: string, random: Buffer = randomBytes(randomLength)): string {
  const content = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(lengthField);
  length.writeUInt32BE(content.length);
  const plain = Buffer.concat([random, length, content, Buffer.from(appId, 'utf8')]);
  const padLength = paddingBlock - (plain.length % paddingBlock);
  const key = decodeKey(aesKey);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(padLength, padLength)), cipher.final()]).toString('base64');
}

/** @throws Error when the text was not made with this key for this app id. */
export function decryptMessage(aesKey: string, appId: string, encrypted: string): string {
  const key = decodeKey(aesKey);
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]);
  const plain = removePadding(padded);
  const start = randomLength + lengthField;
  if (plain.length < start) throw new Error('The encrypted message is too short.');
  const end = start + plain.readUInt32BE(randomLength);
  if (end > plain.length) throw new Error('The encrypted message is shorter than it says.');
  if (plain.subarray(end).toString('utf8') !== appId) throw new Error('The encrypted message is for another app id.');
  return plain.subarray(start, end).toString('utf8');
}

function removePadding(padded: Buffer): Buffer {
  const padLength = padded.at(-1) ?? 0;
  const padding = padded.subarray(padded.length - padLength);
  const wrong = padLength < 1 || padLength > paddingBlock || padLength > padded.length || padding.some((byte) => byte !== padLength);
  if (wrong) throw new Error('The padding of the encrypted message is wrong.');
  return padded.subarray(0, padded.length - padLength);
}

function decodeKey(aesKey: string): Buffer {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  if (aesKey.length !== 43 || key.length !== 32) throw new Error('An EncodingAESKey has 43 characters.');
  return key;
}
