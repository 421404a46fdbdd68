/** Keys that only tests use. */
export const testSecrets = {
  FIELD_ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`,
  BLIND_INDEX_SECRET: Buffer.alloc(32, 2).toString('base64'),
};
