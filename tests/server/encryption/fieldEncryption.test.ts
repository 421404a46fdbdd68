import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { FieldEncryption, FieldEncryptionError, type EncryptionAlgorithm, type EncryptionKey } from '../../../server/encryption/fieldEncryption';

const blindIndexSecret = randomBytes(32);
const oldKey: EncryptionKey = { id: 'k1', secret: randomBytes(32) };
const newKey: EncryptionKey = { id: 'k2', secret: randomBytes(48) };
const column = 'citizens.phone_number';

function encryptionWith(algorithm: EncryptionAlgorithm, ...keys: EncryptionKey[]): FieldEncryption {
  return new FieldEncryption({ algorithm, keys, blindIndexSecret });
}

function codeOfRefusal(open: () => string): string | undefined {
  try {
    open();
    return undefined;
  } catch (error) {
    if (error instanceof FieldEncryptionError) return error.code;
    throw error;
  }
}

describe.each<EncryptionAlgorithm>(['sm4-ctr-hmac-sm3', 'aes-256-gcm'])('field encryption with %s', (algorithm) => {
  const encryption = encryptionWith(algorithm, oldKey);

  test('gives back every Unicode text, astral characters included', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => encryption.decrypt(encryption.encrypt(text, column), column) === text));
    expect(encryption.decrypt(encryption.encrypt('𠮷野家😀', column), column)).toBe('𠮷野家😀');
  });

  test('refuses half a surrogate pair instead of storing something else', () => {
    expect(codeOfRefusal(() => encryption.encrypt('\ud83d', column))).toBe('text_malformed');
  });

  test('refuses a value in which any bit of the sealed bytes was flipped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(), (text, position) => {
        const [keyId, name, encoded = ''] = encryption.encrypt(text, column).split('.');
        const bytes = Buffer.from(encoded, 'base64url');
        const bit = position % (bytes.length * 8);
        bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        const flipped = `${keyId}.${name}.${bytes.toString('base64url')}`;
        return codeOfRefusal(() => encryption.decrypt(flipped, column)) === 'ciphertext_tampered';
      }),
    );
  });

  test('refuses a value in which any bit of the text was flipped, the spare bits of base64 included', () => {
    const text = encryption.encrypt('13900000000', column);
    for (let bit = 0; bit < text.length * 7; bit += 1) {
      const at = Math.floor(bit / 7);
      const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << (bit % 7))) + text.slice(at + 1);
      expect(codeOfRefusal(() => encryption.decrypt(flipped, column))).toBeDefined();
    }
  });

  test('refuses a cut or lengthened value', () => {
    const text = encryption.encrypt('云岫县', column);
    for (const wrong of [text.slice(0, -1), text.slice(0, -4), `${text}AAAA`, `${text}.`, 'k1', '', `k1.${algorithm}.`]) {
      expect(codeOfRefusal(() => encryption.decrypt(wrong, column))).toMatch(/^ciphertext_/);
    }
  });

  test('does not open a value that was moved to another column', () => {
    const text = encryption.encrypt('13900000000', column);
    expect(codeOfRefusal(() => encryption.decrypt(text, 'citizens.id_number'))).toBe('ciphertext_tampered');
  });

  test('does not open a value whose key id was changed to that of another known key', () => {
    const both = encryptionWith(algorithm, newKey, oldKey);
    const moved = both.encrypt('13900000000', column).replace(/^k2/, 'k1');
    expect(codeOfRefusal(() => both.decrypt(moved, column))).toBe('ciphertext_tampered');
  });

  test('writes the same value differently each time and never in clear', () => {
    const texts = new Set(Array.from({ length: 50 }, () => encryption.encrypt('13900000000', column)));
    expect(texts.size).toBe(50);
    for (const text of texts) expect(Buffer.from(text.split('.')[2] ?? '', 'base64url').includes('13900000000')).toBe(false);
  });

  test('reads values of a former key and says that they should be encrypted anew', () => {
    const before = encryption.encrypt('13900000000', column);
    const rotated = encryptionWith(algorithm, newKey, oldKey);
    expect(rotated.decrypt(before, column)).toBe('13900000000');
    expect(rotated.needsRotation(before)).toBe(true);
    expect(rotated.needsRotation(rotated.encrypt('13900000000', column))).toBe(false);
  });

  test('names a key that is no longer listed', () => {
    const text = encryption.encrypt('13900000000', column);
    expect(codeOfRefusal(() => encryptionWith(algorithm, newKey).decrypt(text, column))).toBe('key_unknown');
  });
});

