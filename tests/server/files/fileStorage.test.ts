import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SettableClock } from '../../../server/clock';
import { ConfigError } from '../../../server/config';
import { FileRefusedError, type FileLimits, type FileStorage } from '../../../server/files/fileStorage';
import { openFileStorage } from '../../../server/files/openFileStorage';
import { startS3Server, type S3Server } from '../../support/s3Server';
import { pdf, png, svg } from './fileSamples';

const account = { accessKeyId: 'test-key', region: 'cn-test-1', bucket: 'files' };
const pictures: FileLimits = { maxBytes: 100_000, mediaTypes: ['image/png', 'image/svg+xml', 'text/html'] };
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let folder: string;
let s3: S3Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-storage-'));
  s3 = await startS3Server(account);
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true });
});

function openStorage(kind: 'folder' | 's3', clock = new SettableClock()): Promise<FileStorage> {
  return openFileStorage(
    {
      FILE_STORAGE: kind,
      DATA_DIR: folder,
      S3_ENDPOINT: s3.endpoint,
      S3_REGION: account.region,
      S3_BUCKET: account.bucket,
      S3_ACCESS_KEY_ID: account.accessKeyId,
      S3_SECRET_ACCESS_KEY: 'test-secret',
    },
    clock,
  );
}

/** Every stored path, whichever the storage. */
async function storedKeys(kind: 'folder' | 's3'): Promise<string[]> {
  if (kind === 's3') return [...s3.objects.keys()];
  const entries = await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath.slice(-2)}/${entry.name}`);
}

async function refusal(put: Promise<unknown>): Promise<string> {
  const error: unknown = await put.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof FileRefusedError) return error.code;
  throw error ?? new Error('was taken');
}

describe.each(['folder', 's3'] as const)('the storage "%s"', (kind) => {
  let storage: FileStorage;
  beforeEach(async () => {
    s3.objects.clear();
    await rm(join(folder, 'files'), { recursive: true, force: true });
    storage = await openStorage(kind);
  });
  afterEach(() => storage.close());

  test('gives back the bytes under the hash of their content', async () => {
    const hash = hashOf(png);
    expect(await storage.put(png, pictures)).toEqual({ hash, mediaType: 'image/png', byteSize: png.length });
    const opened = await storage.open(hash);
    expect(opened?.byteSize).toBe(png.length);
    expect(opened && (await buffer(opened.bytes)).equals(png)).toBe(true);
    expect(await storedKeys(kind)).toEqual([`${hash.slice(0, 2)}/${hash.slice(2)}`]);
  });

  test('takes a stream, also one that is larger than what is sent from memory', async () => {
    const bytes = Buffer.concat([png, randomBytes(9 * 1024 * 1024)]);
    const parts = Array.from({ length: Math.ceil(bytes.length / 50_000) }, (_, part) => bytes.subarray(part * 50_000, (part + 1) * 50_000));
    const stored = await storage.put(Readable.from(parts), { ...pictures, maxBytes: bytes.length });
    expect(stored).toEqual({ hash: hashOf(bytes), mediaType: 'image/png', byteSize: bytes.length });
    const opened = await storage.open(stored.hash);
    expect(opened && hashOf(await buffer(opened.bytes))).toBe(stored.hash);
  });

  test('keeps the same bytes once, also when they come many times at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => storage.put(png, pictures)));
    expect(await storedKeys(kind)).toHaveLength(1);
  });

  test('refuses what is too large, empty or of another type, and keeps nothing of it', async () => {
    const stream = Readable.from([png.subarray(0, 20), png.subarray(20)]);
    expect(await refusal(storage.put(stream, { ...pictures, maxBytes: png.length - 1 }))).toBe('file_too_large');
    expect(stream.destroyed).toBe(true);
    expect(await refusal(storage.put(png, { ...pictures, maxBytes: png.length - 1 }))).toBe('file_too_large');
    expect(await refusal(storage.put(Buffer.alloc(0), pictures))).toBe('file_empty');
    expect(await refusal(storage.put(pdf, pictures))).toBe('file_type_refused');
    expect(await storedKeys(kind)).toEqual([]);
    expect((await storage.put(png, { ...pictures, maxBytes: png.length })).byteSize).toBe(png.length);
  });

  test('never takes SVG or HTML, even when they are listed', async () => {
    expect(await refusal(storage.put(Buffer.from(svg), pictures))).toBe('file_type_refused');
    expect(await refusal(storage.put(Buffer.from('<html><body></body></html>'), pictures))).toBe('file_type_refused');
  });

  test('stores a table under the type that the caller takes', async () => {
    const table = Buffer.from('姓名,电话\n甲,1\n');
    expect((await storage.put(table, { maxBytes: 100, mediaTypes: ['text/plain', 'text/csv'] })).mediaType).toBe('text/csv');
    expect((await storage.put(table, { maxBytes: 100, mediaTypes: ['text/plain'] })).mediaType).toBe('text/plain');
  });

  test('keeps nothing of a stream that breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield png.subarray(0, 30);
        throw new Error('the phone went into a tunnel');
      })(),
    );
    await expect(storage.put(broken, pictures)).rejects.toThrow('tunnel');
    expect(await storedKeys(kind)).toEqual([]);
  });

  test('removes bytes, and has nothing to say about unknown or malformed hashes', async () => {
    const { hash } = await storage.put(png, pictures);
    await storage.remove(hash);
    await storage.remove(hash);
    expect(await storage.open(hash)).toBeUndefined();
    for (const wrong of ['', '../secret', `../${hash}`, hash.toUpperCase(), `${hash}0`]) {
      expect(await storage.open(wrong)).toBeUndefined();
      await storage.remove(wrong);
    }
  });
});

test('a folder storage removes what was left half-received a day ago, and nothing younger', async () => {
  const incoming = join(folder, 'files', 'incoming');
  await openStorage('folder');
  const clock = new SettableClock(new Date('2026-03-02T12:00:00Z'));
  for (const [name, writtenAt] of [
    ['old', '2026-03-01T11:00:00Z'],
    ['young', '2026-03-01T13:00:00Z'],
  ] as const) {
    await writeFile(join(incoming, name), 'half');
    await utimes(join(incoming, name), new Date(writtenAt), new Date(writtenAt));
  }
  await openStorage('folder', clock);
  expect(await readdir(incoming)).toEqual(['young']);
  expect(await readFile(join(incoming, 'young'), 'utf8')).toBe('half');
});

test('an object store that is busy for a moment is asked again', async () => {
  const storage = await openStorage('s3');
  s3.failNext(1);
  const { hash } = await storage.put(png, pictures);
  s3.failNext(1);
  expect((await storage.open(hash))?.byteSize).toBe(png.length);
  storage.close();
});

test('an object is stored with its media type', async () => {
  const storage = await openStorage('s3');
  await storage.put(png, pictures);
  expect([...s3.objects.values()].map((object) => object.contentType)).toContain('image/png');
  storage.close();
});

test('a wrong access key is an error, not a missing file', async () => {
  const other = await startS3Server({ ...account, accessKeyId: 'another-key' });
  const storage = await openFileStorage(
    { FILE_STORAGE: 's3', DATA_DIR: folder, S3_ENDPOINT: other.endpoint, S3_REGION: account.region, S3_BUCKET: account.bucket, S3_ACCESS_KEY_ID: 'test-key', S3_SECRET_ACCESS_KEY: 'x' },
    new SettableClock(),
  );
  await expect(storage.open(hashOf(png))).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
  await expect(storage.put(png, pictures)).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
  storage.close();
  await other.close();
});

test('a bucket with a missing setting is refused by name', async () => {
  await expect(openFileStorage({ FILE_STORAGE: 's3', DATA_DIR: folder }, new SettableClock())).rejects.toThrow(ConfigError);
});
