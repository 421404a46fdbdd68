import { demoMiniProgram, demoOfficialAccount } from '../../wechat-sandbox/accounts';
import { demoCitizens } from '../../wechat-sandbox/demoCitizens';
import { createSandbox } from '../../wechat-sandbox/sandbox';
import { expectRefusal, openSandbox } from './openSandbox';

describe('the authorisation page', () => {
  test('lists every demo citizen with a link that leads back with code and state', async () => {
    const { authorize, app } = await openSandbox();
    const page = await authorize();
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const links = [...page.body.matchAll(/class="row" href="([^"]+)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
    expect(links).toHaveLength(demoCitizens.length);
    const reply = await app.inject({ method: 'GET', url: links[0] ?? '' });
    expect(reply.statusCode).toBe(302);
    const target = new URL(String(reply.headers.location));
    expect(`${target.origin}${target.pathname}`).toBe('http://127.0.0.1:3000/login');
    expect(Object.fromEntries(target.searchParams)).toEqual({ from: 'home', code: expect.stringMatching(/^0\w{31}$/), state: 'a1' });
  });

  test('shows what came from outside as text only', async () => {
    const { authorize } = await openSandbox();
    const page = await authorize({ state: '"><script>alert(1)</script>' });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('<script>alert');
  });

  test.each([
    ['another host', { redirect_uri: 'https://evil.example/login' }],
    ['a child of the configured host', { redirect_uri: 'http://a.127.0.0.1.example/login' }],
    ['a host hidden behind user information', { redirect_uri: 'http://127.0.0.1@evil.example/' }],
    ['an address that is no web page', { redirect_uri: 'javascript://127.0.0.1/%0aalert(1)' }],
    ['no address', { redirect_uri: '' }],
    ['a mini-program appid', { appid: demoMiniProgram.appId }],
    ['an unknown scope', { scope: 'snsapi_login' }],
    ['another response type', { response_type: 'token' }],
    ['a state of more than 128 bytes', { state: 'x'.repeat(129) }],
    ['an unknown parameter', { forcePopup: 'true' }],
    ['an unknown citizen', { sandbox_citizen: 'nobody' }],
  ])('refuses %s and leads nowhere', async (_name, query: Record<string, string>) => {
    const { authorize } = await openSandbox();
    const page = await authorize({ sandbox_citizen: 'grandmother', ...query });
    expect(page.statusCode).toBe(400);
    expect(page.headers).not.toHaveProperty('location');
    expect(page.body).not.toContain('<a ');
  });

  test('holds a configured domain to the letter: no parent, no child, and its port where one is given', async () => {
    const account = { ...demoOfficialAccount, oauthHost: 'zwfw.example.com:8443' };
    const { app } = await createSandbox({ accounts: [account] });
    const ask = async (redirect_uri: string) => {
      const query = { appid: account.appId, redirect_uri, response_type: 'code', scope: 'snsapi_base', sandbox_citizen: 'grandmother' };
      return (await app.inject({ method: 'GET', url: '/connect/oauth2/authorize', query })).statusCode;
    };
    expect(await ask('https://zwfw.example.com:8443/x')).toBe(302);
    expect(await ask('https://zwfw.example.com/x')).toBe(400);
    expect(await ask('https://example.com:8443/x')).toBe(400);
    expect(await ask('https://m.zwfw.example.com:8443/x')).toBe(400);
    await app.close();
  });
});

