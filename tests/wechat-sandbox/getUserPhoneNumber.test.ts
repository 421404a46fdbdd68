import { demoMiniProgram, demoOfficialAccount, foreignMiniProgram } from '../../wechat-sandbox/accounts';
import type { SandboxOptions } from '../../wechat-sandbox/sandbox';
import { expectRefusal, openSandbox } from './openSandbox';

const path = '/wxa/business/getuserphonenumber';

async function openPhones(options: SandboxOptions = {}) {
  const sandbox = await openSandbox(options);
  const token = await sandbox.stableToken();
  return { ...sandbox, exchange: (body: object | string, access_token = token) => sandbox.post(path, body, { access_token }) };
}

test('answers the phone number with a watermark of the mini-program', async () => {
  const { exchange, phoneCode, openId } = await openPhones();
  const code = await phoneCode();
  expect(code).toMatch(/^[0-9a-f]{64}$/);
  expect((await exchange({ code, openid: openId('grandmother') })).body).toEqual({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: '19900000001',
      purePhoneNumber: '19900000001',
      countryCode: '86',
      watermark: { timestamp: Date.parse('2031-03-05T02:00:00Z') / 1_000, appid: demoMiniProgram.appId },
    },
  });
});

test('refuses a code that was never given out with 40029 and shows its beginning', async () => {
  const { exchange } = await openPhones();
  const answer = await exchange({ code: 'abcdef0123' });
  expectRefusal(answer, 40029);
  expect(answer.body['errmsg']).toMatch(/^invalid code hint: \[abcdef\] rid: /);
});

test('refuses a used code with 40029', async () => {
  const { exchange, phoneCode } = await openPhones();
  const code = await phoneCode();
  await exchange({ code });
  expectRefusal(await exchange({ code }), 40029);
});

test('refuses a code after five minutes with 40029', async () => {
  const { exchange, phoneCode, advance } = await openPhones();
  const code = await phoneCode();
  advance(300);
  expectRefusal(await exchange({ code }), 40029);
});

test('refuses a login code with 40029: the two kinds are not the same', async () => {
  const { exchange, loginCode } = await openPhones();
  expectRefusal(await exchange({ code: await loginCode() }), 40029);
});

test("refuses another person's openid with 40029, and the code stays good", async () => {
  const { exchange, phoneCode, openId } = await openPhones();
  const code = await phoneCode();
  expectRefusal(await exchange({ code, openid: openId('young_father') }), 40029);
  expect((await exchange({ code })).body['errcode']).toBe(0);
});

test('refuses a code of another mini-program with 40013', async () => {
  const { exchange, phoneCode } = await openPhones();
  expectRefusal(await exchange({ code: await phoneCode('grandmother', foreignMiniProgram.key) }), 40013);
});

test("refuses the official account's token with 48001", async () => {
  const { exchange, phoneCode, stableToken } = await openPhones();
  expectRefusal(await exchange({ code: await phoneCode() }, await stableToken(demoOfficialAccount)), 48001);
});

test('refuses beyond the calls of a minute with 45011', async () => {
  const { exchange, phoneCode } = await openPhones({ limits: { phoneNumberPerMinute: 1 } });
  await exchange({ code: await phoneCode() });
  expectRefusal(await exchange({ code: await phoneCode() }), 45011);
});

test.each([
  ['41008 without code', {}, 41008],
  ['47001 for a code that is no text', { code: 5 }, 47001],
  ['47001 for a field it does not know', { code: 'x', phone: '1' }, 47001],
  ['47001 for a body that is no JSON', '{', 47001],
  ['44002 for an empty body', '', 44002],
])('refuses with %s', async (_name, body, errcode) => {
  const { exchange } = await openPhones();
  expectRefusal(await exchange(body), errcode);
});

test('refuses GET with 43002', async () => {
  const { get } = await openPhones();
  expectRefusal(await get(path), 43002);
});

test('refuses a call without token with 41001 and one with an invented token with 40014', async () => {
  const { post, exchange } = await openPhones();
  expectRefusal(await post(path, { code: 'x' }), 41001);
  expectRefusal(await exchange({ code: 'x' }, 'invented'), 40014);
});
