import { accountApi } from '../../../src/features/account/accountApi';
import { codeAnchor, phoneNumberAnchor, PhoneNumberStore } from '../../../src/features/account/PhoneNumberStore';
import { openApp, refusal } from '../fakeServer';

const openForm = () => {
  const { server, stores } = openApp();
  const clock = { now: 0 };
  const citizens: unknown[] = [];
  const store = new PhoneNumberStore(accountApi(stores.client), () => clock.now, (citizen) => citizens.push(citizen));
  return { server, store, clock, citizens };
};

describe('binding a phone number', () => {
  it('names both fields that are wrong, and sends nothing', async () => {
    const { server, store } = openForm();
    store.typePhoneNumber('1380');
    expect(await store.bindWithCode()).toBe(false);
    expect(store.problems.map(({ anchor }) => anchor)).toEqual([phoneNumberAnchor, codeAnchor]);
    expect(server.requests).toEqual([]);
  });

  it('keeps what was typed when the code is wrong', async () => {
    const { server, store } = openForm();
    server.on('PUT /citizens/current/phone-number', () => ({ status: 422, body: refusal('phone_code_incorrect') }));
    store.typePhoneNumber('199 0000 0001');
    store.typeCode('123456');
    expect(await store.bindWithCode()).toBe(false);
    expect(store.problemAt(codeAnchor)).toContain('验证码不正确');
    expect([store.phoneNumber, store.code]).toEqual(['19900000001', '123456']);
  });

  it('puts the words of the server at the field they belong to', async () => {
    const { server, store } = openForm();
    server.on('POST /phone-number-codes', () => ({ status: 400, body: { ...refusal('request_invalid'), fieldErrors: [{ field: 'body.phoneNumber', message: '号码不存在' }] } }));
    store.typePhoneNumber('19900000001');
    await store.sendCode();
    expect(store.problemAt(phoneNumberAnchor)).toBe('号码不存在');
  });

  it('counts down until another code may be asked for', async () => {
    const { server, store, clock } = openForm();
    server.on('POST /phone-number-codes', () => ({ status: 202, body: { expiresAt: '2026-11-22T01:10:00.000Z', resendAfterSeconds: 60 } }));
    store.typePhoneNumber('19900000001');
    await store.sendCode();
    expect(store.secondsToResend).toBe(60);
    await store.sendCode();
    expect(server.requests).toHaveLength(1);
    clock.now = 59_001;
    store.tick();
    expect(store.secondsToResend).toBe(1);
    clock.now = 60_000;
    store.tick();
    await store.sendCode();
    expect(server.requests).toHaveLength(2);
  });

  it('tells who the citizen is now, and empties the form', async () => {
    const { server, store, citizens } = openForm();
    const citizen = { maskedPhoneNumber: '199****0001', isStaff: false, joinedAt: '2026-11-22T01:00:00.000Z', privacyPolicyVersion: '1.0' };
    server.on('PUT /citizens/current/phone-number', ({ body }) => (body === '{"source":"wechat","code":"phone-code"}' ? { status: 200, body: citizen } : { status: 400, body: refusal('request_invalid') }));
    expect(await store.bindWithWeChat('phone-code')).toBe(true);
    expect(citizens).toEqual([citizen]);
    expect(store.code).toBe('');
  });
});
