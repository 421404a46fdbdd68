import { demoCitizens } from '../../wechat-sandbox/demoCitizens';
import { demoSmsToken } from '../../wechat-sandbox/sandbox';
import { expectRefusal, openSandbox } from './openSandbox';

const path = '/sns/jscode2session';

describe('faults', () => {
  // What depends on WeChat's own state and cannot be brought about by a call.
  test.each([-1, 40164, 40243, 42007, 45009, 48004, 50002, 50004, 50007, 61024, 87007, 89503, 89506, 89507])('answer with %d when it is switched on', async (errcode) => {
    const { post, exchangeLoginCode, loginCode } = await openSandbox();
    await post('/sandbox/faults', { path, errcode });
    const answer = await exchangeLoginCode(await loginCode());
    expectRefusal(answer, errcode);
    expect(String(answer.body['errmsg']).startsWith('system error')).toBe(errcode === -1);
  });

  test('end after the given number of calls, without using up the code', async () => {
    const { post, get, exchangeLoginCode, loginCode } = await openSandbox();
    await post('/sandbox/faults', { path, errcode: -1, times: 2 });
    const code = await loginCode();
    expectRefusal(await exchangeLoginCode(code), -1);
    expect((await get('/sandbox/faults')).body).toEqual([{ path, errcode: -1, times: 1 }]);
    expectRefusal(await exchangeLoginCode(code), -1);
    expect((await exchangeLoginCode(code)).body).toHaveProperty('openid');
  });

  test('stay on one path, and go when they are switched off', async () => {
    const { post, send, exchangeLoginCode, loginCode, stableToken } = await openSandbox();
    await post('/sandbox/faults', { path, httpStatus: 502 });
    expect(await stableToken()).not.toBe('');
    const answer = await exchangeLoginCode(await loginCode());
    expect(answer).toMatchObject({ status: 502, contentType: expect.stringContaining('text/html') });
    expect((await send('DELETE', '/sandbox/faults', { path })).body).toEqual([]);
    expect((await exchangeLoginCode(await loginCode())).status).toBe(200);
  });

  test('can cut the connection without an answer', async () => {
    const { app, post } = await openSandbox();
    await app.listen({ host: '127.0.0.1', port: 0 });
    await post('/sandbox/faults', { path, dropConnection: true });
    await expect(fetch(`${app.listeningOrigin}${path}`)).rejects.toThrow('fetch failed');
  });

  test('can hold an answer back for longer than a caller waits', async () => {
    const { app, post } = await openSandbox();
    await app.listen({ host: '127.0.0.1', port: 0 });
    await post('/sandbox/faults', { path, delayMs: 60_000 });
    await expect(fetch(`${app.listeningOrigin}${path}`, { signal: AbortSignal.timeout(200) })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test.each([
    ['a path there is not', { path: '/sns/jscode', errcode: -1 }],
    ['nothing to do', { path }],
    ['an unknown field', { path, errcode: -1, probability: 0.5 }],
    ['a number as text', { path, errcode: '-1' }],
  ])('refuse %s', async (_name, fault) => {
    const { post } = await openSandbox();
    expect((await post('/sandbox/faults', fault)).status).toBe(400);
  });
});

describe('the SMS webhook', () => {
  test('puts messages into the inbox, newest first', async () => {
    const { app, get } = await openSandbox();
    const headers = { authorization: `Bearer ${demoSmsToken}` };
    for (const text of ['验证码 1', '验证码 2']) {
      const reply = await app.inject({ method: 'POST', url: '/sms', headers, payload: { phoneNumber: '19900000001', text } });
      expect(reply.statusCode).toBe(204);
    }
    const receivedAt = '2031-03-05T02:00:00.000Z';
    expect((await get('/sandbox/sms')).body).toEqual([
      { phoneNumber: '19900000001', text: '验证码 2', receivedAt },
      { phoneNumber: '19900000001', text: '验证码 1', receivedAt },
    ]);
  });

  test.each([
    ['a wrong token with 401', 'Bearer wrong', { phoneNumber: '19900000001', text: 'x' }, 401],
    ['what is no mobile number with 400', `Bearer ${demoSmsToken}`, { phoneNumber: '12345', text: 'x' }, 400],
    ['an unknown field with 400', `Bearer ${demoSmsToken}`, { phoneNumber: '19900000001', text: 'x', sign: '1' }, 400],
  ])('refuses %s', async (_name, authorization, payload, status) => {
    const { app, get } = await openSandbox();
    expect((await app.inject({ method: 'POST', url: '/sms', headers: { authorization }, payload })).statusCode).toBe(status);
    expect((await get('/sandbox/sms')).body).toEqual([]);
  });
});

describe('citizens, codes, settings and clock', () => {
  test('name each citizen with both openids, and null where there is no unionid', async () => {
    const { get, openId } = await openSandbox();
    const { body } = await get('/sandbox/citizens');
    expect(body).toHaveLength(demoCitizens.length);
    expect(body).toContainEqual(expect.objectContaining({ id: 'without_union_id', unionId: null, miniProgramOpenId: openId('without_union_id') }));
    expect(body).toContainEqual(expect.objectContaining({ id: 'grandmother', isFollower: true, phoneNumber: '19900000001' }));
  });

  test.each([
    ['a login code for an unknown citizen', '/sandbox/login-codes', { citizenId: 'nobody' }, 404],
    ['a login code in an unknown account', '/sandbox/login-codes', { citizenId: 'grandmother', account: 'x' }, 404],
    ['a login code in an official account', '/sandbox/login-codes', { citizenId: 'grandmother', account: 'official_account' }, 400],
    ['a phone code in an official account', '/sandbox/phone-codes', { citizenId: 'grandmother', account: 'official_account' }, 400],
    ['a clock that goes back', '/sandbox/clock', { advanceSeconds: -1 }, 400],
  ])('refuse %s', async (_name, url, body, status) => {
    const { post } = await openSandbox();
    expect((await post(url, body)).status).toBe(status);
  });

  test('refuse to take foreign codes as somebody who does not exist', async () => {
    const { send, get } = await openSandbox();
    expect((await send('PUT', '/sandbox/settings', {}, { acceptForeignCodes: 'nobody' })).status).toBe(404);
    expect((await get('/sandbox/settings')).body).toEqual({ acceptForeignCodes: null });
  });

  test('move the clock forward', async () => {
    const { post } = await openSandbox();
    expect((await post('/sandbox/clock', { advanceSeconds: 90 })).body).toEqual({ now: '2031-03-05T02:01:30.000Z' });
  });
});

describe('the overview page', () => {
  test('lists the citizens and every path that can fail, with one script and no inline handler', async () => {
    const { get } = await openSandbox();
    const page = String((await get('/')).body['text']);
    expect(page).toContain('周桂兰');
    expect(page).toContain(`<option value="${path}">`);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/\son\w+=/);
  });

  test('shows names as text only', async () => {
    const person = { id: 'x', name: '<img src=x>', description: '"&\'', phoneNumber: '19900000009', hasUnionId: true, isSnapshotUser: false, isHighRisk: false, followsAtStart: false };
    const { get } = await openSandbox({ citizens: [person] });
    const page = String((await get('/')).body['text']);
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x&gt;');
  });

  test.each([['/sandbox/style.css', 'text/css'], ['/sandbox/home.js', 'text/javascript']])('finds its file %s', async (url, type) => {
    const { get } = await openSandbox();
    const answer = await get(url);
    expect(answer.status).toBe(200);
    expect(answer.contentType).toContain(type);
  });
});
