import type { SessionPage, SignedIn } from '../../../server/contract/sessions';
import { resolveCitizen, type WeChatIdentity } from '../../../server/features/sessions/identityRepository';
import { privacyPolicyVersion } from '../../../server/privacyPolicy';
import { tellAndDeliver } from '../../support/notices';
import { insertGuide, startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const day = 86_400_000;
const resolve = (identity: WeChatIdentity): Promise<string> => t.database.db.transaction().execute((tx) => resolveCitizen(tx, identity, t.clock.now()));
const statusOf = async (headers: { authorization: string }): Promise<number> => (await t.app.inject({ url: '/api/v1/citizens/current', headers })).statusCode;

describe('signing in', () => {
  test('a code from wx.login becomes a session, and its token is nowhere in the database', async () => {
    const reply = await t.app.inject({
      method: 'POST',
      url: '/api/v1/sessions/mini-program',
      payload: { code: await t.loginCode('grandmother'), privacyPolicyVersion, deviceLabel: '奶奶的手机' },
    });
    expect(reply.statusCode).toBe(201);
    const { token } = reply.json<SignedIn>();
    expect(await statusOf({ authorization: `Bearer ${token}` })).toBe(200);
    const kept = JSON.stringify((await t.database.pool.query("select encode(token_hash, 'escape') as hash, s.* from sessions s")).rows);
    expect(kept).not.toContain(token);
  });

  test('without consent to the present privacy policy nothing is asked of WeChat', async () => {
    const code = await t.loginCode('grandmother');
    const refused = await t.app.inject({ method: 'POST', url: '/api/v1/sessions/mini-program', payload: { code, privacyPolicyVersion: '2020-01' } });
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'privacy_consent_required']);
    const accepted = await t.app.inject({ method: 'POST', url: '/api/v1/sessions/mini-program', payload: { code, privacyPolicyVersion } });
    expect(accepted.statusCode).toBe(201);
  });

  test('a code is good once, and an invented one never', async () => {
    const code = await t.loginCode('young_father');
    const post = (value: string) => t.app.inject({ method: 'POST', url: '/api/v1/sessions/mini-program', payload: { code: value, privacyPolicyVersion } });
    expect((await post(code)).statusCode).toBe(201);
    expect((await post(code)).json()).toMatchObject({ code: 'wechat_code_used' });
    expect((await post('0madeup')).json()).toMatchObject({ code: 'wechat_code_invalid' });
  });

  test('someone WeChat calls a risk is refused in a sentence', async () => {
    const reply = await t.app.inject({ method: 'POST', url: '/api/v1/sessions/mini-program', payload: { code: await t.loginCode('high_risk'), privacyPolicyVersion } });
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([403, 'wechat_user_blocked']);
  });

  test('many phones that sign in the same new person at once make one citizen', async () => {
    const identity = { appId: 'wx-crowd', openId: 'o-crowd', unionId: 'u-crowd' };
    const ids = await Promise.all(Array.from({ length: 8 }, () => resolve(identity)));
    expect(new Set(ids).size).toBe(1);
  });
});

describe('one person through mini-program and official account', () => {
  test('the unionid makes them one citizen from the start', async () => {
    const first = await resolve({ appId: 'wx-mini', openId: 'o-a1', unionId: 'u-a' });
    expect(await resolve({ appId: 'wx-account', openId: 'o-a2', unionId: 'u-a' })).toBe(first);
  });

  test('when the unionid appears only later, the two become one with everything both had', async () => {
    const guideOfBoth = await insertGuide(t.database);
    const guideOfOne = await insertGuide(t.database);
    const mini = await resolve({ appId: 'wx-mini', openId: 'o-b1', unionId: undefined });
    t.clock.advance(1_000);
    const account = await resolve({ appId: 'wx-account', openId: 'o-b2', unionId: 'u-b' });
    expect(account).not.toBe(mini);
    const keep = (citizen_id: string, guide: string) =>
      t.database.db.insertInto('favourites').values({ citizen_id, guide_id: Number(guide), created_at: t.clock.now() }).execute();
    await keep(mini, guideOfBoth);
    await keep(account, guideOfBoth);
    await keep(mini, guideOfOne);
    const follow = (citizen_id: string, topic: string) => t.database.db.insertInto('topic_follows').values({ citizen_id, topic, followed_at: t.clock.now() }).execute();
    await follow(mini, 'np.birth');
    await follow(account, 'np.birth');
    await follow(mini, 'np.household');
    await tellAndDeliver(t, { to: { citizenIds: [mini, account] }, key: 'both' });
    await tellAndDeliver(t, { to: { citizenIds: [mini] }, key: 'one' });

    const merged = await resolve({ appId: 'wx-mini', openId: 'o-b1', unionId: 'u-b' });
    expect(await resolve({ appId: 'wx-account', openId: 'o-b2', unionId: undefined })).toBe(merged);
    const favourites = await t.database.db.selectFrom('favourites').where('citizen_id', '=', merged).select('guide_id').orderBy('guide_id').execute();
    expect(favourites.map((row) => String(row.guide_id))).toEqual([guideOfBoth, guideOfOne]);
    const follows = await t.database.db.selectFrom('topic_follows').where('citizen_id', '=', merged).select('topic').orderBy('topic').execute();
    expect(follows).toEqual([{ topic: 'np.birth' }, { topic: 'np.household' }]);
    const notices = await t.database.db.selectFrom('inbox_notices').where('citizen_id', '=', merged).select('key').orderBy('key').execute();
    expect(notices).toEqual([{ key: 'both' }, { key: 'one' }]);
    const citizens = await t.database.db.selectFrom('citizens').where('id', 'in', [mini, account]).select('created_at').execute();
    expect(citizens).toHaveLength(1);
  });

  test('two citizens who sign in at once with the same late unionid end as one, without a deadlock', async () => {
    await resolve({ appId: 'wx-mini', openId: 'o-c1', unionId: undefined });
    await resolve({ appId: 'wx-account', openId: 'o-c2', unionId: undefined });
    await Promise.all([
      resolve({ appId: 'wx-mini', openId: 'o-c1', unionId: 'u-c' }),
      resolve({ appId: 'wx-account', openId: 'o-c2', unionId: 'u-c' }),
    ]);
    const one = await resolve({ appId: 'wx-mini', openId: 'o-c1', unionId: 'u-c' });
    expect(await resolve({ appId: 'wx-account', openId: 'o-c2', unionId: 'u-c' })).toBe(one);
  });

  test('a session opened before the merge goes on after it', async () => {
    const headers = await t.signIn('without_union_id');
    const identity = await t.database.db
      .selectFrom('wechat_identities')
      .innerJoin('citizens', 'citizens.id', 'wechat_identities.citizen_id')
      .where('union_id', 'is', null)
      .orderBy('wechat_identities.created_at', 'desc')
      .select(['app_id', 'open_id'])
      .executeTakeFirstOrThrow();
    await resolve({ appId: 'wx-account', openId: 'o-d2', unionId: 'u-d' });
    await resolve({ appId: identity.app_id, openId: identity.open_id, unionId: 'u-d' });
    expect(await statusOf(headers)).toBe(200);
  });
});

