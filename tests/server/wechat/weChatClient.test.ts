import { demoMiniProgram, demoOfficialAccount, foreignMiniProgram } from '../../../wechat-sandbox/accounts';
import { demoCitizens, openIdOf, unionIdOf, type DemoCitizen } from '../../../wechat-sandbox/demoCitizens';
import { createSandbox, type Sandbox } from '../../../wechat-sandbox/sandbox';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { failureOf, openClient, type OpenedClient } from './weChatSupport';

let database: TestDatabase;
let sandbox: Sandbox;
let opened: OpenedClient;
let url: string;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await database.pool.query('delete from wechat_access_tokens');
  sandbox = await createSandbox();
  url = await sandbox.app.listen({ host: '127.0.0.1', port: 0 });
  opened = openClient(database.pool, url);
});
afterEach(async () => {
  await opened.client.close();
  await sandbox.app.close();
});
afterAll(() => database.close());

const citizen = (id: string): DemoCitizen => {
  const found = demoCitizens.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no demo citizen ${id}`);
  return found;
};
const control = async (path: string, payload: object): Promise<Record<string, unknown>> => {
  const reply = await sandbox.app.inject({ method: 'POST', url: `/sandbox/${path}`, payload });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json();
};
const code = async (kind: 'login-codes' | 'phone-codes', citizenId: string, account = 'mini_program'): Promise<string> => String((await control(kind, { citizenId, account }))['code']);
const oauthCode = async (citizenId: string, scope = 'snsapi_userinfo'): Promise<string> => {
  const query = new URLSearchParams({ appid: demoOfficialAccount.appId, redirect_uri: 'http://127.0.0.1/h5', response_type: 'code', scope, state: '', sandbox_citizen: citizenId });
  const reply = await sandbox.app.inject({ url: `/connect/oauth2/authorize?${query.toString()}` });
  return new URL(String(reply.headers.location)).searchParams.get('code') ?? '';
};

describe('login codes', () => {
  test('a code becomes openid and unionid, and nothing of the session key', async () => {
    const user = citizen('young_father');
    expect(await opened.client.exchangeLoginCode(await code('login-codes', user.id))).toEqual({ openId: openIdOf(user, demoMiniProgram), unionId: unionIdOf(user, demoMiniProgram) });
  });

  test('someone unknown to the Open Platform has no unionid', async () => {
    expect((await opened.client.exchangeLoginCode(await code('login-codes', 'without_union_id'))).unionId).toBeUndefined();
  });

  test('used, expired, invented, foreign and blocked ones are refused each with its code', async () => {
    const used = await code('login-codes', 'grandmother');
    await opened.client.exchangeLoginCode(used);
    expect(await failureOf(opened.client.exchangeLoginCode(used))).toMatchObject({ code: 'wechat_code_used', errcode: 40163, rid: expect.any(String) as string });
    const expired = await code('login-codes', 'grandmother');
    await control('clock', { advanceSeconds: 301 });
    for (const invalid of [expired, '0invented', '', await code('login-codes', 'grandmother', foreignMiniProgram.key)]) {
      expect(await failureOf(opened.client.exchangeLoginCode(invalid))).toMatchObject({ code: 'wechat_code_invalid' });
    }
    expect(await failureOf(opened.client.exchangeLoginCode(await code('login-codes', 'high_risk')))).toMatchObject({ code: 'wechat_user_blocked' });
  });

  test('after -1 the same code is exchanged all the same', async () => {
    await control('faults', { path: '/sns/jscode2session', errcode: -1, times: 2 });
    expect(await opened.client.exchangeLoginCode(await code('login-codes', 'grandmother'))).toHaveProperty('openId');
  });

  test('a delay beyond the time-out ends the call, and the code was not sent twice', async () => {
    const impatient = openClient(database.pool, url, { timeoutMilliseconds: 200 });
    await control('faults', { path: '/sns/jscode2session', delayMs: 5_000, times: 1 });
    const kept = await code('login-codes', 'grandmother');
    expect(await failureOf(impatient.client.exchangeLoginCode(kept))).toMatchObject({ code: 'wechat_unavailable', failure: 'timeout' });
    expect(await opened.client.exchangeLoginCode(kept)).toHaveProperty('openId');
    await impatient.client.close();
  });

  test('a wrong secret is a misconfiguration', async () => {
    const wrong = openClient(database.pool, url, { miniProgram: { appId: demoMiniProgram.appId, secret: 'wrong' } });
    expect(await failureOf(wrong.client.exchangeLoginCode(await code('login-codes', 'grandmother')))).toMatchObject({ code: 'wechat_misconfigured', errcode: 40125 });
    await wrong.client.close();
  });
});

describe('codes of the official account', () => {
  test('a code becomes the openid there and the unionid that the mini-program knows', async () => {
    const user = citizen('shop_owner');
    expect(await opened.client.exchangeOfficialAccountCode(await oauthCode(user.id))).toEqual({ openId: openIdOf(user, demoOfficialAccount), unionId: unionIdOf(user, demoMiniProgram) });
  });

  test('a snapshot user is refused in either scope', async () => {
    for (const scope of ['snsapi_base', 'snsapi_userinfo']) {
      expect(await failureOf(opened.client.exchangeOfficialAccountCode(await oauthCode('snapshot_user', scope)))).toMatchObject({ code: 'snapshot_user_refused' });
    }
  });

  test('used and expired ones are refused', async () => {
    const used = await oauthCode('shop_owner');
    await opened.client.exchangeOfficialAccountCode(used);
    expect(await failureOf(opened.client.exchangeOfficialAccountCode(used))).toMatchObject({ code: 'wechat_code_used' });
    const expired = await oauthCode('shop_owner');
    await control('clock', { advanceSeconds: 301 });
    expect(await failureOf(opened.client.exchangeOfficialAccountCode(expired))).toMatchObject({ code: 'wechat_code_invalid', errcode: 42003 });
  });
});

describe('phone numbers and followers', () => {
  test('a phone code becomes the number, once', async () => {
    const phoneCode = await code('phone-codes', 'grandmother');
    expect(await opened.client.getPhoneNumber(phoneCode)).toEqual({ countryCode: '86', purePhoneNumber: citizen('grandmother').phoneNumber });
    expect(await failureOf(opened.client.getPhoneNumber(phoneCode))).toMatchObject({ code: 'wechat_code_invalid', errcode: 40029 });
  });

  test("with an openid only that citizen's code is accepted", async () => {
    const phoneCode = await code('phone-codes', 'grandmother');
    expect(await failureOf(opened.client.getPhoneNumber(phoneCode, openIdOf(citizen('shop_owner'), demoMiniProgram)))).toMatchObject({ code: 'wechat_code_invalid' });
    expect(await opened.client.getPhoneNumber(phoneCode, openIdOf(citizen('grandmother'), demoMiniProgram))).toHaveProperty('purePhoneNumber');
  });

  test("another mini-program's code is the caller's mistake, not one of the settings", async () => {
    expect(await failureOf(opened.client.getPhoneNumber(await code('phone-codes', 'grandmother', foreignMiniProgram.key)))).toMatchObject({ code: 'wechat_code_invalid', errcode: 40013 });
    expect(opened.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a follower is told from one who left, and both carry the unionid', async () => {
    const [follower, stranger] = [citizen('grandmother'), citizen('young_father')];
    expect(await opened.client.getFollower(openIdOf(follower, demoOfficialAccount))).toEqual({
      openId: openIdOf(follower, demoOfficialAccount),
      isFollowing: true,
      unionId: unionIdOf(follower, demoOfficialAccount),
      followedAt: expect.any(Date) as Date,
    });
    expect(await opened.client.getFollower(openIdOf(stranger, demoOfficialAccount))).toMatchObject({ isFollowing: false, unionId: unionIdOf(stranger, demoOfficialAccount), followedAt: undefined });
    expect(await failureOf(opened.client.getFollower('o-nobody'))).toMatchObject({ code: 'wechat_unavailable', errcode: 40003 });
  });

  test.each([{ dropConnection: true }, { httpStatus: 500 }, { errcode: -1 }])('asking for a follower is repeated after %p', async (fault) => {
    await control('faults', { path: '/cgi-bin/user/info', times: 2, ...fault });
    expect(await opened.client.getFollower(openIdOf(citizen('grandmother'), demoOfficialAccount))).toMatchObject({ isFollowing: true });
  });

  test('each account has a token of its own', async () => {
    await opened.client.getPhoneNumber(await code('phone-codes', 'grandmother'));
    await opened.client.getFollower(openIdOf(citizen('grandmother'), demoOfficialAccount));
    const { rows } = await database.pool.query<{ app_id: string }>('select app_id from wechat_access_tokens order by app_id');
    expect(rows.map((row) => row.app_id)).toEqual([demoMiniProgram.appId, demoOfficialAccount.appId]);
  });
});
