import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demoMiniProgram, demoOfficialAccount, type CallbackSettings } from '../../wechat-sandbox/accounts';
import { createSignature, decryptMessage, encryptMessage } from '../../wechat-sandbox/messageEncryption';
import { openSandbox } from './openSandbox';

interface Received {
  query: Record<string, string>;
  body: string;
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const callback: CallbackSettings = { url: '', token: 'callbackToken', aesKey: 'A'.repeat(43), format: 'xml' };

/** A sandbox whose accounts push to a real server; `answer` decides what that server does with each call. */
async function openCallback(answer: (call: Received, count: number, reply: ServerResponse) => void) {
  const received: Received[] = [];
  const server = createServer((request: IncomingMessage, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const call = { query: Object.fromEntries(searchParams), body: Buffer.concat(chunks).toString('utf8') };
      received.push(call);
      answer(call, received.length, reply);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const settings = { ...callback, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback` };
  const accounts = [demoMiniProgram, demoOfficialAccount].map((account) => ({ ...account, callback: settings }));
  const sandbox = await openSandbox({ accounts, pushTimeoutMilliseconds: 200 });
  const push = async (changes: Record<string, unknown> = {}) => {
    const answered = await sandbox.post('/sandbox/pushes', { account: 'official_account', kind: 'text', citizenId: 'grandmother', text: '你好', mode: 'plain', ...changes });
    return answered.body as { message: string; deliveries: { attempt: number; outcome: string; reply: string | null }[] };
  };
  return { ...sandbox, received, push };
}

const success = (_call: Received, _count: number, reply: ServerResponse): void => void reply.end('success');
const silence = (): void => undefined;

test('pushes a text in plain XML with a signature that holds', async () => {
  const { push, received, openId } = await openCallback(success);
  const { deliveries } = await push({ text: '面馆怎么办证？]]><x/>' });
  expect(deliveries).toEqual([{ attempt: 1, outcome: 'accepted', httpStatus: 200, reply: 'success' }]);
  const { query = {}, body = '' } = received[0] ?? {};
  const openid = openId('grandmother', demoOfficialAccount);
  expect(query).toEqual({ signature: createSignature(callback.token, query['timestamp'] ?? '', query['nonce'] ?? ''), timestamp: expect.any(String), nonce: expect.any(String), openid });
  expect(body).toContain(`<ToUserName><![CDATA[${demoOfficialAccount.originalId}]]></ToUserName><FromUserName><![CDATA[${openid}]]></FromUserName>`);
  expect(body).toContain('<Content><![CDATA[面馆怎么办证？]]]]><![CDATA[><x/>]]></Content>');
  expect(body).toMatch(/<MsgId>\d{17}<\/MsgId><\/xml>$/);
});

test('pushes in the safe mode with a body that opens to the message', async () => {
  const { push, received } = await openCallback(success);
  const { message } = await push({ mode: 'aes' });
  const { query = {}, body = '' } = received[0] ?? {};
  const encrypted = /<Encrypt><!\[CDATA\[(.+)\]\]><\/Encrypt>/.exec(body)?.[1] ?? '';
  expect(query['encrypt_type']).toBe('aes');
  expect(query['msg_signature']).toBe(createSignature(callback.token, query['timestamp'] ?? '', query['nonce'] ?? '', encrypted));
  expect(decryptMessage(callback.aesKey, demoOfficialAccount.appId, encrypted)).toBe(message);
  expect(body).not.toContain('Content');
});

test('pushes JSON to a mini-program that chose it, with the message id written out in full', async () => {
  const { push, received } = await openCallback(success);
  await push({ account: 'mini_program', format: 'json' });
  expect(received[0]?.body).toMatch(/"MsgType":"text","Content":"你好","MsgId":\d{17}\}$/);
});

test('sends the same message three times in all while there is no answer', async () => {
  const { push, received } = await openCallback(silence);
  const { deliveries } = await push();
  expect(deliveries.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([[1, 'no_answer'], [2, 'no_answer'], [3, 'no_answer']]);
  expect(received).toHaveLength(3);
  expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  expect(new Set(received.map(({ query }) => query['nonce'])).size).toBe(3);
});

test('stops sending at the first answer', async () => {
  const { push, received } = await openCallback((_call, count, reply) => (count < 2 ? undefined : void reply.end()));
  expect((await push()).deliveries.map(({ outcome }) => outcome)).toEqual(['no_answer', 'accepted']);
  expect(received).toHaveLength(2);
});

test('sends an event again with the same CreateTime in the safe mode', async () => {
  const { push, received } = await openCallback((_call, count, reply) => (count < 3 ? undefined : void reply.end('success')));
  const { message } = await push({ kind: 'subscribe', mode: 'aes' });
  const opened = received.map(({ body }) => decryptMessage(callback.aesKey, demoOfficialAccount.appId, /<Encrypt><!\[CDATA\[(.+)\]\]>/.exec(body)?.[1] ?? ''));
  expect(opened).toEqual([message, message, message]);
});

test('repeats a message that was answered when that is asked for', async () => {
  const { push, received } = await openCallback(success);
  await push({ repeat: 3 });
  expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  expect(received).toHaveLength(3);
});

test.each([
  ['JSON', '{"ok":true}', 200],
  ['an error page', 'success', 500],
])('calls an answer of %s malformed, and does not send again', async (_name, text, status) => {
  const { push, received } = await openCallback((_call, _count, reply) => void reply.writeHead(status).end(text));
  expect((await push()).deliveries.map(({ outcome }) => outcome)).toEqual(['malformed']);
  expect(received).toHaveLength(1);
});

describe('a passive reply', () => {
  const reply = '<xml><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[您好]]></Content></xml>';
  const seal = (token: string): string => {
    const encrypted = encryptMessage(callback.aesKey, demoOfficialAccount.appId, reply);
    const signature = createSignature(token, '1', '2', encrypted);
    return `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt><MsgSignature><![CDATA[${signature}]]></MsgSignature><TimeStamp>1</TimeStamp><Nonce><![CDATA[2]]></Nonce></xml>`;
  };

  test.each([
    ['is taken in the plain mode', 'plain', reply, { outcome: 'replied', reply }],
    ['is opened in the safe mode', 'aes', seal(callback.token), { outcome: 'replied', reply }],
    ['in the clear is malformed in the safe mode', 'aes', reply, { outcome: 'malformed' }],
    ['with a wrong signature is malformed', 'aes', seal('otherToken'), { outcome: 'malformed' }],
  ])('%s', async (_name, mode, text, expected) => {
    const { push } = await openCallback((_call, _count, answer) => void answer.end(text));
    expect((await push({ mode })).deliveries[0]).toMatchObject(expected);
  });
});

test('subscribing and unsubscribing change what user/info says', async () => {
  const { push, get, stableToken, openId, received } = await openCallback(success);
  const query = { access_token: await stableToken(demoOfficialAccount), openid: openId('young_father', demoOfficialAccount) };
  await push({ kind: 'subscribe', citizenId: 'young_father' });
  expect(received[0]?.body).toContain('<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe]]></Event>');
  expect((await get('/cgi-bin/user/info', query)).body['subscribe']).toBe(1);
  await push({ kind: 'unsubscribe', citizenId: 'young_father' });
  expect((await get('/cgi-bin/user/info', query)).body['subscribe']).toBe(0);
});

test('refuses to let a citizen follow a mini-program, and JSON for an official account', async () => {
  const { post } = await openCallback(success);
  const push = { kind: 'subscribe', citizenId: 'grandmother', mode: 'plain' };
  expect((await post('/sandbox/pushes', { ...push, account: 'mini_program' })).status).toBe(400);
  expect((await post('/sandbox/pushes', { ...push, account: 'official_account', format: 'json' })).status).toBe(400);
});

describe('the check of a call-back address', () => {
  test('accepts one that echoes the text of a signed call', async () => {
    const { post } = await openCallback(({ query }, _count, reply) => {
      const expected = createSignature(callback.token, query['timestamp'] ?? '', query['nonce'] ?? '');
      reply.end(query['signature'] === expected ? query['echostr'] : 'forged');
    });
    expect((await post('/sandbox/url-check', { account: 'mini_program' })).body).toMatchObject({ accepted: true, httpStatus: 200 });
  });

  test.each([
    ['another text', (reply: ServerResponse) => void reply.end('success')],
    ['nothing in time', () => undefined],
  ])('does not accept one that answers %s', async (_name, answer) => {
    const { post } = await openCallback((_call, _count, reply) => answer(reply));
    expect((await post('/sandbox/url-check', { account: 'official_account' })).body['accepted']).toBe(false);
  });
});
