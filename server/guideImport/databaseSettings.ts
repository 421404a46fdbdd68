import { Ajv } from 'ajv';
import { Type } from 'typebox';
import { Settings, type Config } from '../config';

/** A setting of the database or of the file storage is wrong; the message names it in Chinese. */
export class DatabaseSettingsError extends Error {
  override name = 'DatabaseSettingsError';
}

const names = [
  'DATABASE_URL',
  'DATABASE_POOL_SIZE',
  'DATA_DIR',
  'FILE_STORAGE',
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_BUCKET',
  'S3_FORCE_PATH_STYLE',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const;
type DatabaseSettings = Pick<Config, (typeof names)[number]>;

/**
 * The server's settings of the database and of the file storage alone: whoever imports guides need not hold the server's keys.
 *
 * @throws DatabaseSettingsError
 */
export function readDatabaseSettings(environment: NodeJS.ProcessEnv): DatabaseSettings {
  const given: Record<string, unknown> = {};
  for (const name of names) {
    const value = environment[name];
    if (value !== undefined && value !== '') given[name] = value;
  }
  const validate = new Ajv({ allErrors: true, coerceTypes: true, useDefaults: true, strict: false }).compile<DatabaseSettings>(Type.Pick(Settings, [...names]));
  if (validate(given)) return given;
  const wrong = (validate.errors ?? []).map((error) => error.instancePath.slice(1));
  throw new DatabaseSettingsError(`设置有误：${[...new Set(wrong)].join('、')} 的值不正确。全部设置及含义见 .env.example。`);
}
