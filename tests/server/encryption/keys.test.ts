import { randomBytes } from 'node:crypto';
import { ConfigError } from '../../../server/config';
import { parseBlindIndexSecret, parseKeys } from '../../../server/encryption/fieldEncryption';

const secret = randomBytes(32);
const base64 = secret.toString('base64');

function refusal(parse: () => unknown): string {
  try {
    parse();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

test('keys are read in their order, with or without padding and spaces', () => {
  const keys = parseKeys(` k2:${base64} , k1:${base64.replace(/=+$/, '')}`);
  expect(keys).toEqual([
    { id: 'k2', secret },
    { id: 'k1', secret },
  ]);
});

test.each([
  ['第 1 项是空的', ''],
  ['第 2 项是空的', `k1:${base64},`],
  ['第 1 项缺少冒号', base64.replace(':', '')],
  ['第 1 项的编号不正确', `k.1:${base64}`],
  ['第 1 项的编号不正确', `:${base64}`],
  ['第 2 项的编号 k1 重复', `k1:${base64},k1:${base64}`],
  ['编号 k1）的密钥不是有效的 Base64', 'k1:'],
  ['编号 k1）的密钥不是有效的 Base64', `k1:${base64}!`],
  ['现在只有 16 字节', `k1:${randomBytes(16).toString('base64')}`],
])('a mistake in the keys is named: %s', (mistake, setting) => {
  const message = refusal(() => parseKeys(setting));
  expect(message).toContain('FIELD_ENCRYPTION_KEYS');
  expect(message).toContain(mistake);
});

test('no secret appears in the message about it', () => {
  const short = randomBytes(20).toString('base64');
  expect(refusal(() => parseKeys(`k1:${short}`))).not.toContain(short);
  expect(refusal(() => parseKeys(`k1:${base64}?`))).not.toContain(base64);
});

test('the secret of the blind index is held to the same rules', () => {
  expect(parseBlindIndexSecret(base64)).toEqual(secret);
  expect(refusal(() => parseBlindIndexSecret('短'))).toContain('BLIND_INDEX_SECRET的密钥不是有效的 Base64');
  expect(refusal(() => parseBlindIndexSecret(randomBytes(8).toString('base64')))).toContain('现在只有 8 字节');
});
