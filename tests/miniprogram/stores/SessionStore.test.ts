import type { SignedIn } from '../../../server/contract/sessions';
import { aSite, browserTab, memoryStorage, openApp, refusal, settle, signedIn } from '../fakeServer';

const step = { path: '/features/service-guides/pages/detail/index?guideId=7', act: 'favourite:7' };

/** An app in which somebody agreed and signed in; the server takes only `valid` tokens from then on. */
const signedInApp = async () => {
  const app = openApp();
  const valid = new Set<string>();
  let tokens = 0;
  app.server.on('POST /sessions/mini-program', () => {
    const token = `token-${(tokens += 1)}`;
    valid.add(token);
    return signedIn(token);
  });
  app.server.on('PUT /favourites/7', ({ headers }) =>
    valid.has((headers['authorization'] ?? '').replace('Bearer ', '')) ? { status: 204 } : { status: 401, body: refusal('session_expired') },
  );
  const done = app.stores.session.perform(step, () => app.stores.favourites.put('7', true));
  await settle();
  app.stores.privacy.accept();
  await done;
  return { ...app, valid };
};

describe('signing in from the mini-program', () => {
  it('asks for consent first, then signs in and finishes the act on the same page', async () => {
    const { server, stores } = openApp();
    server.on('POST /sessions/mini-program', () => signedIn('token-1'));
    server.on('PUT /favourites/7', () => ({ status: 204 }));

    const done = stores.session.perform(step, () => stores.favourites.put('7', true));
    await settle();
    expect(stores.privacy.reason).toBe('sign_in');
    expect(server.count('POST /sessions/mini-program')).toBe(0);

    stores.privacy.accept();
    expect(await done).toBe('signed_in');
    expect(stores.favourites.isFavourite('7')).toBe(true);
    expect(stores.privacy.reason).toBeNull();
    const signIn = server.requests.find(({ url }) => url.endsWith('/sessions/mini-program'));
    expect(JSON.parse(signIn?.body ?? '')).toEqual({ code: 'code-1', privacyPolicyVersion: '1.0', deviceLabel: '演示手机' });
  });

  it('does nothing when the person does not agree', async () => {
    const { server, stores } = openApp();
    const done = stores.session.perform(step, () => stores.favourites.put('7', true));
    await settle();
    stores.privacy.decline();
    expect(await done).toBe('declined');
    expect(stores.session.isSignedIn).toBe(false);
    expect(server.requests.map(({ url }) => url)).toEqual(['/api/v1/site']);
  });

  it('keeps the sheet open with the reason when signing in fails, and succeeds on the next press', async () => {
    const { server, stores } = openApp();
    let attempts = 0;
    server.on('POST /sessions/mini-program', () => ((attempts += 1) === 1 ? 'offline' : signedIn('token-1')));
    const done = stores.session.perform(step, () => Promise.resolve());
    await settle();
    stores.privacy.accept();
    await settle();
    expect(stores.privacy).toMatchObject({ reason: 'sign_in', isBusy: false });
    expect(stores.privacy.failure).toContain('网络没有连上');
    stores.privacy.accept();
    expect(await done).toBe('signed_in');
  });

  it('shows a policy that changed since the device last saw it, and agrees to the new one', async () => {
    const { server, stores } = openApp();
    let version = '1.0';
    server.on('GET /site', () => ({ status: 200, body: aSite({ privacyPolicy: { version, sections: [] } }) }));
    server.on('POST /sessions/mini-program', ({ body }) => (body?.includes('"2.0"') ? signedIn('token-1') : { status: 403, body: refusal('privacy_consent_required') }));
    const done = stores.session.perform(step, () => Promise.resolve());
    await settle();
    version = '2.0';
    stores.privacy.accept();
    await settle();
    expect(stores.site.site?.privacyPolicy.version).toBe('2.0');
    expect(stores.privacy.failure).toContain('有更新');
    stores.privacy.accept();
    expect(await done).toBe('signed_in');
  });
});

describe('a session that ended on the server', () => {
  it('is replaced silently, and the call is repeated', async () => {
    const { server, stores, valid } = await signedInApp();
    valid.clear();
    await stores.favourites.put('7', true);
    expect(stores.session.token).toBe('token-2');
    expect(stores.privacy.reason).toBeNull();
    expect(server.count('PUT /favourites/7')).toBe(3);
  });

  it('is replaced once for several calls at the same time', async () => {
    const { server, stores, valid } = await signedInApp();
    valid.clear();
    await Promise.all([stores.favourites.put('7', true), stores.favourites.put('7', true), stores.favourites.put('7', true)]);
    expect(server.count('POST /sessions/mini-program')).toBe(2);
  });

  it('is not replaced again when the new one is refused as well', async () => {
    const { server, stores } = await signedInApp();
    server.on('PUT /favourites/7', () => ({ status: 401, body: refusal('session_expired') }));
    await expect(stores.favourites.put('7', true)).rejects.toMatchObject({ code: 'session_expired' });
    expect(server.count('POST /sessions/mini-program')).toBe(2);
  });

  it('is never replaced silently after signing out', async () => {
    const { server, stores, storage } = await signedInApp();
    server.on('DELETE /sessions/current', () => ({ status: 204 }));
    await stores.session.signOut();
    await expect(stores.favourites.put('7', true)).rejects.toMatchObject({ code: 'session_expired' });
    expect(server.count('POST /sessions/mini-program')).toBe(1);
    expect(storage.read('session')).toBeUndefined();
  });

  it('does not come back when the person signs out while it is being replaced', async () => {
    const { server, stores, valid } = await signedInApp();
    valid.clear();
    let answer: (value: ReturnType<typeof signedIn>) => void = () => undefined;
    server.on('POST /sessions/mini-program', () => new Promise((resolve) => (answer = resolve)));
    const put = stores.favourites.put('7', true);
    await settle();
    stores.session.forget();
    answer(signedIn('token-late'));
    await expect(put).rejects.toMatchObject({ code: 'session_expired' });
    expect(stores.session.isSignedIn).toBe(false);
  });
});

