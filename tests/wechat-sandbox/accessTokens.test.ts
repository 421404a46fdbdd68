import { demoMiniProgram, demoOfficialAccount } from '../../wechat-sandbox/accounts';
import type { SandboxOptions } from '../../wechat-sandbox/sandbox';
import { expectRefusal, openSandbox, type Answer } from './openSandbox';

const credentials = { grant_type: 'client_credential', appid: demoOfficialAccount.appId, secret: demoOfficialAccount.secret };

async function openTokens(options: SandboxOptions = {}) {
  const sandbox = await openSandbox(options);
  const use = async (token: string): Promise<Answer> =>
    sandbox.get('/cgi-bin/user/info', { access_token: token, openid: sandbox.openId('grandmother', demoOfficialAccount) });
  return {
    ...sandbox,
    use,
    expectWorks: async (token: string) => expect((await use(token)).body['subscribe']).toBe(1),
    expectSuperseded: async (token: string) => expectRefusal(await use(token), 40001),
    plain: async () => sandbox.textOf(await sandbox.get('/cgi-bin/token', credentials), 'access_token'),
    stable: (changes: Record<string, unknown> = {}) => sandbox.post('/cgi-bin/stable_token', { ...credentials, ...changes }),
  };
}

describe('/cgi-bin/token', () => {
  test('answers a token of 7200 seconds and no errcode', async () => {
    const { get } = await openTokens();
    const answer = await get('/cgi-bin/token', credentials);
    expect(answer.contentType).toBe('application/json; encoding=utf-8');
    expect(answer.body).toEqual({ access_token: expect.any(String), expires_in: 7200 });
  });

  test('makes a new token each time; the former works five minutes more and is then refused with 40001', async () => {
    const { plain, expectWorks, expectSuperseded, advance } = await openTokens();
    const former = await plain();
    const present = await plain();
    expect(present).not.toBe(former);
    advance(299);
    await expectWorks(former);
    advance(1);
    await expectSuperseded(former);
    await expectWorks(present);
  });

  test.each([
    ['40002 for another grant type', { grant_type: 'authorization_code' }, 40002],
    ['41002 without appid', { appid: '' }, 41002],
    ['40013 for an unknown appid', { appid: 'wx0000000000000000' }, 40013],
    ['41004 without secret', { secret: '' }, 41004],
    ['40125 for what is no secret', { secret: 'password' }, 40125],
    ["40001 for another account's secret", { secret: demoMiniProgram.secret }, 40001],
    ['40097 for a parameter it does not know', { force_refresh: 'true' }, 40097],
  ])('refuses with %s', async (_name, changes: Record<string, string>, errcode) => {
    const { get } = await openTokens();
    expectRefusal(await get('/cgi-bin/token', { ...credentials, ...changes }), errcode);
  });
});

