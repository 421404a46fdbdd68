import { ConfigError } from '../config';

/** A secret and the name under which ciphertexts refer to it. */
export interface EncryptionKey {
  id: string;
  /** At least 32 bytes from a random source; the keys in use are derived from it. */
  secret: Buffer;
}

/** Shorter secrets could be weaker than the ciphers they feed. */
export const leastSecretBytes = 32;

/** No dot: it separates the parts of a ciphertext. */
export const keyIdPattern = /^[A-Za-z0-9_-]{1,32}$/;

/**
 * Reads the setting FIELD_ENCRYPTION_KEYS, "k2:Base64,k1:Base64"; the first key encrypts, the others only decrypt.
 *
 * @throws ConfigError in Chinese, naming the entry and the mistake and never showing a secret.
 */
export function parseKeys(setting: string): EncryptionKey[] {
  const entries = setting.split(',').map((entry) => entry.trim());
  const keys: EncryptionKey[] = [];
  for (const [index, entry] of entries.entries()) {
    const place = `FIELD_ENCRYPTION_KEYS 第 ${index + 1} 项`;
    if (entry === '') throw new ConfigError(`${place}是空的：请删去多余的逗号，或写成“编号:Base64”。`);
    const colon = entry.indexOf(':');
    if (colon < 0) throw new ConfigError(`${place}缺少冒号：请写成“编号:Base64”。`);
    const id = entry.slice(0, colon).trim();
    if (!keyIdPattern.test(id)) throw new ConfigError(`${place}的编号不正确：只能用字母、数字、下划线和连字符，1 到 32 个字符。`);
    if (keys.some((key) => key.id === id)) throw new ConfigError(`${place}的编号 ${id} 重复了：每个密钥的编号必须不同。`);
    keys.push({ id, secret: parseSecret(entry.slice(colon + 1).trim(), `${place}（编号 ${id}）`) });
  }
  return keys;
}

/**
 * Reads the setting BLIND_INDEX_SECRET.
 *
 * @throws ConfigError in Chinese, naming the mistake.
 */
export function parseBlindIndexSecret(setting: string): Buffer {
  return parseSecret(setting.trim(), 'BLIND_INDEX_SECRET');
}

function parseSecret(base64: string, place: string): Buffer {
  const secret = Buffer.from(base64, 'base64');
  // Node skips what is not Base64 without a word, so the text is compared with what was understood.
  if (base64 === '' || secret.toString('base64').replace(/=+$/, '') !== base64.replace(/=+$/, '')) {
    throw new ConfigError(`${place}的密钥不是有效的 Base64：请用 openssl rand -base64 32 生成。`);
  }
  if (secret.length < leastSecretBytes) {
    throw new ConfigError(`${place}的密钥太短：至少要 ${leastSecretBytes} 字节，现在只有 ${secret.length} 字节。请用 openssl rand -base64 32 生成。`);
  }
  return secret;
}
