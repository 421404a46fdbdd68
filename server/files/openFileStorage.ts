import { join } from 'node:path';
import type { Clock } from '../clock';
import { ConfigError, type Config } from '../config';
import type { FileStorage } from './fileStorage';
import { FolderStorage } from './folderStorage';

type FileSettings = Pick<Config, 'FILE_STORAGE' | 'DATA_DIR' | 'S3_ENDPOINT' | 'S3_REGION' | 'S3_BUCKET' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'> & {
  /** True when not set: a store with an endpoint of its own mostly wants the bucket in the path. */
  S3_FORCE_PATH_STYLE?: boolean;
};

/**
 * Opens the file storage that the settings name: a folder `files` in DATA_DIR, or a bucket.
 *
 * @throws ConfigError when a setting of the bucket is missing.
 */
export async function openFileStorage(config: FileSettings, clock: Clock): Promise<FileStorage> {
  if (config.FILE_STORAGE === 'folder') return FolderStorage.open(join(config.DATA_DIR, 'files'), clock);
  const { S3_ENDPOINT: endpoint, S3_REGION: region, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  if (endpoint === undefined || region === undefined || bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    throw new ConfigError('FILE_STORAGE 为 s3 时，必须设置 S3_ENDPOINT、S3_REGION、S3_BUCKET、S3_ACCESS_KEY_ID 和 S3_SECRET_ACCESS_KEY。');
  }
  // The SDK is large: only who uses it loads it.
  const { S3Storage } = await import('./s3Storage');
  return new S3Storage({ endpoint, region, bucket, accessKeyId, secretAccessKey, forcePathStyle: config.S3_FORCE_PATH_STYLE ?? true });
}