describe('changing the algorithm', () => {
  const before = encryptionWith('aes-256-gcm', oldKey);
  const after = encryptionWith('sm4-ctr-hmac-sm3', oldKey);

  test('leaves old values readable and marks them for rotation', () => {
    const text = before.encrypt('13900000000', column);
    expect(after.decrypt(text, column)).toBe('13900000000');
    expect(after.needsRotation(text)).toBe(true);
  });

  test('does not lose look-ups', () => {
    expect(after.blindIndex('13900000000', column)).toBe(before.blindIndex('13900000000', column));
  });
});

describe('the blind index', () => {
  const encryption = encryptionWith('sm4-ctr-hmac-sm3', oldKey);

  test('is the same for the same value and another for another value, column or secret', () => {
    const index = encryption.blindIndex('13900000000', column);
    const otherSecret = new FieldEncryption({ algorithm: 'sm4-ctr-hmac-sm3', keys: [oldKey], blindIndexSecret: randomBytes(32) });
    expect(encryption.blindIndex('13900000000', column)).toBe(index);
    expect(encryption.blindIndex('13900000001', column)).not.toBe(index);
    expect(encryption.blindIndex('13900000000', 'staff.phone_number')).not.toBe(index);
    expect(otherSecret.blindIndex('13900000000', column)).not.toBe(index);
    expect(index).toMatch(/^[\w-]{43}$/);
  });

  test('survives a rotation of the encryption keys', () => {
    const rotated = encryptionWith('sm4-ctr-hmac-sm3', newKey, oldKey);
    expect(rotated.blindIndex('13900000000', column)).toBe(encryption.blindIndex('13900000000', column));
  });
});

test('keys that are missing, short or named twice are refused at once', () => {
  expect(() => encryptionWith('aes-256-gcm')).toThrow('at least one key');
  expect(() => encryptionWith('aes-256-gcm', { id: 'k1', secret: randomBytes(31) })).toThrow('shorter than 32 bytes');
  expect(() => encryptionWith('aes-256-gcm', oldKey, oldKey)).toThrow('used twice');
});

describe('values written by an earlier release', () => {
  const secret = Buffer.from('an example secret of 32+ bytes, for tests');
  const encryption = new FieldEncryption({ algorithm: 'sm4-ctr-hmac-sm3', keys: [{ id: 'k1', secret }], blindIndexSecret: secret });

  test.each([
    ['SM4', 'k1.sm4-ctr-hmac-sm3.UT7ZttgOAg9qJKKkcEl6z6JiwQTvooE9bJP928DzaYPfAMuRq2QKjJeUQ3ScTwz2DcTU9muaZHeILZy5ndW-tB5R'],
    ['AES', 'k1.aes-256-gcm.36WnRmBUZDarEMmL51Bj1utgkITvcDOGPJXiD3fVz9nrBmybdXnXIwu5TQuwEw'],
  ])('stay readable (%s)', (_name, text) => {
    expect(encryption.decrypt(text, column)).toBe('云岫 13900000000');
  });

  test('are still found by their index', () => {
    expect(encryption.blindIndex('13900000000', column)).toBe('isMphK92sJ18GioeSF4Zqhvt0lUhF8uOgbPEFNiuUOs');
  });
});