describe('/sns/oauth2/access_token', () => {
  test('answers openid, unionid and tokens as text/plain', async () => {
    const { exchangeOAuthCode, oauthCode, openId } = await openSandbox();
    const answer = await exchangeOAuthCode(await oauthCode());
    expect(answer.contentType).toBe('text/plain');
    expect(answer.body).toEqual({
      access_token: expect.any(String),
      expires_in: 7200,
      refresh_token: expect.any(String),
      openid: openId('grandmother', demoOfficialAccount),
      scope: 'snsapi_userinfo',
      unionid: expect.any(String),
    });
  });

  test('answers the unionid that the mini-program answers, with another openid', async () => {
    const { exchangeOAuthCode, oauthCode, exchangeLoginCode, loginCode } = await openSandbox();
    const web = (await exchangeOAuthCode(await oauthCode())).body;
    const mini = (await exchangeLoginCode(await loginCode())).body;
    expect(web['unionid']).toBe(mini['unionid']);
    expect(web['openid']).not.toBe(mini['openid']);
  });

  test('leaves unionid out for the silent scope', async () => {
    const { exchangeOAuthCode, oauthCode } = await openSandbox();
    expect((await exchangeOAuthCode(await oauthCode('grandmother', 'snsapi_base'))).body).not.toHaveProperty('unionid');
  });

  test('marks a snapshot user', async () => {
    const { exchangeOAuthCode, oauthCode } = await openSandbox();
    expect((await exchangeOAuthCode(await oauthCode('snapshot_user'))).body['is_snapshotuser']).toBe(1);
  });

  test.each([
    ['41002 without appid', { appid: '' }, 41002],
    ['40013 for an unknown appid', { appid: 'wx0000000000000000' }, 40013],
    ['48001 for a mini-program', { appid: demoMiniProgram.appId, secret: demoMiniProgram.secret }, 48001],
    ['41004 without secret', { secret: '' }, 41004],
    ['40125 for a wrong secret', { secret: demoMiniProgram.secret }, 40125],
    ['41008 without code', { code: '' }, 41008],
    ['40029 for an unknown code', { code: '0never' }, 40029],
    ['40002 for another grant type', { grant_type: 'refresh_token' }, 40002],
    ['40097 for a parameter it does not know', { js_code: 'x' }, 40097],
  ])('refuses with %s, and the code stays good', async (_name, changes: Record<string, string>, errcode) => {
    const { exchangeOAuthCode, oauthCode } = await openSandbox();
    const code = await oauthCode();
    expectRefusal(await exchangeOAuthCode(code, changes), errcode);
    expect((await exchangeOAuthCode(code)).body).toHaveProperty('openid');
  });

  test('refuses a used code with 40163', async () => {
    const { exchangeOAuthCode, oauthCode } = await openSandbox();
    const code = await oauthCode();
    await exchangeOAuthCode(code);
    expectRefusal(await exchangeOAuthCode(code), 40163);
  });

  test('refuses a code after five minutes with 42003', async () => {
    const { exchangeOAuthCode, oauthCode, advance } = await openSandbox();
    const code = await oauthCode();
    advance(300);
    expectRefusal(await exchangeOAuthCode(code), 42003);
  });

  test('refuses a code of another official account with 40029', async () => {
    const other = { ...demoOfficialAccount, key: 'other', appId: 'wx5a1d0c0e7e570003' };
    const { exchangeOAuthCode, oauthCode } = await openSandbox({ accounts: [demoMiniProgram, demoOfficialAccount, other] });
    expectRefusal(await exchangeOAuthCode(await oauthCode(), { appid: other.appId }), 40029);
  });

  test('refuses a mini-program login code with 40029', async () => {
    const { exchangeOAuthCode, loginCode } = await openSandbox();
    expectRefusal(await exchangeOAuthCode(await loginCode()), 40029);
  });

  test('refuses beyond the calls of a minute with 45011', async () => {
    const { exchangeOAuthCode, oauthCode } = await openSandbox({ limits: { oauthTokenPerMinute: 1 } });
    await exchangeOAuthCode(await oauthCode());
    expectRefusal(await exchangeOAuthCode(await oauthCode()), 45011);
  });
});

