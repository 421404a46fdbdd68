import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerUrlCheck } from '../../../server/wechat/answerUrlCheck';
import { createSignature, encryptMessage, type CallbackAccount } from '../../../server/wechat/messageEncryption';
import { readCallback, type CallbackReading } from '../../../server/wechat/readCallback';
import { demoMiniProgram, demoOfficialAccount } from '../../../wechat-sandbox/accounts';
import { createSandbox, type Sandbox } from '../../../wechat-sandbox/sandbox';

const encodingAesKey = 'b'.repeat(43);
const plainAccount: CallbackAccount = { appId: 'wx-1', token: 'theToken' };
const safeAccount: CallbackAccount = { ...plainAccount, encodingAesKey };
const text = '<xml><ToUserName>gh_1</ToUserName><FromUserName>o-1</FromUserName><CreateTime>1714112445</CreateTime><MsgType>text</MsgType><Content>你好</Content><MsgId>7</MsgId></xml>';

interface Request {
  query: Record<string, unknown>;
  body: string;
}
const plain = (body = text): Request => ({ query: { timestamp: '1', nonce: '2', signature: createSignature(['theToken', '1', '2']) }, body });
const safe = (encrypted = encryptMessage(encodingAesKey, 'wx-1', text), format: 'xml' | 'json' = 'xml'): Request => ({
  query: { ...plain().query, encrypt_type: 'aes', msg_signature: createSignature(['theToken', '1', '2', encrypted]) },
  body: format === 'xml' ? `<xml><ToUserName>gh_1</ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>` : JSON.stringify({ ToUserName: 'gh_1', Encrypt: encrypted }),
});

describe('plain mode', () => {
  test('a signed message is read, from text and from bytes', () => {
    for (const body of [text, Buffer.from(text)]) {
      expect(readCallback({ ...plain(), body }, plainAccount)).toMatchObject({ kind: 'message', raw: text, message: { kind: 'text', content: '你好' } });
    }
  });

  test.each<[string, Request, string]>([
    ['without a signature', { ...plain(), query: {} }, 'signature_wrong'],
    ['with a signature given twice', { ...plain(), query: { ...plain().query, signature: [createSignature(['theToken', '1', '2'])] } }, 'signature_wrong'],
    ['signed for another moment', { ...plain(), query: { ...plain().query, timestamp: '9' } }, 'signature_wrong'],
    ['that is encrypted', safe(), 'encrypted_unexpectedly'],
    ['that is no document', plain('hello'), 'body_malformed'],
    ['without a body', plain(''), 'body_malformed'],
    ['that is too large', plain(text.replace('你好', 'x'.repeat(70_000))), 'body_too_large'],
  ])('a request %s is refused', (_what, request, code) => {
    expect(readCallback(request, plainAccount)).toMatchObject({ kind: 'error', code });
  });

  test('bytes that are not UTF-8 are refused', () => {
    expect(readCallback({ ...plain(), body: Buffer.from(text.replace('你好', '\u00ff'), 'latin1') }, plainAccount)).toMatchObject({ kind: 'error', code: 'body_malformed' });
  });
});

describe('AES mode', () => {
  test.each(['xml', 'json'] as const)('an encrypted message in %s is read', (format) => {
    expect(readCallback(safe(undefined, format), safeAccount)).toMatchObject({ kind: 'message', raw: text, message: { kind: 'text', messageId: '7' } });
  });

  test('beside a plain message only the encrypted one counts', () => {
    const request = safe();
    const both = { ...request, body: request.body.replace('<xml>', '<xml><Content>forged</Content><MsgType>text</MsgType>') };
    expect(readCallback(both, safeAccount)).toMatchObject({ message: { content: '你好' } });
  });

  test.each<[string, Request, string]>([
    ['in plain, however well signed', plain(), 'not_encrypted'],
    ['without msg_signature', { ...safe(), query: plain().query }, 'signature_wrong'],
    ['whose cipher text was exchanged', { ...safe(), body: safe(encryptMessage(encodingAesKey, 'wx-1', text)).body }, 'signature_wrong'],
    ['for another account', safe(encryptMessage(encodingAesKey, 'wx-2', text)), 'decryption_failed'],
    ['under another key', safe(encryptMessage('c'.repeat(43), 'wx-1', text)), 'decryption_failed'],
    ['that holds no message', safe(encryptMessage(encodingAesKey, 'wx-1', 'hello')), 'body_malformed'],
  ])('a request %s is refused', (_what, request, code) => {
    const reading = readCallback(request, safeAccount);
    expect(reading).toMatchObject({ kind: 'error', code });
    expect(JSON.stringify(reading)).not.toContain('hello');
  });
});

