import type { GuideFile } from '../../../server/contract/guideContent';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
const limits = { maxBytes: 1_000_000, mediaTypes: ['text/plain', 'image/png'] };
/** The smallest picture there is. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

async function store(bytes: Buffer, name: string): Promise<GuideFile> {
  return { ...(await t.app.files.put(bytes, limits)), name };
}

test('forms and samples of a guide are served with their names; what a browser can show is shown, the rest is saved', async () => {
  const form = await store(Buffer.from('填表说明\n'), '申领登记表（2026）.txt');
  const sample = await store(png, '身份证样式.png');
  const picture = await store(Buffer.concat([png, Buffer.from([0])]), '流程图.png');
  const id = await insertGuide(t.database, {
    content: { requiredMaterials: [{ name: '登记表', isWaived: false, blankForm: form }], results: [{ name: '身份证', sample }], processPicture: picture },
  });
  const formReply = await t.app.inject(`/api/v1/service-guides/${id}/files/${form.hash}`);
  expect([formReply.statusCode, formReply.body, formReply.headers['content-type']]).toEqual([200, '填表说明\n', 'text/plain']);
  expect(formReply.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('申领登记表（2026）.txt')}`);
  const sampleReply = await t.app.inject(`/api/v1/service-guides/${id}/files/${sample.hash}`);
  expect(sampleReply.headers['content-disposition']).toMatch(/^inline/);
  expect(sampleReply.rawPayload.equals(png)).toBe(true);
  expect((await t.app.inject(`/api/v1/service-guides/${id}/files/${picture.hash}`)).statusCode).toBe(200);
  expect((await t.app.inject({ url: `/api/v1/service-guides/${id}/files/${sample.hash}`, headers: { 'if-none-match': `"${sample.hash}"` } })).statusCode).toBe(304);
});

test('a stored file that the guide does not offer is not given out, though its hash is known', async () => {
  const secret = await store(Buffer.from('别人的附件\n'), 'x.txt');
  const id = await insertGuide(t.database);
  expect((await t.app.inject(`/api/v1/service-guides/${id}/files/${secret.hash}`)).json()).toMatchObject({ code: 'file_not_found' });
});

test('a file whose bytes are gone is a 404 and not a broken answer', async () => {
  const id = await insertGuide(t.database, { content: { processPicture: { hash: 'f'.repeat(64), name: 'x.png', mediaType: 'image/png', byteSize: 3 } } });
  expect((await t.app.inject(`/api/v1/service-guides/${id}/files/${'f'.repeat(64)}`)).json()).toMatchObject({ code: 'file_not_found' });
});
