import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathOfHash, type FileLimits, type FileStorage, type OpenedFile, type StoredFile } from './fileStorage';
import { receiveFile } from './receiveFile';

export interface S3StorageOptions {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** True: the bucket stands in the path (MinIO, Ceph); false: in the host name (Alibaba Cloud OSS). */
  forcePathStyle: boolean;
}

/** Up to here the bytes are sent from memory, so that the SDK can sign them and try again after an error. */
const retryableBytes = 8 * 1024 * 1024;

const timeouts = { connectionTimeout: 5_000, requestTimeout: 60_000 };

/** Keeps files in a bucket of an S3-compatible object store, under keys `ab/cdef…`. */
export class S3Storage implements FileStorage {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(options: S3StorageOptions) {
    this.bucket = options.bucket;
    this.client = new S3Client({
      endpoint: options.endpoint,
      region: options.region,
      forcePathStyle: options.forcePathStyle,
      credentials: { accessKeyId: options.accessKeyId, secretAccessKey: options.secretAccessKey },
      // The SDK's newer checksums travel in trailers, which many compatible stores do not understand.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: timeouts,
    });
  }

  async put(source: Buffer | Readable, limits: FileLimits): Promise<StoredFile> {
    const folder = await mkdtemp(join(tmpdir(), 'gov-counter-upload-'));
    try {
      const { path, ...stored } = await receiveFile(source, limits, folder);
      await this.client.send(
        new PutObjectCommand({
          Bucket: this.bucket,
          Key: pathOfHash(stored.hash),
          Body: stored.byteSize <= retryableBytes ? await readFile(path) : createReadStream(path),
          ContentLength: stored.byteSize,
          ContentType: stored.mediaType,
        }),
      );
      return stored;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async open(hash: string): Promise<OpenedFile | undefined> {
    const Key = pathOfHash(hash);
    if (Key === undefined) return undefined;
    try {
      const { Body, ContentLength } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key }));
      if (!(Body instanceof Readable) || ContentLength === undefined) throw new Error('the object store answered without bytes or without their number');
      return { bytes: Body, byteSize: ContentLength };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  async remove(hash: string): Promise<void> {
    const Key = pathOfHash(hash);
    if (Key !== undefined) await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key }));
  }

  close(): void {
    this.client.destroy();
  }
}
