import { createSignature, decryptMessage, encryptMessage } from '../../wechat-sandbox/messageEncryption';

// The examples of WeChat's documentation of message push.
const token = 'AAAAA';
const aesKey = 'A'.repeat(43);
const appId = 'wxba5fad812f8e6fb9';

test.each([
  ['1714036504', '1514711492', 'f464b24fc39322e44b38aa78f5edd27bd1441696'],
  ['1714037059', '486452656', '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
])('signs timestamp %s and nonce %s as the documentation does', (timestamp, nonce, signature) => {
  expect(createSignature(token, timestamp, nonce)).toBe(signature);
});

const documented = 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==';

test('encrypts the documented reply byte for byte and signs it', () => {
  const encrypted = encryptMessage(aesKey, appId, '{"demo_resp":"good luck"}', Buffer.from('707722b803182950'));
  expect(encrypted).toBe(documented);
  expect(createSignature(token, '1713424427', '415670741', encrypted)).toBe('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1');
});

test('decrypts the documented reply', () => {
  expect(decryptMessage(aesKey, appId, documented)).toBe('{"demo_resp":"good luck"}');
});

test('pads a message of 167 bytes with 19 to 224, in blocks of 32', () => {
  const encrypted = encryptMessage(aesKey, appId, 'x'.repeat(167));
  expect(Buffer.from(encrypted, 'base64')).toHaveLength(224);
});

test('brings back Chinese text of any length', () => {
  for (let length = 0; length < 40; length += 1) {
    const message = '云'.repeat(length);
    expect(decryptMessage(aesKey, appId, encryptMessage(aesKey, appId, message))).toBe(message);
  }
});

test('refuses a message for another app id', () => {
  expect(() => decryptMessage(aesKey, 'wx0000000000000000', documented)).toThrow('another app id');
});

test('refuses a message under another key', () => {
  expect(() => decryptMessage('B'.repeat(42) + 'A', appId, documented)).toThrow();
});

test('refuses a key of another length', () => {
  expect(() => encryptMessage('short', appId, 'x')).toThrow('43 characters');
});
