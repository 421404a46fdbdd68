import type { AnnouncementDraft, ReadDocument, SavedDraft } from '../../../server/contract/announcementDrafts';
import { randomUUID } from 'node:crypto';
import { startS3Server, type S3Server } from '../../support/s3Server';
import { becomeStaff, departmentNamed } from '../../support/staff';
import { startTestApp, type TestApp } from '../../support/testApp';
import { docxFile, internal, tinyPng } from '../richText/docxFile';

const police = '云岫县公安局';
const account = { accessKeyId: 'key', region: 'cn', bucket: 'files' };

const picture = `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="图" descr="示意图"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="p1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
const line = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const notice = docxFile({
  body: `${line('云公发〔2026〕12号')}${line('各派出所：')}${line('户籍窗口自12月1日起调整办公时间，请做好准备工作。')}${picture}${line('云岫县公安局')}${line('2026年11月20日')}`,
  relationships: internal('p1', 'image', 'media/image1.png'),
  others: { 'word/media/image1.png': tinyPng },
});

describe.each(['folder', 's3'])('a Word document with its pictures in the storage %s', (kind) => {
  let store: S3Server | undefined;
  let t: TestApp;
  let headers: { authorization: string };
  let draft: AnnouncementDraft;
  beforeAll(async () => {
    store = kind === 's3' ? await startS3Server(account) : undefined;
    t = await startTestApp(store === undefined ? {} : { FILE_STORAGE: 's3', S3_ENDPOINT: store.endpoint, S3_REGION: account.region, S3_BUCKET: account.bucket, S3_ACCESS_KEY_ID: account.accessKeyId, S3_SECRET_ACCESS_KEY: 'secret' });
    headers = await becomeStaff(t, 'shop_owner', [{ role: 'editor', department: police }]);
    draft = (await t.app.inject({ method: 'PUT', url: `/api/v1/staff/announcement-drafts/${randomUUID()}`, headers, payload: { departmentId: String(await departmentNamed(t, police)), kind: 'notice', title: '通知' } })).json();
  });
  afterAll(async () => {
    await t.close();
    await store?.close();
  });

  const upload = (bytes: Buffer, name = 'a.docx') =>
    t.app.inject({ method: 'POST', url: `/api/v1/staff/files?purpose=document&name=${encodeURIComponent(name)}`, headers: { ...headers, 'content-type': 'application/octet-stream' }, payload: bytes });
  const read = (hash: string, by = headers) => t.app.inject({ method: 'POST', url: `/api/v1/staff/announcement-drafts/${draft.id}/document`, headers: by, payload: { hash } });
  const readBytes = async (bytes: Buffer) => read((await upload(bytes)).json<{ hash: string }>().hash);

  test('becomes a body with stored pictures and guessed fields, is saved by the writer, and its pictures are read through the draft', async () => {
    const reply = (await readBytes(notice)).json<ReadDocument>();
    expect(reply).toMatchObject({ guessed: { documentNumber: '云公发〔2026〕12号', issuingBody: police, writtenOn: '2026-11-20' }, warnings: [] });
    const [hash = ''] = /(?<=file:)[0-9a-f]{64}/.exec(reply.body) ?? [];
    const saved = (await t.app.inject({ method: 'PUT', url: `/api/v1/staff/announcement-drafts/${draft.id}/content`, headers, payload: { revision: draft.revision, changes: { body: reply.body }, removed: [] } })).json<SavedDraft>();
    expect(saved).toMatchObject({ removedFromBody: [], draft: { content: { body: reply.body, pictures: [hash] } } });
    const file = await t.app.inject({ url: `/api/v1/staff/announcement-drafts/${draft.id}/files/${hash}`, headers });
    expect([file.statusCode, file.headers['content-type'], file.rawPayload.subarray(1, 4).toString()]).toEqual([200, 'image/png', 'PNG']);
  });

  test('is nobody else’s to read', async () => {
    const { hash } = (await upload(notice)).json<{ hash: string }>();
    const other = await becomeStaff(t, 'young_father', [{ role: 'editor', department: police }]);
    expect((await read(hash, other)).json()).toMatchObject({ code: 'file_not_found' });
  });

  test('with a picture that is none is read without it, and says so', async () => {
    const broken = docxFile({ body: `${line('正文')}${picture}`, relationships: internal('p1', 'image', 'media/image1.png'), others: { 'word/media/image1.png': Buffer.concat([tinyPng.subarray(0, 40)]) } });
    expect((await readBytes(broken)).json<ReadDocument>()).toMatchObject({ body: '<p>正文</p>', warnings: [expect.stringContaining('图片')] });
  });

  test('of the old format, under a password, with macros, damaged or too large is answered with what to do', async () => {
    expect((await upload(Buffer.from('x'), '通知.wps')).json()).toMatchObject({ code: 'document_refused', message: expect.stringContaining('另存为') as string });
    const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect((await readBytes(container)).json()).toMatchObject({ code: 'document_refused', message: expect.stringContaining('密码') as string });
    expect((await readBytes(docxFile({ body: line('正文'), others: { 'word/vbaProject.bin': 'x' } }))).json()).toMatchObject({ code: 'document_refused', message: expect.stringContaining('宏') as string });
    expect((await readBytes(docxFile({ document: '<!DOCTYPE x><w:document/>' }))).json()).toMatchObject({ code: 'document_refused' });
    expect((await readBytes(docxFile({ body: line('空'.repeat(10)), others: { 'word/media/blank.png': Buffer.alloc(30 * 1024 ** 2) } }))).json()).toMatchObject({ code: 'document_refused' });
    const huge = await t.app.inject({ method: 'POST', url: '/api/v1/staff/files?purpose=document&name=a.docx', headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': String(200 * 1024 ** 2) }, payload: Buffer.alloc(0) });
    expect([huge.statusCode, huge.json<{ code: string }>().code]).toEqual([413, 'file_too_large']);
  });
});
