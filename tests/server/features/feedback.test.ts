import { randomUUID } from 'node:crypto';
import type { FeedbackReceived } from '../../../server/contract/feedback';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

let sender = 0;
/** Every call from an address of its own, so that the limits only matter where they are tested. */
const send = (id: string, payload: object, remoteAddress = `10.0.0.${(sender += 1)}`) => t.app.inject({ method: 'PUT', url: `/api/v1/feedback/${id}`, payload, remoteAddress });
const rows = async () => (await t.database.pool.query<Record<string, unknown>>('select * from feedback')).rows;
const about = { subject: 'mini_program', kind: 'suggestion', description: '字再大一点就好了' };

test('a mistake in a guide goes to the department of the guide, with the version that was read', async () => {
  const guideId = await insertGuide(t.database, { department: '云岫县民政局' });
  const id = randomUUID();
  const reply = await send(id, { subject: 'guide', guideId, part: 'phone', description: '电话打不通，打了三次', contactPhone: '19900000001' });
  expect(reply.statusCode).toBe(200);
  expect(reply.json<FeedbackReceived>()).toEqual({ referenceNumber: expect.stringMatching(/^FK261123-\d{5}$/) as string, receivedAt: '2026-11-23T02:00:00.000Z', handledBy: '云岫县民政局' });
  const [row] = (await rows()).filter((each) => each['id'] === id);
  expect(row).toMatchObject({ subject: 'guide', guide_id: Number(guideId), guide_version: 1, part: 'phone', kind: null });
});

test('what people write, and their number, lie encrypted in the database', async () => {
  const id = randomUUID();
  await send(id, { ...about, description: '我是周桂兰，请回电', contactPhone: '19900000002' });
  const [row] = (await rows()).filter((each) => each['id'] === id);
  expect(JSON.stringify(row)).not.toMatch(/周桂兰|19900000002/);
  expect(t.app.encryption.decrypt(String(row?.['description_encrypted']), 'feedback.description')).toBe('我是周桂兰，请回电');
  expect(t.app.encryption.decrypt(String(row?.['contact_phone_encrypted']), 'feedback.contact_phone')).toBe('19900000002');
});

test('sent again, even at once and on two processes, it is kept once and answered alike', async () => {
  const other = await t.startAnother();
  const id = randomUUID();
  const before = (await rows()).length;
  const payload = { ...about };
  const replies = await Promise.all([t.app, other, t.app, other].map((app) => app.inject({ method: 'PUT', url: `/api/v1/feedback/${id}`, payload, remoteAddress: '10.1.0.1' })));
  const [first, ...again] = replies.map((reply) => reply.json<FeedbackReceived>());
  expect(first?.handledBy).toBe('云岫县政务服务中心');
  for (const reply of again) expect(reply).toEqual(first);
  expect((await rows()).length).toBe(before + 1);
});

test('a reference number is never given twice', async () => {
  const replies = await Promise.all(Array.from({ length: 60 }, () => send(randomUUID(), about)));
  const numbers = replies.map((reply) => reply.json<FeedbackReceived>().referenceNumber);
  expect(new Set(numbers).size).toBe(60);
});

test('what is missing or wrong is named, and an unknown guide is said to be unknown', async () => {
  expect((await send(randomUUID(), { ...about, description: '短' })).json()).toMatchObject({ code: 'request_invalid' });
  expect((await send(randomUUID(), { ...about, contactPhone: '12345' })).json()).toMatchObject({ code: 'request_invalid' });
  expect((await send(randomUUID(), { ...about, guideId: '1' })).json()).toMatchObject({ code: 'request_invalid' });
  expect((await send('not-a-uuid', about)).json()).toMatchObject({ code: 'request_invalid', fieldErrors: [{ field: 'params.feedbackId' }] });
  expect((await send(randomUUID(), { ...about, description: '半个字\ud800在这里' })).json()).toMatchObject({ code: 'request_invalid' });
  expect((await send(randomUUID(), { subject: 'guide', guideId: '999999', part: 'other', description: '这里写错了' })).json()).toMatchObject({ code: 'guide_not_found' });
});

test('one address cannot flood the departments', async () => {
  const statuses: number[] = [];
  for (let index = 0; index < 32; index += 1) statuses.push((await send(randomUUID(), about, '10.9.9.9')).statusCode);
  expect(statuses).toEqual([...Array<number>(30).fill(200), 429, 429]);
});
