import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { ServerResponse } from 'node:http';
import { adviceFor, toErrorCode } from '../../../server/wechat/errorTable';
import { failureOf, noPool, openClient, startFakeWeChat, type FakeWeChat } from './weChatSupport';

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closings.splice(0).map((close) => close()));
});

async function start(answer: Parameters<typeof startFakeWeChat>[0]): Promise<FakeWeChat> {
  const fake = await startFakeWeChat(answer);
  closings.push(fake.close);
  return fake;
}

function open(url: string, given: Parameters<typeof openClient>[2] = {}): ReturnType<typeof openClient> {
  const opened = openClient(noPool, url, given);
  closings.push(opened.client.close);
  return opened;
}

const json = (response: ServerResponse, body: object, type = 'application/json'): void => void response.writeHead(200, { 'content-type': type }).end(JSON.stringify(body));
const rid = '6311aaaa-22bbbbbb-33cccccc';

describe('reading replies', () => {
  test('JSON counts whatever its content type says, and a missing errcode is a success', async () => {
    const fake = await start((response) => json(response, { openid: 'o-1', session_key: 'k', unionid: 'u-1' }, 'text/plain'));
    expect(await open(fake.url).client.exchangeLoginCode('c')).toEqual({ openId: 'o-1', unionId: 'u-1' });
  });

  test('errcode 0 is a success too, and no unionid means none', async () => {
    const fake = await start((response) => json(response, { errcode: 0, errmsg: 'ok', openid: 'o-1', session_key: 'k' }));
    expect(await open(fake.url).client.exchangeLoginCode('c')).toEqual({ openId: 'o-1', unionId: undefined });
  });

  test.each([
    ['an HTML page', (response: ServerResponse) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>維護中</html>')],
    ['an empty body', (response: ServerResponse) => void response.end()],
    ['JSON that is no object', (response: ServerResponse) => void response.end('[1]')],
    ['an errcode that is no number', (response: ServerResponse) => json(response, { errcode: '40029' })],
    ['a success without the openid', (response: ServerResponse) => json(response, { session_key: 'k' })],
  ])('%s means that WeChat is unavailable', async (_what, answer) => {
    const fake = await start(answer);
    expect(await failureOf(open(fake.url).client.exchangeLoginCode('c'))).toMatchObject({ code: 'wechat_unavailable', failure: 'reply_unreadable' });
  });

  test('a redirect is not followed, since it would carry the secret along', async () => {
    const fake = await start((response) => void response.writeHead(302, { location: '/elsewhere' }).end());
    expect(await failureOf(open(fake.url).client.exchangeLoginCode('c'))).toMatchObject({ code: 'wechat_unavailable', httpStatus: 302 });
    expect(fake.requests).toHaveLength(1);
  });

  test('an endless reply is cut off', async () => {
    const fake = await start((response) => void response.end(Buffer.alloc(2 * 1024 * 1024, 'x')));
    expect(await failureOf(open(fake.url).client.exchangeLoginCode('c'))).toMatchObject({ failure: 'connection_failed', networkCode: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' });
  });

  test('the error carries errcode, rid and path', async () => {
    const fake = await start((response) => json(response, { errcode: 40029, errmsg: `invalid code, rid: ${rid}` }));
    expect(await failureOf(open(fake.url).client.exchangeLoginCode('c'))).toMatchObject({ code: 'wechat_code_invalid', errcode: 40029, rid, path: '/sns/jscode2session' });
  });
});

describe('repeating', () => {
  test('a busy WeChat is asked up to two more times', async () => {
    const fake = await start((response, count) => json(response, count < 3 ? { errcode: -1, errmsg: `system error rid: ${rid}` } : { openid: 'o-1' }));
    expect(await open(fake.url).client.exchangeLoginCode('c')).toMatchObject({ openId: 'o-1' });
    expect(fake.requests).toHaveLength(3);
  });

  test('and not a fourth time', async () => {
    const fake = await start((response) => json(response, { errcode: -1, errmsg: 'system error' }));
    expect(await failureOf(open(fake.url).client.exchangeLoginCode('c'))).toMatchObject({ code: 'wechat_unavailable', errcode: -1 });
    expect(fake.requests).toHaveLength(3);
  });

  test.each([
    ['HTTP 500', (response: ServerResponse) => void response.writeHead(500).end('<html></html>'), { failure: 'http_error', httpStatus: 500 }],
    ['a broken connection', (response: ServerResponse) => void response.destroy(), { failure: 'connection_failed' }],
    ['a reply later than the time-out', () => undefined, { failure: 'timeout' }],
    ['a body that does not end', (response: ServerResponse) => void response.writeHead(200).write('{"openid":'), { failure: 'timeout' }],
  ])('a code is not sent again after %s: it may have been spent', async (_what, answer, expected) => {
    const fake = await start(answer);
    const timeoutMilliseconds = 'failure' in expected && expected.failure === 'timeout' ? 300 : 10_000;
    expect(await failureOf(open(fake.url, { timeoutMilliseconds }).client.exchangeLoginCode('c'))).toMatchObject({ code: 'wechat_unavailable', ...expected });
    expect(fake.requests).toHaveLength(1);
  });

  test('repetitions do not outlast the time-out', async () => {
    const fake = await start((response) => void setTimeout(() => json(response, { errcode: -1 }), 150));
    expect(await failureOf(open(fake.url, { timeoutMilliseconds: 200 }).client.exchangeLoginCode('c'))).toMatchObject({ code: 'wechat_unavailable' });
    expect(fake.requests).toHaveLength(1);
  });

  test('nobody listening is an error that says so', async () => {
    const fake = await startFakeWeChat(() => undefined);
    await fake.close();
    expect(await failureOf(open(fake.url).client.exchangeLoginCode('c'))).toMatchObject({ code: 'wechat_unavailable', networkCode: 'ECONNREFUSED' });
  });
});

describe('what is told', () => {
  test('neither log nor error holds a secret, a code or what was answered', async () => {
    const fake = await start((response, count) => {
      if (count === 1) json(response, { errcode: 40163, errmsg: `code been used hint: [the-code] rid: ${rid}` });
      else if (count === 2) response.end('{"openid":"o-1","session_key":"the-session-key"');
      else if (count === 3) response.destroy();
      else json(response, { openid: 'the-openid', session_key: 'the-session-key' });
    });
    const { client, log } = open(fake.url, { miniProgram: { appId: 'wx-1', secret: 'the-secret' } });
    const told: unknown[] = [log.lines];
    for (let call = 0; call < 3; call += 1) {
      const error = await failureOf(client.exchangeLoginCode('the-code'));
      told.push({ ...error, message: error.message, stack: error.stack, cause: error.cause });
    }
    await client.exchangeLoginCode('the-code');
    expect(JSON.stringify(told)).not.toMatch(/the-(secret|code|session-key|openid)/);
    expect(log.lines.map(({ details }) => details)).toEqual([
      expect.objectContaining({ path: '/sns/jscode2session', errcode: 40163, rid }),
      expect.objectContaining({ failure: 'reply_unreadable' }),
      expect.objectContaining({ failure: 'connection_failed' }),
      expect.objectContaining({ path: '/sns/jscode2session', milliseconds: expect.any(Number) as number }),
    ]);
  });

  test('a wrong setting is named in Chinese for whoever runs the server', async () => {
    const fake = await start((response) => json(response, { errcode: 40125, errmsg: 'invalid appsecret' }));
    const { client, log } = open(fake.url);
    expect(await failureOf(client.exchangeLoginCode('c'))).toMatchObject({ code: 'wechat_misconfigured', errcode: 40125 });
    expect(log.lines).toEqual([expect.objectContaining({ level: 'error', message: expect.stringContaining('WECHAT_MINI_PROGRAM_SECRET 不正确') as string })]);
    await failureOf(client.exchangeOfficialAccountCode('c'));
    expect(log.lines[1]?.message).toContain('WECHAT_OFFICIAL_ACCOUNT_SECRET');
  });

  test('an account that is not in the settings is a misconfiguration, and nothing is sent', async () => {
    const fake = await start((response) => response.end());
    const { client } = open(fake.url, { officialAccount: undefined });
    expect(await failureOf(client.exchangeOfficialAccountCode('c'))).toMatchObject({ code: 'wechat_misconfigured', failure: 'not_configured' });
    expect(fake.requests).toEqual([]);
  });

  test.each([
    ['wechat_code_invalid', [40029, 42003, 42007]],
    ['wechat_code_used', [40163]],
    ['wechat_user_blocked', [40226]],
    ['wechat_misconfigured', [40001, 40013, 40125, 41002, 41004, 40164, 48001, 50004, 50007, 40243, 89503, 89506, 89507, 61024]],
    ['rate_limited', [45009, 45011, 44990, 44991, 44993]],
    ['wechat_unavailable', [-1, 40014, 42001, 40003, 47001, 99999]],
  ])('%s is what %p mean', (code, errcodes) => {
    expect(errcodes.map(toErrorCode)).toEqual(errcodes.map(() => code));
    if (code === 'wechat_misconfigured') for (const errcode of errcodes) expect(adviceFor(errcode, 'WECHAT_X')).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('where calls go', () => {
  test('a gateway may serve the API under a path of its own', async () => {
    const fake = await start((response) => json(response, { openid: 'o-1' }));
    const { client } = open(`${fake.url}/gateway/`);
    await client.exchangeLoginCode('a&b');
    expect(fake.requests).toEqual([expect.stringMatching(/^\/gateway\/sns\/jscode2session\?.*js_code=a%26b/)]);
    expect(client.authorizePageUrl).toBe(`${fake.url}/gateway/connect/oauth2/authorize`);
  });

  test('with a proxy every call goes through it', async () => {
    const fake = await start((response) => json(response, { openid: 'o-1' }));
    const tunnels: { target: string | undefined; authorization: string | undefined }[] = [];
    const proxy = createServer().on('connect', (request, socket, head) => {
      tunnels.push({ target: request.url, authorization: request.headers['proxy-authorization'] });
      const upstream = connect(Number(new URL(fake.url).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        upstream.write(head);
        upstream.pipe(socket).pipe(upstream);
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    // The name is one that only the proxy can resolve.
    const { client } = open('http://wechat.invalid', { proxyUrl: `http://user:password@127.0.0.1:${(proxy.address() as AddressInfo).port}` });
    expect(await client.exchangeLoginCode('c')).toMatchObject({ openId: 'o-1' });
    expect(tunnels).toEqual([{ target: 'wechat.invalid:80', authorization: `Basic ${Buffer.from('user:password').toString('base64')}` }]);
    await client.close();
    closings.splice(closings.indexOf(client.close), 1);
    await new Promise((resolve) => proxy.close(resolve));
  });
});