describe('/sns/oauth2/refresh_token and /sns/userinfo', () => {
  async function openGrant(scope = 'snsapi_userinfo') {
    const sandbox = await openSandbox();
    const { body } = await sandbox.exchangeOAuthCode(await sandbox.oauthCode('grandmother', scope));
    const userInfo = (changes: Record<string, string> = {}) =>
      sandbox.get('/sns/userinfo', { access_token: String(body['access_token']), openid: String(body['openid']), lang: 'zh_CN', ...changes });
    const refresh = (changes: Record<string, string> = {}) =>
      sandbox.get('/sns/oauth2/refresh_token', { appid: demoOfficialAccount.appId, grant_type: 'refresh_token', refresh_token: String(body['refresh_token']), ...changes });
    return { ...sandbox, userInfo, refresh };
  }

  test('answers name and unionid, with sex and region blank', async () => {
    const { userInfo } = await openGrant();
    expect((await userInfo()).body).toMatchObject({ nickname: '周桂兰', sex: 0, province: '', city: '', country: '', privilege: [], unionid: expect.any(String) });
  });

  test('answers a new token that works after the first has run out', async () => {
    const { refresh, userInfo, advance } = await openGrant();
    advance(7200);
    expectRefusal(await userInfo(), 42001);
    const answer = await refresh();
    expect(answer.body).toMatchObject({ expires_in: 7200, scope: 'snsapi_userinfo' });
    expect((await userInfo({ access_token: String(answer.body['access_token']) })).body).toHaveProperty('nickname');
  });

  test('refuses a refresh token after thirty days with 42002', async () => {
    const { refresh, advance } = await openGrant();
    advance(30 * 86_400);
    expectRefusal(await refresh(), 42002);
  });

  test.each([
    ['40030 for an unknown refresh token', { refresh_token: 'x' }, 40030],
    ['40030 for the refresh token of another account', { appid: demoMiniProgram.appId }, 40030],
    ['40013 for an unknown appid', { appid: 'wx0000000000000000' }, 40013],
    ['40002 for another grant type', { grant_type: 'x' }, 40002],
  ])('refuses to refresh with %s', async (_name, changes: Record<string, string>, errcode) => {
    const { refresh } = await openGrant();
    expectRefusal(await refresh(changes), errcode);
  });

  test.each([
    ['41001 without token', { access_token: '' }, 41001],
    ['40014 for an unknown token', { access_token: 'x' }, 40014],
    ['40003 for the openid of somebody else', { openid: 'onobody' }, 40003],
  ])('refuses user information with %s', async (_name, changes: Record<string, string>, errcode) => {
    const { userInfo } = await openGrant();
    expectRefusal(await userInfo(changes), errcode);
  });

  test('refuses user information under the silent scope with 48001', async () => {
    const { userInfo } = await openGrant('snsapi_base');
    expectRefusal(await userInfo(), 48001);
  });

  test("refuses the API's token with 40001", async () => {
    const { userInfo, stableToken } = await openGrant();
    expectRefusal(await userInfo({ access_token: await stableToken(demoOfficialAccount) }), 40001);
  });
});

describe('/cgi-bin/user/info', () => {
  async function openInfo() {
    const sandbox = await openSandbox();
    const token = await sandbox.stableToken(demoOfficialAccount);
    return { ...sandbox, info: (openid: string) => sandbox.get('/cgi-bin/user/info', { access_token: token, openid, lang: 'zh_CN' }) };
  }

  test('answers a follower with unionid and without name', async () => {
    const { info, openId } = await openInfo();
    const answer = await info(openId('grandmother', demoOfficialAccount));
    expect(answer.body).toMatchObject({ subscribe: 1, language: 'zh_CN', subscribe_time: expect.any(Number), unionid: expect.any(String), tagid_list: [] });
    expect(answer.body).not.toHaveProperty('nickname');
  });

  test('answers only openid and unionid of a person who does not follow', async () => {
    const { info, openId } = await openInfo();
    const answer = await info(openId('young_father', demoOfficialAccount));
    expect(answer.body).toEqual({ subscribe: 0, openid: openId('young_father', demoOfficialAccount), unionid: expect.any(String) });
  });

  test('refuses an openid of the mini-program with 40003', async () => {
    const { info, openId } = await openInfo();
    expectRefusal(await info(openId('grandmother')), 40003);
  });

  test('refuses POST with 43001', async () => {
    const { post } = await openInfo();
    expectRefusal(await post('/cgi-bin/user/info', '{}'), 43001);
  });
});
