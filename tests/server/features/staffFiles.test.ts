import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import type { StaffFile } from '../../../server/contract/staffFiles';
import { findStaffFile } from '../../../server/staff/staffFiles';
import { startS3Server, type S3Server } from '../../support/s3Server';
import { becomeStaff } from '../../support/staff';
import { startTestApp, type TestApp } from '../../support/testApp';
import { pdf, svg, workbook } from '../files/fileSamples';

const department = '云岫县公安局';
let t: TestApp;
let headers: { authorization: string };
beforeAll(async () => {
  t = await startTestApp();
  headers = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department }]);
});
afterAll(() => t.close());

const send = (purpose: string, name: string, payload: Buffer | string, to: TestApp = t, as = headers) =>
  to.app.inject({ method: 'POST', url: `/api/v1/staff/files?purpose=${purpose}&name=${encodeURIComponent(name)}`, payload, headers: { ...as, 'content-type': 'application/octet-stream' } });
const code = (reply: { json<T>(): T }): string => reply.json<{ code: string }>().code;
const storedHashes = async (): Promise<string[]> => (await t.database.pool.query<{ hash: string }>('select hash from stored_files')).rows.map(({ hash }) => hash);

test('a file is kept under the hash of its bytes, with who sent it and what for', async () => {
  const reply = await send('attachment', '办事须知.pdf', pdf);
  const hash = createHash('sha256').update(pdf).digest('hex');
  expect(reply.json<StaffFile>()).toEqual({ hash, mediaType: 'application/pdf', byteSize: pdf.length, name: '办事须知.pdf' });
  const { rows } = await t.database.pool.query<{ staff_id: string }>(`select staff_id from staff_files where hash = $1 and purpose = 'attachment'`, [hash]);
  expect(rows).toHaveLength(1);
  const staffId = rows[0]?.staff_id ?? '';
  expect(await findStaffFile(t.database.db, staffId, 'attachment', hash)).toMatchObject({ hash, name: '办事须知.pdf' });
  expect(await findStaffFile(t.database.db, staffId, 'document', hash)).toBeUndefined();
  expect(await findStaffFile(t.database.db, '00000000-0000-4000-8000-000000000000', 'attachment', hash)).toBeUndefined();
});

test('the same file again is answered alike and recorded once', async () => {
  const before = await send('attachment', '一.pdf', pdf);
  const again = await send('attachment', '二.pdf', pdf);
  expect(again.json<StaffFile>()).toEqual({ ...before.json<StaffFile>(), name: '二.pdf' });
  const { rows } = await t.database.pool.query(`select from audit_entries where action = 'upload_file' and object_id = $1`, [before.json<StaffFile>().hash]);
  expect(rows).toHaveLength(1);
});

test('two at once of the same bytes both succeed', async () => {
  const bytes = Buffer.concat([pdf, randomBytes(8)]);
  const replies = await Promise.all([1, 2, 3].map(() => send('attachment', '同时.pdf', bytes)));
  expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
});