describe('signing out', () => {
  it('works without a network', async () => {
    const { server, stores } = await signedInApp();
    server.on('DELETE /sessions/current', () => 'offline');
    await stores.session.signOut();
    expect(stores.session.isSignedIn).toBe(false);
  });
});

describe('signing in from the browser', () => {
  it('leaves for the authorisation page with the page to come back to, and finishes the act on return', async () => {
    const { tab, door } = browserTab();
    const storage = memoryStorage();
    const before = openApp({ door, storage });
    const left = before.stores.session.perform(step, () => Promise.reject(new Error('must wait')));
    await settle();
    before.stores.privacy.accept();
    expect(await left).toBe('away');
    const url = new URL(tab.leftFor ?? '');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      appid: 'wxdemo',
      redirect_uri: `http://localhost${step.path}`,
      response_type: 'code',
      scope: 'snsapi_userinfo',
      state: 'state-1',
    });
    expect(url.hash).toBe('#wechat_redirect');

    tab.reply = { code: 'oauth-code', state: 'state-1' };
    const after = openApp({ door, storage });
    after.server.on('POST /sessions/official-account', () => signedIn('token-1'));
    await after.stores.session.completeAuthorization();
    expect(after.stores.session.isSignedIn).toBe(true);
    expect(after.stores.session.takeUp('favourite:8')).toBe(false);
    expect(after.stores.session.takeUp(step.act)).toBe(true);
    expect(after.stores.session.takeUp(step.act)).toBe(false);
    expect(tab.departure).toBeNull();
  });

  it('refuses a return with a state that this tab did not give out', async () => {
    const { tab, door } = browserTab();
    tab.departure = { ...step, state: 'state-1', privacyPolicyVersion: '1.0' };
    tab.reply = { code: 'oauth-code', state: 'forged' };
    const { server, stores, signInPages } = openApp({ door });
    await stores.session.completeAuthorization();
    expect(server.count('POST /sessions/official-account')).toBe(0);
    expect(stores.session.authorizationFailure?.code).toBe('authorization_mismatch');
    expect(signInPages).toEqual([step.path]);
  });

  it('fetches a code for somebody who is signed in without signing in anew, and hands it to the act that wanted it', async () => {
    const { tab, door } = browserTab();
    const storage = memoryStorage();
    storage.write('session', { token: 'token-1', citizen: null, consentedVersion: '1.0' });
    await openApp({ door, storage }).stores.session.proveAgain({ path: step.path, act: 'export_records' });
    expect(new URL(tab.leftFor ?? '').searchParams.get('redirect_uri')).toBe(`http://localhost${step.path}`);

    tab.reply = { code: 'oauth-code', state: 'state-1' };
    const { server, stores } = openApp({ door, storage });
    await stores.session.completeAuthorization();
    expect(stores.session.freshCode).toEqual({ act: 'export_records', code: 'oauth-code' });
    expect([server.count('POST /sessions/official-account'), stores.session.token, tab.departure]).toEqual([0, 'token-1', null]);
  });

  it('is signed in by what the phone confirmed, and keeps that for the next visit', () => {
    const storage = memoryStorage();
    const { body } = signedIn('desktop-token');
    openApp({ door: browserTab().door, storage }).stores.session.enter(body as SignedIn);
    expect(openApp({ door: browserTab().door, storage }).stores.session.token).toBe('desktop-token');
  });

  it('keeps what was pending when WeChat sent a made-up preview user', async () => {
    const { tab, door } = browserTab();
    tab.departure = { ...step, state: 'state-1', privacyPolicyVersion: '1.0' };
    tab.reply = { code: 'oauth-code', state: 'state-1' };
    const { server, stores } = openApp({ door });
    server.on('POST /sessions/official-account', () => ({ status: 403, body: refusal('snapshot_user_refused') }));
    await stores.session.completeAuthorization();
    expect(stores.session.authorizationFailure?.code).toBe('snapshot_user_refused');
    expect(stores.session.pendingStep({ path: '/pages/my/index', act: 'sign-in' })).toMatchObject(step);
  });

  it.each([
    ['outside WeChat when the authorisation page needs it', { officialAccount: { appId: 'wxdemo', authorizeUrl: 'http://localhost/authorize', needsWeChat: true } }],
    ['when there is no official account', { officialAccount: null }],
  ])('opens the page that explains how, %s', async (_, changes) => {
    const { tab, door } = browserTab();
    const { server, stores, signInPages } = openApp({ door });
    server.on('GET /site', () => ({ status: 200, body: aSite(changes) }));
    expect(await stores.session.perform(step, () => Promise.resolve())).toBe('away');
    expect(signInPages).toEqual([step.path]);
    expect(tab.leftFor).toBeNull();
  });

  it('asks again, and does not sign in silently, when the session ended', async () => {
    const { door } = browserTab();
    const storage = memoryStorage();
    storage.write('session', { token: 'old', citizen: null, consentedVersion: '1.0' });
    const { server, stores } = openApp({ door, storage });
    server.on('PUT /favourites/7', () => ({ status: 401, body: refusal('session_expired') }));
    expect(await stores.session.perform(step, () => stores.favourites.put('7', true))).toBe('away');
    expect(stores.session.isSignedIn).toBe(false);
  });
});
