import { createHmac } from 'node:crypto';
import { cipherFactories, deriveKey, type Cipher, type EncryptionAlgorithm } from './ciphers';
import { FieldEncryptionError } from './fieldEncryptionError';
import { keyIdPattern, leastSecretBytes, type EncryptionKey } from './keys';

export { FieldEncryptionError } from './fieldEncryptionError';
export { parseBlindIndexSecret, parseKeys, type EncryptionKey } from './keys';
export type { EncryptionAlgorithm } from './ciphers';

export interface FieldEncryptionOptions {
  /** Used for new values; values of either algorithm can be read. */
  algorithm: EncryptionAlgorithm;
  /** The first encrypts, all decrypt. */
  keys: readonly EncryptionKey[];
  /** At least 32 bytes. It cannot be changed without rebuilding every index. */
  blindIndexSecret: Buffer;
}

/**
 * Encrypts single column values. A ciphertext is text, `keyId.algorithm.base64url`, so keys and algorithm
 * can change while old values stay readable. `context` is the column, for example `citizens.phone_number`;
 * it is authenticated, so a value copied to another column does not open there.
 */
export class FieldEncryption {
  private readonly ciphers = new Map<string, Record<EncryptionAlgorithm, Cipher>>();
  private readonly currentPrefix: string;
  private readonly blindIndexSecret: Buffer;

  /** @throws when there is no key, an id is malformed or used twice, or a secret is shorter than 32 bytes. */
  constructor(options: FieldEncryptionOptions) {
    const [current] = options.keys;
    if (current === undefined) throw new Error('field encryption needs at least one key');
    for (const { id, secret } of options.keys) {
      if (!keyIdPattern.test(id) || this.ciphers.has(id)) throw new Error(`encryption key id ${id} is malformed or used twice`);
      if (secret.length < leastSecretBytes) throw new Error(`the secret of encryption key ${id} is shorter than ${leastSecretBytes} bytes`);
      this.ciphers.set(id, { 'sm4-ctr-hmac-sm3': cipherFactories['sm4-ctr-hmac-sm3'](secret), 'aes-256-gcm': cipherFactories['aes-256-gcm'](secret) });
    }
    if (options.blindIndexSecret.length < leastSecretBytes) throw new Error(`the blind index secret is shorter than ${leastSecretBytes} bytes`);
    this.blindIndexSecret = deriveKey('sm3', options.blindIndexSecret, 'blind index', 32);
    this.currentPrefix = `${current.id}.${options.algorithm}`;
  }

  /**
   * Two calls give two different texts.
   *
   * @throws FieldEncryptionError `text_malformed`.
   */
  encrypt(plaintext: string, context: string): string {
    const bytes = Buffer.from(plaintext, 'utf8');
    if (bytes.toString('utf8') !== plaintext) throw new FieldEncryptionError('text_malformed', `a value for ${context} is not well-formed Unicode`);
    const sealed = this.cipherOf(this.currentPrefix, context).seal(bytes, labelOf(this.currentPrefix, context));
    return `${this.currentPrefix}.${sealed.toString('base64url')}`;
  }

  /** @throws FieldEncryptionError `ciphertext_malformed`, `key_unknown`, `ciphertext_tampered`. */
  decrypt(text: string, context: string): string {
    const { prefix, encoded } = split(text, context);
    const cipher = this.cipherOf(prefix, context);
    const sealed = Buffer.from(encoded, 'base64url');
    // Base64 has spare bits and Node skips foreign characters: only the one canonical text of these bytes counts.
    if (sealed.toString('base64url') !== encoded) throw new FieldEncryptionError('ciphertext_malformed', `a value of ${context} is not base64url`);
    const bytes = cipher.open(sealed, labelOf(prefix, context));
    if (bytes === undefined) throw new FieldEncryptionError('ciphertext_tampered', `a value of ${context} was changed or moved`);
    return bytes.toString('utf8');
  }

  /**
   * The same value gives the same index (43 characters) for a column, so encrypted values can be looked up for
   * equality. Always HMAC-SM3, whatever the algorithm: a change of algorithm must not lose every look-up.
   * Bring values into one form first: "138 0000 0000" and "13800000000" have different indexes.
   */
  blindIndex(value: string, context: string): string {
    // JSON keeps context and value apart whatever they contain.
    return createHmac('sm3', this.blindIndexSecret).update(JSON.stringify([context, value])).digest('base64url');
  }

  /** True when the value should be encrypted anew because key or algorithm is no longer the current one. */
  needsRotation(text: string): boolean {
    return !text.startsWith(`${this.currentPrefix}.`);
  }

  private cipherOf(prefix: string, context: string): Cipher {
    const [keyId = '', algorithm = ''] = prefix.split('.');
    const ofKey = this.ciphers.get(keyId);
    if (ofKey === undefined) throw new FieldEncryptionError('key_unknown', `a value of ${context} needs an encryption key that is not in the settings`);
    if (algorithm !== 'sm4-ctr-hmac-sm3' && algorithm !== 'aes-256-gcm') {
      throw new FieldEncryptionError('ciphertext_malformed', `a value of ${context} names an unknown algorithm`);
    }
    return ofKey[algorithm];
  }
}

function split(text: string, context: string): { prefix: string; encoded: string } {
  const parts = text.split('.');
  const [keyId, algorithm, encoded] = parts;
  if (parts.length !== 3 || keyId === undefined || algorithm === undefined || encoded === undefined) {
    throw new FieldEncryptionError('ciphertext_malformed', `a value of ${context} is not an encrypted value`);
  }
  return { prefix: `${keyId}.${algorithm}`, encoded };
}

function labelOf(prefix: string, context: string): Buffer {
  return Buffer.from(JSON.stringify([prefix, context]), 'utf8');
}
