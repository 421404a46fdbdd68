import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, describeSettings, readConfig, Settings } from '../../server/config';

const secret = Buffer.alloc(32, 7).toString('base64');
const enough = { FIELD_ENCRYPTION_KEYS: `k1:${secret}`, BLIND_INDEX_SECRET: secret };

function mistakesOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

test('the two keys are all that must be set; the rest has defaults', () => {
  expect(readConfig(enough)).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, DATA_DIR: '.data', SITE_HOTLINE: '12345', SEED_DEMO: false });
});

test('numbers and booleans are read from text', () => {
  expect(readConfig({ ...enough, PORT: '8080', SEED_DEMO: 'true' })).toMatchObject({ PORT: 8080, SEED_DEMO: true });
});

test('an empty value counts as not set', () => {
  expect(readConfig({ ...enough, DATABASE_URL: '', PORT: '' })).toMatchObject({ PORT: 3000 });
});

test('every mistake is named at once, in one message', () => {
  const message = mistakesOf({ PORT: '99999', DATABASE_URL: 'mysql://x', WECHAT_MINI_PROGRAM_APP_ID: 'wx0000000000000000', BLIND_INDEX_SECRET: secret });
  expect(message).toContain('PORT：值不正确');
  expect(message).toContain('DATABASE_URL：值不正确');
  expect(message).toContain('FIELD_ENCRYPTION_KEYS：必须设置');
  expect(message).toContain('WECHAT_MINI_PROGRAM_APP_ID 和 WECHAT_MINI_PROGRAM_SECRET：必须一起设置');
});

test('a misspelt name is found, a foreign one is left alone', () => {
  expect(mistakesOf({ ...enough, WECHAT_MINIPROGRAM_APP_ID: 'wx1' })).toContain('WECHAT_MINIPROGRAM_APP_ID：没有这个设置');
  expect(mistakesOf({ ...enough, PATH: '/bin', HOME: '/root' })).toBe('');
});

test('an object store needs all of its settings', () => {
  expect(mistakesOf({ ...enough, FILE_STORAGE: 's3', S3_BUCKET: 'files' })).toContain('S3_ENDPOINT、S3_REGION、S3_ACCESS_KEY_ID、S3_SECRET_ACCESS_KEY');
});

test('.env.example lists every setting with its meaning', () => {
  const example = readFileSync(join(__dirname, '../../.env.example'), 'utf8');
  expect(example).toBe(describeSettings());
  for (const name of Object.keys(Settings.properties)) expect(example).toMatch(new RegExp(`^(# )?${name}=`, 'm'));
});
