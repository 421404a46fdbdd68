import { createCipheriv, randomBytes } from 'node:crypto';
import { createSignature, decryptMessage, encryptMessage, MessageEncryptionError, signatureMatches } from '../../../server/wechat/messageEncryption';

// Published examples of WeChat's documentation: token AAAAA, a key of 43 letters A.
const token = 'AAAAA';
const key = 'A'.repeat(43);
const appId = 'wxba5fad812f8e6fb9';

describe('signatures', () => {
  test.each([
    ['1714036504', '1514711492', 'f464b24fc39322e44b38aa78f5edd27bd1441696'],
    ['1714037059', '486452656', '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
  ])('of timestamp %s and nonce %s is the documented one', (timestamp, nonce, signature) => {
    expect(createSignature([token, timestamp, nonce])).toBe(signature);
    expect(signatureMatches(signature, [token, timestamp, nonce])).toBe(true);
  });

  test.each([
    ['another one of the same length', 'f464b24fc39322e44b38aa78f5edd27bd1441697'],
    ['a part of it', 'f464b24fc3'],
    ['an empty one', ''],
    ['none', undefined],
    ['a list of it', ['f464b24fc39322e44b38aa78f5edd27bd1441696']],
  ])('%s does not match', (_what, given) => {
    expect(signatureMatches(given, [token, '1714036504', '1514711492'])).toBe(false);
  });
});

describe('the AES mode', () => {
  test('encrypts and signs a reply as documented', () => {
    const encrypted = encryptMessage(key, appId, '{"demo_resp":"good luck"}', Buffer.from('707722b803182950'));
    expect(encrypted).toBe('ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==');
    expect(createSignature([token, '1713424427', '415670741', encrypted])).toBe('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1');
    expect(decryptMessage(key, appId, encrypted).toString()).toBe('{"demo_resp":"good luck"}');
  });

  test('reads what it wrote, for every length of padding and text beyond ASCII', () => {
    const other = randomBytes(32).toString('base64').slice(0, 43);
    for (let length = 0; length <= 64; length += 1) {
      const message = `${'x'.repeat(length)}办𠮷`;
      expect(decryptMessage(other, appId, encryptMessage(other, appId, message)).toString('utf8')).toBe(message);
    }
  });

  const codeOf = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      if (error instanceof MessageEncryptionError) return error.code;
      throw error;
    }
    return 'no error';
  };
  /** Encrypts these very bytes, padding and all. */
  const sealed = (plain: Buffer): string => {
    const bytes = Buffer.from(`${key}=`, 'base64');
    const cipher = createCipheriv('aes-256-cbc', bytes, bytes.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
  };
  const head = (length: number): Buffer => Buffer.concat([Buffer.alloc(16), Buffer.from([0, 0, 0, length])]);

  test.each([
    ['for another account', 'app_id_wrong', () => decryptMessage(key, 'wx-another', encryptMessage(key, appId, 'hello'))],
    ['cut to no whole blocks', 'ciphertext_malformed', () => decryptMessage(key, appId, encryptMessage(key, appId, 'hello').slice(0, -8))],
    ['empty', 'ciphertext_malformed', () => decryptMessage(key, appId, '')],
    ['under a key of the wrong length', 'key_malformed', () => decryptMessage('A'.repeat(42), appId, encryptMessage(key, appId, 'hello'))],
    ['padded with 0', 'padding_wrong', () => decryptMessage(key, appId, sealed(Buffer.concat([head(0), Buffer.alloc(12)])))],
    ['padded with more than 32', 'padding_wrong', () => decryptMessage(key, appId, sealed(Buffer.alloc(64, 33)))],
    ['padded with more than there is', 'padding_wrong', () => decryptMessage(key, appId, sealed(Buffer.alloc(16, 17)))],
    ['padded with unequal bytes', 'padding_wrong', () => decryptMessage(key, appId, sealed(Buffer.concat([head(0), Buffer.alloc(10), Buffer.from([1, 2])])))],
    ['without room for its length', 'length_wrong', () => decryptMessage(key, appId, sealed(Buffer.concat([Buffer.alloc(16), Buffer.alloc(16, 16)])))],
    ['shorter than its length says', 'length_wrong', () => decryptMessage(key, appId, sealed(Buffer.concat([head(200), Buffer.alloc(12, 12)])))],
  ])('a message %s is refused', (_what, code, work) => {
    expect(codeOf(work)).toBe(code);
  });

  test('a message of which any byte was changed no longer fits its signature, and at worst is refused when read', () => {
    const encrypted = encryptMessage(key, appId, 'hello');
    const signature = createSignature([token, '1', '2', encrypted]);
    const original = Buffer.from(encrypted, 'base64');
    for (let index = 0; index < original.length; index += 1) {
      const changed = Buffer.from(original);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      const text = changed.toString('base64');
      expect(signatureMatches(signature, [token, '1', '2', text])).toBe(false);
      // A change in the first block is a change of the same bit in the second, where the message may be: CBC proves nothing.
      if (index >= 16) expect(codeOf(() => decryptMessage(key, appId, text))).not.toBe('no error');
    }
  });
});