test.each([
  ['a page of HTML that is called a PDF', 'attachment', '公告.pdf', '<!doctype html><script>alert(1)</script>'],
  ['an SVG picture', 'attachment', '图.svg', svg],
  ['an SVG picture that is called a PNG', 'attachment', '图.png', svg],
  ['a program', 'attachment', '安装.exe', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
  ['a program that is called a Word document', 'attachment', '通知.docx', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
  ['a PDF that is called a workbook', 'guide_import', '事项.xlsx', pdf],
  ['a PDF where a Word document is wanted', 'document', '公告.pdf', pdf],
  ['a file without an extension', 'attachment', 'passwd', pdf],
])('%s is refused, and nothing of it is kept', async (_name, purpose, name, bytes) => {
  const before = await storedHashes();
  const reply = await send(purpose, name, bytes);
  expect([reply.statusCode, code(reply)]).toEqual([422, 'file_type_refused']);
  expect(reply.json<{ fieldErrors: { message: string }[] }>().fieldErrors[0]?.message).toMatch(/^只能用 /);
  expect(await storedHashes()).toEqual(before);
});

test('an archive is refused, also under another name; an OFD document is not', async () => {
  const script = { 'payload.js': strToU8('alert(1)') };
  const archive = Buffer.from(zipSync(script));
  expect(code(await send('attachment', '资料.zip', archive))).toBe('file_type_refused');
  expect(code(await send('attachment', '资料.ofd', archive))).toBe('file_type_refused');
  const ofd = Buffer.from(zipSync({ ...script, 'OFD.xml': strToU8('<?xml version="1.0"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>') }));
  expect((await send('attachment', '通知.ofd', ofd)).json<StaffFile>()).toMatchObject({ mediaType: 'application/ofd' });
});

test('of a name with folders or control characters the last part alone is kept', async () => {
  expect((await send('attachment', '../../etc/cron.d/说明.pdf', pdf)).json<StaffFile>().name).toBe('说明.pdf');
  expect((await send('attachment', 'C:\\Users\\某人\\说明\u202e.pdf', pdf)).json<StaffFile>().name).toBe('说明.pdf');
  expect((await send('attachment', '', pdf)).statusCode).toBe(400);
});

test('an empty file is refused, and so is a body that is no stream of bytes', async () => {
  expect(code(await send('attachment', '空.pdf', ''))).toMatch(/file_empty|media_type_unsupported/);
  const json = await t.app.inject({ method: 'POST', url: '/api/v1/staff/files?purpose=attachment&name=a.pdf', payload: { a: 1 }, headers });
  expect(json.statusCode).not.toBe(200);
  expect((await t.app.inject({ method: 'PUT', url: '/api/v1/feedback/00000000-0000-4000-8000-000000000000', payload: pdf, headers: { 'content-type': 'application/octet-stream' } })).statusCode).toBe(415);
});

test('a picture is kept as it may be published: smaller, upright, without where it was taken', async () => {
  const photograph = await sharp({ create: { width: 2_400, height: 1_200, channels: 3, background: '#336699' } })
    .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '30/1 0/1 0/1' } })
    .jpeg()
    .toBuffer();
  const stored = (await send('picture', 'IMG_0001.jpg', photograph)).json<StaffFile>();
  expect(stored).toMatchObject({ mediaType: 'image/jpeg', name: 'IMG_0001.jpg' });
  expect(stored.hash).not.toBe(createHash('sha256').update(photograph).digest('hex'));
  const opened = await t.app.files.open(stored.hash);
  const bytes = Buffer.concat(await (opened?.bytes.toArray() ?? []) as Buffer[]);
  const metadata = await sharp(bytes).metadata();
  expect([metadata.width, metadata.height, metadata.exif]).toEqual([1_600, 800, undefined]);
  expect(code(await send('picture', '坏的.jpg', photograph.subarray(0, 500)))).toBe('picture_refused');
});

test('200 MB are refused without being read, whether they say so or not', async () => {
  await t.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = t.app.server.address() as AddressInfo;
  const megabyte = Buffer.alloc(1024 ** 2, 0x20);
  const upload = (isTold: boolean): Promise<{ status: number | undefined; code: string | undefined; sent: number }> =>
    new Promise((resolve, reject) => {
      let sent = 0;
      const call = request({
        port,
        method: 'POST',
        path: '/api/v1/staff/files?purpose=attachment&name=big.pdf',
        headers: { ...headers, 'content-type': 'application/octet-stream', ...(isTold ? { 'content-length': 200 * megabyte.length } : {}) },
      });
      let isAnswered = false;
      call.on('response', (reply) => {
        isAnswered = true;
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('close', () => resolve({ status: reply.statusCode, code: (JSON.parse(Buffer.concat(parts).toString()) as { code: string }).code, sent }));
      });
      // The server closes what it no longer reads.
      call.on('error', (error) => (isAnswered || sent > 0 ? setTimeout(() => (isAnswered ? undefined : resolve({ status: undefined, code: undefined, sent })), 500) : reject(error)));
      const push = (): void => {
        while (sent < 200 && !isAnswered && !call.destroyed) {
          sent += 1;
          if (!call.write(megabyte)) return void call.once('drain', push);
        }
        if (!isAnswered && !call.destroyed) call.end();
      };
      push();
    });
  for (const isTold of [true, false]) {
    const { status, code: answered, sent } = await upload(isTold);
    expect(sent).toBeLessThan(100);
    expect([status, answered]).toEqual([413, 'file_too_large']);
  }
  expect((await send('attachment', '之后.pdf', pdf)).statusCode).toBe(200);
});

describe('with a bucket for files', () => {
  const account = { accessKeyId: 'test-key', region: 'cn-test-1', bucket: 'files' };
  let s3: S3Server;
  let other: TestApp;
  beforeAll(async () => {
    s3 = await startS3Server(account);
    other = await startTestApp({ FILE_STORAGE: 's3', S3_ENDPOINT: s3.endpoint, S3_REGION: account.region, S3_BUCKET: account.bucket, S3_ACCESS_KEY_ID: account.accessKeyId, S3_SECRET_ACCESS_KEY: 'test-secret' });
  });
  afterAll(async () => {
    await other.close();
    await s3.close();
  });

  test('a workbook goes there and can be opened again', async () => {
    const bytes = await workbook();
    const as = await becomeStaff(other, 'shop_owner', [{ role: 'administrator', department }]);
    const { hash } = (await send('guide_import', '事项.xlsx', bytes, other, as)).json<StaffFile>();
    const opened = await other.app.files.open(hash);
    expect(Buffer.concat((await opened?.bytes.toArray()) as Buffer[]).equals(bytes)).toBe(true);
  });
});
