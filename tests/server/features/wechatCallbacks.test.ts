import { createHash } from 'node:crypto';
import { demoMiniProgram, demoOfficialAccount } from '../../../wechat-sandbox/accounts';
import { eventually } from '../../support/eventually';
import { startTestApp, type TestApp } from '../../support/testApp';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  const address = await t.app.listen({ host: '127.0.0.1', port: 0 });
  // The sandbox pushes to where WeChat's console was told to.
  for (const account of t.sandbox.state.accounts) {
    if (account.callback !== undefined) account.callback = { ...account.callback, url: account.callback.url.replace('http://127.0.0.1:3000', address) };
  }
  await t.app.jobs.start();
});
afterAll(async () => {
  await t.app.jobs.stop();
  await t.close();
});

const push = (payload: object) => t.sandbox.app.inject({ method: 'POST', url: '/sandbox/pushes', payload });
const followers = () => t.database.db.selectFrom('followers').selectAll().execute();

test("WeChat's console finds the address to be ours, for both accounts", async () => {
  for (const account of ['mini_program', 'official_account']) {
    const reply = await t.sandbox.app.inject({ method: 'POST', url: '/sandbox/url-check', payload: { account } });
    expect([account, reply.statusCode, reply.body]).toEqual([account, 200, expect.stringContaining('true')]);
  }
});

test('a new follower is known at once, tied to a citizen soon after, and forgotten on leaving', async () => {
  await push({ account: 'official_account', kind: 'subscribe', citizenId: 'young_father', mode: 'aes' });
  expect(await followers()).toHaveLength(1);
  await eventually(async () => expect((await followers())[0]?.union_id).toEqual(expect.any(String)));
  await push({ account: 'official_account', kind: 'unsubscribe', citizenId: 'young_father', mode: 'aes' });
  expect(await followers()).toEqual([]);
});

test('a message that WeChat sends again is recorded once', async () => {
  const before = await t.database.db.selectFrom('wechat_inbound_messages').select('dedup_key').execute();
  await push({ account: 'official_account', kind: 'text', citizenId: 'grandmother', text: '身份证丢了', mode: 'aes', repeat: 3 });
  const after = await t.database.db.selectFrom('wechat_inbound_messages').selectAll().execute();
  expect(after.length - before.length).toBe(1);
  expect(JSON.stringify(after)).not.toContain('身份证丢了');
});

test('where an encryption key is set, a message in plain is refused, and so is a wrong signature', async () => {
  const url = '/api/v1/wechat-callbacks/official-account';
  const headers = { 'content-type': 'text/xml' };
  const token = demoOfficialAccount.callback?.token ?? '';
  const signature = createHash('sha1').update([token, '1', '1'].sort().join('')).digest('hex');
  const plain = await t.app.inject({ method: 'POST', url: `${url}?signature=${signature}&timestamp=1&nonce=1`, headers, payload: '<xml><MsgType>text</MsgType></xml>' });
  const unsigned = await t.app.inject({ method: 'POST', url: `${url}?signature=x&timestamp=1&nonce=1`, headers, payload: '<xml><Encrypt>x</Encrypt></xml>' });
  expect([plain.statusCode, unsigned.statusCode]).toEqual([403, 403]);
});

test('an account that is not in the settings has no address', async () => {
  const without = await startTestApp({ WECHAT_MINI_PROGRAM_CALLBACK_TOKEN: '', WECHAT_MINI_PROGRAM_CALLBACK_AES_KEY: '' });
  expect((await without.app.inject('/api/v1/wechat-callbacks/mini-program?signature=x')).statusCode).toBe(404);
  expect((await without.app.inject('/api/v1/wechat-callbacks/anything')).statusCode).toBe(404);
  expect(demoMiniProgram.callback).toBeDefined();
  await without.close();
});
