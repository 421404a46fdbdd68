const byteCount = 16;

/** Random bytes. WeChat's script engine has no `crypto`; what is named with them need not be hard to guess, only different. */
const randomBytes = (): Uint8Array => {
  const bytes = new Uint8Array(byteCount);
  if (typeof crypto !== 'undefined' && typeof crypto.getRandomValues === 'function') return crypto.getRandomValues(bytes);
  return bytes.map(() => Math.floor(Math.random() * 256));
};

/** A UUID of version 4, by RFC 9562. `crypto.randomUUID` is missing in WeChat, and in browsers where the page came over plain HTTP. */
export const newUuid = (): string => {
  const bytes = randomBytes();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
