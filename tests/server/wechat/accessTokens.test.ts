import type { ServerResponse } from 'node:http';
import { SettableClock } from '../../../server/clock';
import { AccessTokenRepository } from '../../../server/wechat/accessTokenRepository';
import { demoMiniProgram, demoOfficialAccount } from '../../../wechat-sandbox/accounts';
import { demoCitizens, openIdOf } from '../../../wechat-sandbox/demoCitizens';
import { createSandbox, type Sandbox } from '../../../wechat-sandbox/sandbox';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { failureOf, openClient, startFakeWeChat, type OpenedClient } from './weChatSupport';

const path = '/cgi-bin/stable_token';
const minutes = 60_000;

let database: TestDatabase;
let sandbox: Sandbox;
let url: string;
let clock: SettableClock;
let fetches: { forced: boolean }[];
let clients: OpenedClient[];

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await database.pool.query('delete from wechat_access_tokens');
  clock = new SettableClock();
  fetches = [];
  clients = [];
  sandbox = await createSandbox({ clock });
  const watched = { getStable: sandbox.state.accessTokens.getStable.bind(sandbox.state.accessTokens), forceStable: sandbox.state.accessTokens.forceStable.bind(sandbox.state.accessTokens) };
  sandbox.state.accessTokens.getStable = (appId) => (fetches.push({ forced: false }), watched.getStable(appId));
  sandbox.state.accessTokens.forceStable = (appId) => (fetches.push({ forced: true }), watched.forceStable(appId));
  url = await sandbox.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await Promise.all(clients.map(({ client }) => client.close()));
  await sandbox.app.close();
});
afterAll(() => database.close());

const open = (pool = database.pool, timeoutMilliseconds = 10_000): OpenedClient => {
  const opened = openClient(pool, url, { timeoutMilliseconds }, clock);
  clients.push(opened);
  return opened;
};
const [grandmother] = demoCitizens;
if (grandmother === undefined) throw new Error('there are no demo citizens');
const openId = openIdOf(grandmother, demoOfficialAccount);
const follower = ({ client }: OpenedClient): Promise<boolean> => client.getFollower(openId).then(({ isFollowing }) => isFollowing);
const stored = async (): Promise<{ token_encrypted: string; version: number; refresh_lease_until: Date | null }> => {
  const { rows } = await database.pool.query<Awaited<ReturnType<typeof stored>>>('select token_encrypted, version, refresh_lease_until from wechat_access_tokens where app_id = $1', [demoOfficialAccount.appId]);
  const [row] = rows;
  if (row === undefined) throw new Error('no token is stored');
  return row;
};
const fault = (details: object): void => sandbox.state.faults.set({ path, ...details });

describe('one token for all processes', () => {
  test('many calls in two processes at once ask WeChat once', async () => {
    const [one, other] = [open(), open(database.openAnotherPool())];
    fault({ delayMs: 200, times: 1 });
    expect(await Promise.all(Array.from({ length: 20 }, (_, index) => follower(index % 2 === 0 ? one : other)))).toEqual(Array(20).fill(true));
    expect(fetches).toEqual([{ forced: false }]);
    expect((await stored()).version).toBe(1);
  });

  test('while WeChat is asked no connection is held', async () => {
    let tokenAsked: (response: ServerResponse) => void = () => undefined;
    const tokenRequest = new Promise<ServerResponse>((resolve) => (tokenAsked = resolve));
    const fake = await startFakeWeChat((response, _count, request) => {
      if (request.url?.startsWith(path) === true) tokenAsked(response);
      else response.end(JSON.stringify({ subscribe: 0, openid: 'o-1' }));
    });
    const { client } = openClient(database.pool, fake.url, {}, clock);
    const asking = client.getFollower('o-1');
    const unanswered = await tokenRequest;
    // On the embedded database, which has one connection, this would wait for WeChat's answer.
    expect((await stored()).refresh_lease_until).not.toBeNull();
    unanswered.end(JSON.stringify({ access_token: 't', expires_in: 7_200 }));
    await asking;
    expect((await stored()).refresh_lease_until).toBeNull();
    await client.close();
    await fake.close();
  });

  test('a process that starts later uses the stored token, which is encrypted', async () => {
    await follower(open());
    await follower(open(database.openAnotherPool()));
    expect(fetches).toHaveLength(1);
    const { token_encrypted: encrypted } = await stored();
    expect(encrypted).toMatch(/^test\.aes-256-gcm\./);
  });

  test('when the process that was asking died, another one takes over once its lease ran out', async () => {
    await database.pool.query("insert into wechat_access_tokens (app_id, refresh_lease_id, refresh_lease_until) values ($1, gen_random_uuid(), clock_timestamp() + interval '300 milliseconds')", [demoOfficialAccount.appId]);
    expect(await follower(open())).toBe(true);
  });

  test('whoever saw a token that has been replaced since gets no lease to replace it again', async () => {
    const repository = new AccessTokenRepository(database.pool);
    const lease = await repository.lease('wx-1', 0, 60_000);
    if (lease === undefined) throw new Error('there is no lease');
    await repository.save(lease, 'first', new Date());
    expect(await repository.lease('wx-1', 0, 60_000)).toBeUndefined();
    expect(await repository.lease('wx-1', 1, 60_000)).toBeDefined();
    // The one that came too late changes nothing any more.
    await repository.save(lease, 'late', new Date());
    expect(await repository.read('wx-1')).toMatchObject({ version: 1, tokenEncrypted: 'first' });
  });

  test('but nobody waits longer than twice the time-out for it', async () => {
    await database.pool.query("insert into wechat_access_tokens (app_id, refresh_lease_id, refresh_lease_until) values ($1, gen_random_uuid(), clock_timestamp() + interval '1 hour')", [demoOfficialAccount.appId]);
    expect(await failureOf(follower(open(database.pool, 100)))).toMatchObject({ code: 'wechat_unavailable', failure: 'token_awaited' });
  });

  test('a stored token whose key is gone from the settings is asked for again', async () => {
    await follower(open());
    await database.pool.query("update wechat_access_tokens set token_encrypted = 'old.aes-256-gcm.AAAA'");
    expect(await follower(open())).toBe(true);
    expect(fetches).toHaveLength(2);
  });
});