describe('a session', () => {
  test('slides with use and ends when it is not used', async () => {
    const headers = await t.signIn('grandmother');
    for (let month = 0; month < 3; month += 1) {
      t.clock.advance(25 * day);
      expect(await statusOf(headers)).toBe(200);
    }
    t.clock.advance(31 * day);
    const reply = await t.app.inject({ url: '/api/v1/citizens/current', headers });
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([401, 'session_expired']);
  });

  test('ends after half a year however much it is used', async () => {
    const headers = await t.signIn('grandmother');
    const statuses: number[] = [];
    for (let week = 0; week < 30; week += 1) {
      t.clock.advance(7 * day);
      statuses.push(await statusOf(headers));
    }
    expect(statuses.indexOf(401)).toBe(25);
  });

  test('that is ended on one process is refused by another at once', async () => {
    const other = await t.startAnother();
    const phone = await t.signIn('grandmother');
    const tablet = await t.signIn('grandmother');
    const sessions = (await t.app.inject({ url: '/api/v1/sessions', headers: phone })).json<SessionPage>().items;
    const tabletSession = sessions.find((session) => !session.isCurrent);
    expect((await other.inject({ url: '/api/v1/citizens/current', headers: tablet })).statusCode).toBe(200);
    expect((await t.app.inject({ method: 'DELETE', url: `/api/v1/sessions/${tabletSession?.id ?? ''}`, headers: phone })).statusCode).toBe(204);
    expect((await other.inject({ url: '/api/v1/citizens/current', headers: tablet })).statusCode).toBe(401);
    expect((await other.inject({ url: '/api/v1/citizens/current', headers: phone })).statusCode).toBe(200);
  });

  test("cannot be ended by another person, and is not in another person's list", async () => {
    const mine = await t.signIn('shop_owner');
    const theirs = await t.signIn('young_father');
    const [session] = (await t.app.inject({ url: '/api/v1/sessions', headers: mine })).json<SessionPage>().items;
    const attempt = await t.app.inject({ method: 'DELETE', url: `/api/v1/sessions/${session?.id ?? ''}`, headers: theirs });
    expect([attempt.statusCode, attempt.json<{ code: string }>().code]).toEqual([404, 'session_not_found']);
    expect((await t.app.inject({ url: '/api/v1/sessions', headers: theirs })).body).not.toContain(session?.id);
    expect(await statusOf(mine)).toBe(200);
  });

  test('signing out ends this one only', async () => {
    const phone = await t.signIn('shop_owner');
    const tablet = await t.signIn('shop_owner');
    expect((await t.app.inject({ method: 'DELETE', url: '/api/v1/sessions/current', headers: phone })).statusCode).toBe(204);
    expect([await statusOf(phone), await statusOf(tablet)]).toEqual([401, 200]);
  });
});

test('closing the account deletes everything of the person, on all devices', async () => {
  const phone = await t.signIn('young_father');
  const tablet = await t.signIn('young_father');
  const guide = await insertGuide(t.database);
  await t.app.inject({ method: 'PUT', url: `/api/v1/favourites/${guide}`, headers: phone });
  expect((await t.app.inject({ method: 'DELETE', url: '/api/v1/citizens/current', headers: phone })).statusCode).toBe(204);
  expect([await statusOf(phone), await statusOf(tablet)]).toEqual([401, 401]);
  const left = await t.database.db.selectFrom('favourites').where('guide_id', '=', Number(guide)).selectAll().execute();
  expect(left).toEqual([]);
});