describe('the check of the address', () => {
  const query = { timestamp: '1', nonce: '2', echostr: '<1234>', signature: createSignature(['theToken', '1', '2']) };
  test('echoes the text as it is, in both modes', () => {
    expect([answerUrlCheck(query, plainAccount), answerUrlCheck(query, safeAccount)]).toEqual(['<1234>', '<1234>']);
  });

  test.each([{ signature: 'x' }, { signature: undefined }, { nonce: '3' }, { echostr: undefined }, { echostr: ['a', 'b'] }, { timestamp: ['1'] }])('answers nothing with %p', (change) => {
    expect(answerUrlCheck({ ...query, ...change }, plainAccount)).toBeUndefined();
  });
});

describe('pushes of the sandbox', () => {
  let receiver: Server;
  let sandbox: Sandbox;
  let account: CallbackAccount;
  let readings: CallbackReading[] = [];

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const query = Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams);
        if (request.method === 'GET') return response.end(answerUrlCheck(query, account) ?? 'refused');
        readings.push(readCallback({ query, body: Buffer.concat(chunks) }, account));
        return response.end('success');
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const accounts = [demoMiniProgram, demoOfficialAccount].map((each) => (each.callback === undefined ? each : { ...each, callback: { ...each.callback, url } }));
    sandbox = await createSandbox({ accounts });
    await sandbox.app.ready();
  });
  afterAll(async () => {
    await sandbox.app.close();
    await new Promise((resolve) => receiver.close(resolve));
  });

  const accountOf = ({ appId, callback }: typeof demoMiniProgram, mode: 'plain' | 'aes'): CallbackAccount => ({ appId, token: callback?.token ?? '', ...(mode === 'aes' ? { encodingAesKey: callback?.aesKey } : {}) });
  const push = async (payload: object): Promise<CallbackReading[]> => {
    readings = [];
    expect((await sandbox.app.inject({ method: 'POST', url: '/sandbox/pushes', payload })).statusCode).toBe(200);
    return readings;
  };

  test.each(['plain', 'aes'] as const)('of the official account are read in %s mode', async (mode) => {
    account = accountOf(demoOfficialAccount, mode);
    for (const kind of ['subscribe', 'text', 'unsubscribe']) {
      expect(await push({ account: 'official_account', kind, citizenId: 'young_father', text: '身份证怎么补办？', mode })).toMatchObject([{ kind: 'message', message: { kind } }]);
    }
  });

  test('of the mini-program are read in JSON, and repetitions have one key and all digits', async () => {
    account = accountOf(demoMiniProgram, 'aes');
    const pushed = await push({ account: 'mini_program', kind: 'text', citizenId: 'young_father', text: '你好', mode: 'aes', format: 'json', repeat: 3 });
    const messages = pushed.map((reading) => (reading.kind === 'message' && reading.message.kind === 'text' ? reading.message : undefined));
    expect(messages).toHaveLength(3);
    expect(new Set(messages.map((message) => message?.dedupKey)).size).toBe(1);
    const [reading] = pushed;
    expect(reading?.kind === 'message' ? reading.raw : '').toContain(`"MsgId":${messages[0]?.messageId}`);
  });

  test('the console accepts the address', async () => {
    account = accountOf(demoOfficialAccount, 'aes');
    const reply = await sandbox.app.inject({ method: 'POST', url: '/sandbox/url-check', payload: { account: 'official_account' } });
    expect(reply.json()).toMatchObject({ accepted: true });
  });
});