describe('before a token ends', () => {
  test('it is used as it is until its last five minutes, then replaced', async () => {
    const opened = open();
    await follower(opened);
    clock.advance(114 * minutes);
    await follower(opened);
    expect(fetches).toHaveLength(1);
    clock.advance(1 * minutes + 1_000);
    const before = await stored();
    await follower(opened);
    expect(fetches).toHaveLength(2);
    expect((await stored()).version).toBe(before.version + 1);
  });

  test('while one process replaces it, the others go on with the old one', async () => {
    await follower(open());
    clock.advance(116 * minutes);
    await database.pool.query("update wechat_access_tokens set refresh_lease_id = gen_random_uuid(), refresh_lease_until = clock_timestamp() + interval '1 hour'");
    expect(await follower(open())).toBe(true);
    expect(fetches).toHaveLength(1);
  });

  test('when it cannot be replaced the old one serves, and WeChat is left alone for a while', async () => {
    const opened = open();
    await follower(opened);
    clock.advance(116 * minutes);
    fault({ errcode: 45011 });
    expect(await follower(opened)).toBe(true);
    expect(opened.log.lines.filter(({ message }) => message.includes('old one still works'))).toHaveLength(1);
    expect(await follower(opened)).toBe(true);
    expect(opened.log.lines.filter(({ message }) => message.includes('old one still works'))).toHaveLength(1);
  });

  test('one that has ended is not used: the failure to replace it is the failure of the call', async () => {
    const opened = open();
    await follower(opened);
    clock.advance(121 * minutes);
    fault({ errcode: 40164 });
    expect(await failureOf(follower(opened))).toMatchObject({ code: 'wechat_misconfigured', errcode: 40164, path });
    expect(opened.log.lines.find(({ level }) => level === 'error')?.message).toContain('IP 白名单');
    sandbox.state.faults.clear();
    expect(await follower(opened)).toBe(true);
  });

  test.each([{ dropConnection: true }, { httpStatus: 500 }, { errcode: -1 }])('asking for it is repeated after %p', async (details) => {
    fault({ times: 2, ...details });
    expect(await follower(open())).toBe(true);
  });
});

describe('a token that WeChat refuses', () => {
  test('when it expired earlier than we thought, the call is made again with another one, without force', async () => {
    const opened = open();
    await follower(opened);
    sandbox.state.clock.advance(7_300);
    expect(await follower(opened)).toBe(true);
    expect(fetches).toEqual([{ forced: false }, { forced: false }]);
  });

  test('when another program replaced it, its successor is fetched, without force', async () => {
    const opened = open();
    await follower(opened);
    sandbox.state.accessTokens.forceStable(demoOfficialAccount.appId);
    fetches.length = 0;
    expect(await follower(opened)).toBe(true);
    expect(fetches).toEqual([{ forced: false }]);
  });

  test('when another of our processes has the successor, WeChat is not asked', async () => {
    const [one, other] = [open(), open(database.openAnotherPool())];
    await follower(one);
    sandbox.state.accessTokens.forceStable(demoOfficialAccount.appId);
    fetches.length = 0;
    expect(await Promise.all([follower(one), follower(other), follower(one), follower(other)])).toEqual([true, true, true, true]);
    expect(fetches).toEqual([{ forced: false }]);
  });

  test('when WeChat hands the refused one out again, a new one is forced', async () => {
    const opened = open();
    await follower(opened);
    sandbox.state.faults.set({ path: '/cgi-bin/user/info', errcode: 40001, times: 1 });
    const before = await stored();
    expect(await follower(opened)).toBe(true);
    expect(fetches).toEqual([{ forced: false }, { forced: false }, { forced: true }]);
    expect((await stored()).token_encrypted).not.toBe(before.token_encrypted);
  });

  test.each([40001, 40014, 42001])('with %p twice in a row is an error, no endless loop, and no fault of the settings', async (errcode) => {
    const opened = open();
    sandbox.state.faults.set({ path: '/cgi-bin/user/info', errcode });
    expect(await failureOf(follower(opened))).toMatchObject({ code: 'wechat_unavailable', errcode });
    expect(opened.log.lines.some(({ level }) => level === 'error')).toBe(false);
  });

  test('a forced token that is the refused one still is an error', async () => {
    const fake = await startFakeWeChat((response, _count, request) => {
      const isToken = request.url?.startsWith(path) === true;
      response.end(JSON.stringify(isToken ? { access_token: 'always-this', expires_in: 7_200 } : { errcode: 40014, errmsg: 'invalid access_token' }));
    });
    const { client } = openClient(database.pool, fake.url, { officialAccount: { appId: 'wx-stuck', secret: 's' } });
    expect(await failureOf(client.getFollower('o-1'))).toMatchObject({ code: 'wechat_unavailable', failure: 'token_not_replaced' });
    await client.close();
    await fake.close();
  });
});

test('the tokens of two accounts do not mix', async () => {
  const opened = open();
  await follower(opened);
  const phoneCode = sandbox.state.phoneCodes.issue({ citizenId: grandmother.id, appId: demoMiniProgram.appId });
  expect(await opened.client.getPhoneNumber(phoneCode)).toMatchObject({ countryCode: '86' });
  expect(fetches).toHaveLength(2);
});
