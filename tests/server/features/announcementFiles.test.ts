import { archiveAnnouncement, correctAnnouncement, insertAnnouncement, withdrawAnnouncement } from '../../support/publicAnnouncements';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
const limits = { maxBytes: 1_000_000, mediaTypes: ['text/plain', 'image/png'] };
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

async function store(bytes: Buffer) {
  const file = await t.app.files.put(bytes, limits);
  await t.database.pool.query('insert into stored_files (hash, media_type, byte_size, created_at) values ($1, $2, $3, now()) on conflict do nothing', [file.hash, file.mediaType, file.byteSize]);
  return file;
}
const read = (id: string, hash: string, headers: Record<string, string> = {}) => t.app.inject({ url: `/api/v1/announcements/${id}/files/${hash}`, headers });

test('attachments are saved under their names, pictures of the text are shown, and nothing is guessed about them', async () => {
  const [form, picture] = [await store(Buffer.from('名单\n')), await store(png)];
  const id = await insertAnnouncement(t.database, { content: { attachments: [{ ...form, name: '名单 “2026”.txt' }], pictures: [picture.hash] } });
  const saved = await read(id, form.hash);
  expect([saved.statusCode, saved.body, saved.headers['content-type'], saved.headers['x-content-type-options']]).toEqual([200, '名单\n', 'text/plain', 'nosniff']);
  expect(saved.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('名单 “2026”.txt')}`);
  const shown = await read(id, picture.hash);
  expect([shown.headers['content-type'], shown.headers['content-disposition'], shown.rawPayload.equals(png)]).toEqual(['image/png', 'inline', true]);
  expect((await read(id, picture.hash, { 'if-none-match': `"${picture.hash}"` })).statusCode).toBe(304);
});

test('a file that only an earlier version showed can still be read with it, also from the archive', async () => {
  const old = await store(Buffer.from('旧表\n'));
  const id = await insertAnnouncement(t.database, { content: { attachments: [{ ...old, name: '旧表.txt' }] } });
  await correctAnnouncement(t.database, id, { attachments: [] }, '附件有误', '2026-11-21T02:00:00Z');
  expect((await read(id, old.hash)).body).toBe('旧表\n');
  await archiveAnnouncement(t.database, id);
  expect((await read(id, old.hash)).statusCode).toBe(200);
});

test('a file of something else is not given out, though its hash is known', async () => {
  const [secret, own] = [await store(Buffer.from('别人的\n')), await store(Buffer.from('自己的\n'))];
  const id = await insertAnnouncement(t.database, { content: { attachments: [{ ...own, name: 'a.txt' }] } });
  expect((await read(id, secret.hash)).json()).toMatchObject({ code: 'file_not_found' });
  expect((await read(id, 'f'.repeat(64))).json()).toMatchObject({ code: 'file_not_found' });
});

test('after a withdrawal no file is given out', async () => {
  const file = await store(Buffer.from('误发\n'));
  const id = await insertAnnouncement(t.database, { content: { attachments: [{ ...file, name: 'a.txt' }] } });
  await withdrawAnnouncement(t.database, id, '发错了');
  expect((await read(id, file.hash)).json()).toMatchObject({ code: 'announcement_withdrawn' });
  expect((await read(id, file.hash, { 'if-none-match': `"${file.hash}"` })).statusCode).toBe(410);
});
