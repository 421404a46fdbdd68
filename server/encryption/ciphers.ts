import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

export type EncryptionAlgorithm = 'sm4-ctr-hmac-sm3' | 'aes-256-gcm';

/** Seals bytes together with a label that is authenticated and not stored. */
export interface Cipher {
  seal(plaintext: Buffer, label: Buffer): Buffer;
  /** Undefined when a bit of bytes or label differs from what was sealed. */
  open(sealed: Buffer, label: Buffer): Buffer | undefined;
}

/** Each use has a key of its own, so that no two algorithms ever share one. */
export function deriveKey(hash: 'sm3' | 'sha256', secret: Buffer, use: string, byteLength: number): Buffer {
  return Buffer.from(hkdfSync(hash, secret, Buffer.alloc(0), `gov-counter ${use}`, byteLength));
}

export const cipherFactories: Record<EncryptionAlgorithm, (secret: Buffer) => Cipher> = {
  'sm4-ctr-hmac-sm3': sm4WithHmac,
  'aes-256-gcm': aesGcm,
};

const sm4Bytes = { key: 16, iv: 16, tag: 32 };

/** Encrypt-then-MAC (GB/T 32907 SM4 in counter mode, GB/T 32905 SM3): OpenSSL 3.0 has no authenticated mode for SM4. Layout: iv, ciphertext, tag. */
function sm4WithHmac(secret: Buffer): Cipher {
  const encryptionKey = deriveKey('sm3', secret, 'fields sm4-ctr', sm4Bytes.key);
  const tagKey = deriveKey('sm3', secret, 'fields hmac-sm3', sm4Bytes.tag);
  const tagOf = (label: Buffer, ivAndCiphertext: Buffer): Buffer => {
    // The length keeps label and ciphertext apart: no bytes can pass from one to the other.
    const length = Buffer.alloc(4);
    length.writeUInt32BE(label.length);
    return createHmac('sm3', tagKey).update(length).update(label).update(ivAndCiphertext).digest();
  };
  return {
    seal: (plaintext, label) => {
      const iv = randomBytes(sm4Bytes.iv);
      const cipher = createCipheriv('sm4-ctr', encryptionKey, iv);
      const body = Buffer.concat([iv, cipher.update(plaintext), cipher.final()]);
      return Buffer.concat([body, tagOf(label, body)]);
    },
    open: (sealed, label) => {
      if (sealed.length < sm4Bytes.iv + sm4Bytes.tag) return undefined;
      const body = sealed.subarray(0, sealed.length - sm4Bytes.tag);
      const tag = sealed.subarray(sealed.length - sm4Bytes.tag);
      if (!timingSafeEqual(tag, tagOf(label, body))) return undefined;
      const decipher = createDecipheriv('sm4-ctr', encryptionKey, body.subarray(0, sm4Bytes.iv));
      return Buffer.concat([decipher.update(body.subarray(sm4Bytes.iv)), decipher.final()]);
    },
  };
}

const aesBytes = { key: 32, iv: 12, tag: 16 };

/** Random 96-bit IVs are safe up to 2^32 values a key (NIST SP 800-38D, 8.3); change the key before. Layout: iv, ciphertext, tag. */
function aesGcm(secret: Buffer): Cipher {
  const key = deriveKey('sha256', secret, 'fields aes-256-gcm', aesBytes.key);
  return {
    seal: (plaintext, label) => {
      const iv = randomBytes(aesBytes.iv);
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: aesBytes.tag }).setAAD(label);
      return Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed, label) => {
      if (sealed.length < aesBytes.iv + aesBytes.tag) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, aesBytes.iv), { authTagLength: aesBytes.tag });
      decipher.setAAD(label).setAuthTag(sealed.subarray(sealed.length - aesBytes.tag));
      const opened = decipher.update(sealed.subarray(aesBytes.iv, sealed.length - aesBytes.tag));
      try {
        return Buffer.concat([opened, decipher.final()]);
      } catch {
        // `final` throws for one reason only: the tag does not fit.
        return undefined;
      }
    },
  };
}
