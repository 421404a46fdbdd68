import type { Citizen } from '../../../server/contract/citizens';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
let headers: { authorization: string };
beforeEach(async () => {
  t = await startTestApp();
  headers = await t.signIn('grandmother');
});
afterEach(() => t.close());

const number = '19900000001';
const bind = (payload: object, as = headers) => t.app.inject({ method: 'PUT', url: '/api/v1/citizens/current/phone-number', payload, headers: as });
const send = (phoneNumber = number, as = headers) => t.app.inject({ method: 'POST', url: '/api/v1/phone-number-codes', payload: { phoneNumber }, headers: as });
const inbox = async (): Promise<{ phoneNumber: string; text: string }[]> => {
  const body: unknown = (await t.sandbox.app.inject('/sandbox/sms')).json();
  return Array.isArray(body) ? body : (body as { items: { phoneNumber: string; text: string }[] }).items;
};
const lastCode = async (): Promise<string> => /\d{6}/.exec((await inbox())[0]?.text ?? '')?.[0] ?? '';

test('the number WeChat gives for the button is bound, masked in the answer and encrypted in the database', async () => {
  const { code } = (await t.sandbox.app.inject({ method: 'POST', url: '/sandbox/phone-codes', payload: { citizenId: 'grandmother' } })).json<{ code: string }>();
  const reply = await bind({ source: 'wechat', code });
  expect(reply.json()).toMatchObject({ maskedPhoneNumber: '199****0001' });
  const rows = JSON.stringify((await t.database.pool.query('select * from citizens')).rows);
  expect(rows).not.toContain(number);
  expect((await bind({ source: 'wechat', code })).statusCode).toBe(200);
});

test('the code from the short message binds the number, and repeating the call gives the same answer', async () => {
  expect((await send()).statusCode).toBe(202);
  const code = await lastCode();
  const first = await bind({ source: 'sms', phoneNumber: number, code });
  expect(first.json()).toMatchObject({ maskedPhoneNumber: '199****0001' });
  expect((await bind({ source: 'sms', phoneNumber: number, code })).json()).toEqual(first.json());
});

test('a second request within a minute sends nothing and says how long to wait', async () => {
  await send();
  t.clock.advance(20_000);
  expect((await send()).json()).toMatchObject({ resendAfterSeconds: 40 });
  expect(await inbox()).toHaveLength(1);
  t.clock.advance(41_000);
  await send();
  expect(await inbox()).toHaveLength(2);
});

test('a wrong code is told at its field, and after five the right one is worth nothing', async () => {
  await send();
  const code = await lastCode();
  const wrong = code === '000000' ? '000001' : '000000';
  for (let attempt = 0; attempt < 5; attempt += 1) {
    expect((await bind({ source: 'sms', phoneNumber: number, code: wrong })).json()).toMatchObject({ code: 'phone_code_incorrect', fieldErrors: [{ field: 'body.code' }] });
  }
  expect((await bind({ source: 'sms', phoneNumber: number, code })).json()).toMatchObject({ code: 'phone_code_expired' });
});

test('guesses made at the same time cannot share an attempt', async () => {
  await send();
  const code = await lastCode();
  const guesses = Array.from({ length: 12 }, (_, index) => String((Number(code) + index + 1) % 1_000_000).padStart(6, '0'));
  const codes = await Promise.all(guesses.map(async (guess) => (await bind({ source: 'sms', phoneNumber: number, code: guess })).json<{ code: string }>().code));
  expect(codes.filter((each) => each === 'phone_code_incorrect')).toHaveLength(5);
});

test('a code is good for ten minutes, for its own number and its own citizen', async () => {
  await send();
  const code = await lastCode();
  const other = await t.signIn('young_father');
  expect((await bind({ source: 'sms', phoneNumber: number, code }, other)).json()).toMatchObject({ code: 'phone_code_expired' });
  expect((await bind({ source: 'sms', phoneNumber: '19900000002', code })).json()).toMatchObject({ code: 'phone_code_expired' });
  t.clock.advance(10 * 60_000 + 1);
  expect((await bind({ source: 'sms', phoneNumber: number, code })).json()).toMatchObject({ code: 'phone_code_expired' });
});

test('when the gateway fails, the person is told and may ask again at once', async () => {
  await t.sandbox.app.inject({ method: 'POST', url: '/sandbox/faults', payload: { path: '/sms', httpStatus: 500, times: 1 } });
  const failed = await send();
  expect([failed.statusCode, failed.json<{ code: string }>().code]).toEqual([502, 'sms_unavailable']);
  expect((await send()).statusCode).toBe(202);
});

test('one number is not rung all day, whoever asks', async () => {
  const citizens = ['grandmother', 'young_father', 'shop_owner', 'without_union_id'];
  const statuses: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const citizen of citizens) statuses.push((await send(number, await t.signIn(citizen))).statusCode);
    t.clock.advance(61_000);
  }
  expect(statuses.filter((status) => status === 202)).toHaveLength(10);
  expect(statuses.slice(10)).toEqual([429, 429]);
});

test('a bound number can be removed, and removing nothing is no error', async () => {
  await send();
  await bind({ source: 'sms', phoneNumber: number, code: await lastCode() });
  for (const _ of [1, 2]) expect((await t.app.inject({ method: 'DELETE', url: '/api/v1/citizens/current/phone-number', headers })).statusCode).toBe(204);
  expect((await t.app.inject({ url: '/api/v1/citizens/current', headers })).json<Citizen>().maskedPhoneNumber).toBeNull();
});
