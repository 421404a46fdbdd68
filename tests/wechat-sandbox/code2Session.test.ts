import { createHmac } from 'node:crypto';
import { demoMiniProgram, demoOfficialAccount, foreignMiniProgram } from '../../wechat-sandbox/accounts';
import { expectRefusal, openSandbox } from './openSandbox';

test('answers openid, session key and unionid as text/plain, without errcode', async () => {
  const sandbox = await openSandbox();
  const answer = await sandbox.exchangeLoginCode(await sandbox.loginCode());
  expect(answer.contentType).toBe('text/plain');
  expect(Object.keys(answer.body).sort()).toEqual(['openid', 'session_key', 'unionid']);
  expect(answer.body['openid']).toMatch(/^o[\w-]{27}$/);
  expect(Buffer.from(sandbox.textOf(answer, 'session_key'), 'base64')).toHaveLength(16);
});

test('gives one person the same openid each time, and another one in another mini-program', async () => {
  const sandbox = await openSandbox();
  const first = await sandbox.exchangeLoginCode(await sandbox.loginCode());
  const second = await sandbox.exchangeLoginCode(await sandbox.loginCode());
  const elsewhere = await sandbox.exchangeLoginCode(await sandbox.loginCode('grandmother', 'foreign_mini_program'), { appid: foreignMiniProgram.appId, secret: foreignMiniProgram.secret });
  expect(second.body['openid']).toBe(first.body['openid']);
  expect(elsewhere.body['openid']).not.toBe(first.body['openid']);
});

test('leaves unionid out where the person is not known to the Open Platform', async () => {
  const sandbox = await openSandbox();
  const answer = await sandbox.exchangeLoginCode(await sandbox.loginCode('without_union_id'));
  expect(Object.keys(answer.body).sort()).toEqual(['openid', 'session_key']);
});

test.each([
  ['41002 without appid', { appid: '' }, 41002],
  ['40013 for an unknown appid', { appid: 'wx0000000000000000' }, 40013],
  ['40013 for the appid of an official account', { appid: demoOfficialAccount.appId, secret: demoOfficialAccount.secret }, 40013],
  ['41004 without secret', { secret: '' }, 41004],
  ['40125 for a wrong secret', { secret: 'f'.repeat(32) }, 40125],
  ['41008 without code', { js_code: '' }, 41008],
  ['40002 without grant type', { grant_type: '' }, 40002],
  ['40002 for another grant type', { grant_type: 'client_credential' }, 40002],
  ['40029 for a code that was never given out', { js_code: '0never' }, 40029],
  ['40029 for a code of another mini-program', { appid: foreignMiniProgram.appId, secret: foreignMiniProgram.secret }, 40029],
  ['40097 for a parameter it does not know', { jscode: '1' }, 40097],
])('refuses with %s, and the code stays good', async (_name, changes: Record<string, string>, errcode) => {
  const sandbox = await openSandbox();
  const code = await sandbox.loginCode();
  expectRefusal(await sandbox.exchangeLoginCode(code, changes), errcode);
  expect((await sandbox.exchangeLoginCode(code)).body['openid']).toBe(sandbox.openId('grandmother'));
});

test('refuses a used code with 40163 in the observed words', async () => {
  const sandbox = await openSandbox();
  const code = await sandbox.loginCode();
  await sandbox.exchangeLoginCode(code);
  const answer = await sandbox.exchangeLoginCode(code);
  expectRefusal(answer, 40163);
  expect(answer.body['errmsg']).toMatch(/^code been used, rid: /);
});

test('takes a code until just before five minutes, and refuses it then with 40029', async () => {
  const sandbox = await openSandbox();
  const [early, late] = [await sandbox.loginCode(), await sandbox.loginCode()];
  sandbox.advance(299);
  expect((await sandbox.exchangeLoginCode(early)).body).toHaveProperty('openid');
  sandbox.advance(1);
  const answer = await sandbox.exchangeLoginCode(late);
  expectRefusal(answer, 40029);
  expect(answer.body['errmsg']).toMatch(/^invalid code, rid: /);
});

test('refuses a high-risk user with 40226', async () => {
  const sandbox = await openSandbox();
  expectRefusal(await sandbox.exchangeLoginCode(await sandbox.loginCode('high_risk')), 40226);
});

test('refuses the 101st call of one user in a minute with 45011, and takes it in the next', async () => {
  const sandbox = await openSandbox();
  for (let call = 0; call < 100; call += 1) await sandbox.exchangeLoginCode(await sandbox.loginCode());
  const code = await sandbox.loginCode();
  expectRefusal(await sandbox.exchangeLoginCode(code), 45011);
  expect((await sandbox.exchangeLoginCode(await sandbox.loginCode('young_father'))).body).toHaveProperty('openid');
  sandbox.advance(60);
  expect((await sandbox.exchangeLoginCode(code)).body).toHaveProperty('openid');
});

test('finds no appid when called by POST: 41002', async () => {
  const sandbox = await openSandbox();
  expectRefusal(await sandbox.post('/sns/jscode2session', { appid: demoMiniProgram.appId }), 41002);
});

describe('codes made by WeChat DevTools', () => {
  test('are taken as the chosen citizen, once, when that is switched on', async () => {
    const sandbox = await openSandbox();
    await sandbox.send('PUT', '/sandbox/settings', {}, { acceptForeignCodes: 'young_father' });
    expect((await sandbox.exchangeLoginCode('0fromDevTools')).body['openid']).toBe(sandbox.openId('young_father'));
    expectRefusal(await sandbox.exchangeLoginCode('0fromDevTools'), 40163);
  });

  test('do not make a known but expired code good', async () => {
    const sandbox = await openSandbox();
    await sandbox.send('PUT', '/sandbox/settings', {}, { acceptForeignCodes: 'young_father' });
    const code = await sandbox.loginCode();
    sandbox.advance(300);
    expectRefusal(await sandbox.exchangeLoginCode(code), 40029);
  });
});

describe('checksession', () => {
  const sign = (sessionKey: string) => createHmac('sha256', sessionKey).update('').digest('hex');

  test('agrees to the present session key and refuses the former one with 87009', async () => {
    const sandbox = await openSandbox();
    const former = sandbox.textOf(await sandbox.exchangeLoginCode(await sandbox.loginCode()), 'session_key');
    const present = sandbox.textOf(await sandbox.exchangeLoginCode(await sandbox.loginCode()), 'session_key');
    const query = { access_token: await sandbox.stableToken(), openid: sandbox.openId('grandmother'), sig_method: 'hmac_sha256' };
    const agreed = await sandbox.get('/wxa/checksession', { ...query, signature: sign(present) });
    expect(agreed.body).toEqual({ errcode: 0, errmsg: 'ok' });
    expectRefusal(await sandbox.get('/wxa/checksession', { ...query, signature: sign(former) }), 87009);
    expectRefusal(await sandbox.get('/wxa/checksession', { ...query, sig_method: 'md5', signature: sign(present) }), 87008);
    expectRefusal(await sandbox.get('/wxa/checksession', { ...query, openid: 'onobody', signature: sign(present) }), 40003);
  });
});