describe('/cgi-bin/stable_token', () => {
  test('answers the same token with its remaining seconds', async () => {
    const { stable, advance } = await openTokens();
    const first = await stable();
    expect(first.body).toEqual({ access_token: expect.any(String), expires_in: 7200 });
    advance(6900);
    expect((await stable()).body).toEqual({ ...first.body, expires_in: 300 });
  });

  test('answers a new token in the last five minutes, and both work for five more', async () => {
    const { stable, textOf, advance, expectWorks, expectSuperseded } = await openTokens();
    const former = textOf(await stable(), 'access_token');
    advance(6901);
    const answer = await stable();
    const present = textOf(answer, 'access_token');
    expect(answer.body['expires_in']).toBe(7200);
    expect(present).not.toBe(former);
    advance(299);
    await expectWorks(former);
    advance(1);
    await expectSuperseded(former);
    await expectWorks(present);
  });

  test('kills the former token at once when a refresh is forced', async () => {
    const { stable, textOf, expectWorks, expectSuperseded } = await openTokens();
    const former = textOf(await stable(), 'access_token');
    const present = textOf(await stable({ force_refresh: true }), 'access_token');
    await expectSuperseded(former);
    await expectWorks(present);
  });

  test('refreshes nothing when forced again within 30 seconds', async () => {
    const { stable, textOf, advance } = await openTokens();
    const first = textOf(await stable({ force_refresh: true }), 'access_token');
    advance(29);
    expect((await stable({ force_refresh: true })).body).toEqual({ access_token: first, expires_in: 7171 });
    advance(1);
    expect((await stable({ force_refresh: true })).body['access_token']).not.toBe(first);
  });

  test('refreshes nothing when forced for the 21st time in a day, and again on the next', async () => {
    const { stable, textOf, advance } = await openTokens();
    let token = '';
    for (let count = 0; count < 20; count += 1) {
      const next = textOf(await stable({ force_refresh: true }), 'access_token');
      expect(next).not.toBe(token);
      token = next;
      advance(30);
    }
    expect((await stable({ force_refresh: true })).body['access_token']).toBe(token);
    advance(86_400);
    const renewed = textOf(await stable(), 'access_token');
    advance(30);
    expect((await stable({ force_refresh: true })).body['access_token']).not.toBe(renewed);
  });

  test('has nothing to do with /cgi-bin/token', async () => {
    const { stable, plain, textOf, advance, expectWorks } = await openTokens();
    const [steady, simple] = [textOf(await stable(), 'access_token'), await plain()];
    advance(600);
    await stable({ force_refresh: true });
    await expectWorks(simple);
    const forced = textOf(await stable(), 'access_token');
    expect(forced).not.toBe(steady);
    await plain();
    advance(600);
    await expectWorks(forced);
  });

  test.each([
    ['40002 for another grant type', { grant_type: 'x' }, 40002],
    ['41002 without appid', { appid: '' }, 41002],
    ['40013 for an unknown appid', { appid: 'wx0000000000000000' }, 40013],
    ['41004 without secret', { secret: '' }, 41004],
    ["40125 for another account's secret", { secret: demoMiniProgram.secret }, 40125],
    ['47001 for a field it does not know', { forced: true }, 47001],
    ['47001 for a field of another type', { force_refresh: 'true' }, 47001],
  ])('refuses with %s', async (_name, changes: Record<string, unknown>, errcode) => {
    const { stable } = await openTokens();
    expectRefusal(await stable(changes), errcode);
  });

  test.each([
    ['44002 for an empty body', '', 44002],
    ['47001 for a body that is no JSON', 'appid=wx1&secret=2', 47001],
    ['47001 for a body that is no object', '[]', 47001],
  ])('refuses with %s', async (_name, body, errcode) => {
    const { post } = await openTokens();
    expectRefusal(await post('/cgi-bin/stable_token', body), errcode);
  });

  test('refuses GET with 43002', async () => {
    const { get } = await openTokens();
    expectRefusal(await get('/cgi-bin/stable_token', credentials), 43002);
  });

  test('refuses with 45011 beyond the calls of a minute and with 45009 beyond those of a day', async () => {
    const { stable, advance } = await openTokens({ limits: { stableTokenPerMinute: 2, stableTokenPerDay: 3 } });
    await stable();
    await stable();
    expectRefusal(await stable(), 45011);
    advance(60);
    expect((await stable()).body).toHaveProperty('access_token');
    expectRefusal(await stable(), 45009);
  });
});

describe('a token in an API call', () => {
  test('is refused with 41001 when missing', async () => {
    const { get } = await openTokens();
    expectRefusal(await get('/cgi-bin/user/info', { openid: 'o' }), 41001);
  });

  test('is refused with 40014 when it was never issued', async () => {
    const { use } = await openTokens();
    expectRefusal(await use('never-issued'), 40014);
  });

  test('is refused with 42001 after its two hours', async () => {
    const { use, plain, advance } = await openTokens();
    const token = await plain();
    advance(7199);
    expect((await use(token)).body).toHaveProperty('subscribe');
    advance(1);
    expectRefusal(await use(token), 42001);
    await plain();
    expectRefusal(await use(token), 42001);
  });

  test('is refused with 48001 when a mini-program asks for followers', async () => {
    const { use, stableToken } = await openTokens();
    expectRefusal(await use(await stableToken(demoMiniProgram)), 48001);
  });

  test('is refused with 40001 when it is one of web authorisation', async () => {
    const { use, textOf, exchangeOAuthCode, oauthCode } = await openTokens();
    expectRefusal(await use(textOf(await exchangeOAuthCode(await oauthCode()), 'access_token')), 40001);
  });
});
