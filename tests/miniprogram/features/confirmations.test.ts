import type { Confirmation, ConfirmationRequest, ConfirmationState, Decision } from '../../../server/contract/confirmations';
import { ApiError } from '../../../src/api/ApiError';
import type { ConfirmationsApi } from '../../../src/features/staff/confirmation/confirmationsApi';
import { ConfirmationStore } from '../../../src/features/staff/confirmation/ConfirmationStore';
import { ConfirmRequestStore } from '../../../src/features/staff/confirmation/ConfirmRequestStore';
import { PhoneRequestStore, pollMilliseconds } from '../../../src/features/staff/confirmation/PhoneRequestStore';
import { requestInAddress, requestInLink } from '../../../src/features/staff/confirmation/requestInLink';
import type { BrowserDoor, MiniProgramDoor } from '../../../src/platform/SignInDoor';

const id = '0b8f2c1e-3f4d-4a5b-8c6d-7e8f9a0b1c2d';
const shown = { id, code: '12345678', number: 47, expiresAt: '2026-11-24T01:02:00.000Z' };
const refused = (code: ApiError['code'], status = 409) => new ApiError({ code, message: '', status });
const unexpected = () => Promise.reject(new Error('not expected'));
const untouched: ConfirmationsApi = {
  askToSignIn: unexpected,
  collectSession: unexpected,
  askToConfirm: unexpected,
  readProgress: unexpected,
  confirmByWeChat: unexpected,
  readRequest: unexpected,
  findRequest: unexpected,
  decide: unexpected,
};
const miniProgram: MiniProgramDoor = { kind: 'mini_program', deviceLabel: '手机', requestCode: () => Promise.resolve('fresh-code') };
const browser = { kind: 'browser' } as BrowserDoor;
const neverAway = { proveAgain: unexpected, freshCode: null };

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());
const afterOnePoll = () => jest.advanceTimersByTimeAsync(pollMilliseconds);

/** A phone that does these things, one each time it is asked about. */
const phoneThat = (...does: (ConfirmationState | ApiError)[]) => {
  let asked = 0;
  return {
    asked: () => asked,
    check: () => {
      const next = does[Math.min(asked, does.length - 1)] ?? 'waiting';
      asked += 1;
      return next instanceof ApiError ? Promise.reject(next) : Promise.resolve(next);
    },
  };
};
const ask = () => Promise.resolve(shown);

describe('a code on the screen', () => {
  test('is followed from waiting over scanned to the end, and then nothing more is asked', async () => {
    const phone = phoneThat('waiting', 'scanned', 'confirmed');
    const store = new PhoneRequestStore({ ask, check: phone.check });
    await store.begin();
    expect(store.state).toEqual({ status: 'shown', request: shown, isScanned: false });
    await afterOnePoll();
    await afterOnePoll();
    expect(store.state).toMatchObject({ status: 'shown', isScanned: true });
    await afterOnePoll();
    expect(store.state).toEqual({ status: 'over', outcome: 'confirmed' });
    await afterOnePoll();
    expect(phone.asked()).toBe(3);
  });

  test.each(['refused', 'expired'] as const)('says that it was %s, and a new one can be had', async (outcome) => {
    const store = new PhoneRequestStore({ ask, check: phoneThat(outcome).check });
    await store.begin();
    await afterOnePoll();
    expect(store.state).toEqual({ status: 'over', outcome });
    await store.begin();
    expect(store.state.status).toBe('shown');
    store.stop();
  });

  test('stays through a lost network and a busy server, and goes on by itself', async () => {
    const store = new PhoneRequestStore({ ask, check: phoneThat(refused('network_unreachable'), refused('service_unavailable', 503), 'scanned').check });
    await store.begin();
    await afterOnePoll();
    expect([store.state.status, store.isOffline]).toEqual(['shown', true]);
    await afterOnePoll();
    expect([store.state.status, store.isOffline]).toEqual(['shown', false]);
    await afterOnePoll();
    expect(store.state).toMatchObject({ status: 'shown', isScanned: true });
    store.stop();
  });

  test('asks nothing while it is hidden, and at once when it is seen again', async () => {
    const phone = phoneThat('waiting', 'confirmed');
    const store = new PhoneRequestStore({ ask, check: phone.check });
    await store.begin();
    store.stop();
    await jest.advanceTimersByTimeAsync(10 * pollMilliseconds);
    expect(phone.asked()).toBe(0);
    store.resume();
    await jest.advanceTimersByTimeAsync(0);
    expect(phone.asked()).toBe(1);
    await afterOnePoll();
    expect(store.state).toEqual({ status: 'over', outcome: 'confirmed' });
  });

  test('is asked for once when it is seen while being fetched, and again when it was hidden meanwhile', async () => {
    let asked = 0;
    const store = new PhoneRequestStore({ ask: () => Promise.resolve({ ...shown, number: 10 + (asked += 1) }), check: phoneThat('waiting').check });
    void store.begin();
    store.resume();
    await jest.advanceTimersByTimeAsync(0);
    expect([asked, store.state]).toMatchObject([1, { status: 'shown' }]);
    void store.begin();
    store.stop();
    await jest.advanceTimersByTimeAsync(0);
    expect(store.state.status).toBe('asking');
    store.resume();
    await jest.advanceTimersByTimeAsync(0);
    expect(store.state).toMatchObject({ status: 'shown', request: { number: 13 } });
    store.stop();
  });

  test('that could not be had says why', async () => {
    const store = new PhoneRequestStore({ ask: () => Promise.reject(refused('rate_limited', 429)), check: unexpected });
    await store.begin();
    expect(store.state).toMatchObject({ status: 'failed', error: { code: 'rate_limited' } });
  });
});

/** A server that does the act only with this confirmation. */
const wanting = (confirmationId: string) => {
  const calls: Record<string, string>[] = [];
  return {
    calls,
    call: (headers: Record<string, string>) => {
      calls.push(headers);
      return headers['x-confirmation'] === confirmationId ? Promise.resolve('done') : Promise.reject(refused('confirmation_required', 403));
    },
  };
};

describe('a sensitive act', () => {
  test('on a phone opens the sheet, is confirmed by WeChat’s code of this moment, and is then done by itself', async () => {
    const posted: unknown[] = [];
    const api: ConfirmationsApi = {
      ...untouched,
      confirmByWeChat: (body) => {
        posted.push(body);
        return Promise.resolve({ id, validUntil: '' });
      },
    };
    const store = new ConfirmationStore({ api, door: miniProgram, session: neverAway, path: '/p' });
    const server = wanting(id);
    const outcome = store.withConfirmation('export_records', server.call);
    await jest.advanceTimersByTimeAsync(0);
    expect(store.asking).toMatchObject({ act: 'export_records', way: 'wechat_here' });
    await store.confirmHere();
    expect(await outcome).toEqual({ outcome: 'done', reply: 'done' });
    expect(posted).toEqual([{ act: 'export_records', client: 'mini_program', code: 'fresh-code' }]);
    expect([server.calls, store.asking]).toEqual([[{}, { 'x-confirmation': id }], null]);
  });

  test('at a computer waits for the phone, and is then done by itself', async () => {
    const request: Confirmation = { ...shown, act: 'change_roles' };
    const phone = phoneThat('scanned', 'confirmed');
    const api: ConfirmationsApi = { ...untouched, askToConfirm: () => Promise.resolve(request), readProgress: () => phone.check().then((state) => ({ state })) };
    const store = new ConfirmationStore({ api, door: browser, session: neverAway, path: '/p' });
    store.isAtADesk = true;
    const outcome = store.withConfirmation('change_roles', wanting(id).call);
    await jest.advanceTimersByTimeAsync(0);
    expect(store.phoneRequest?.state).toMatchObject({ status: 'shown', request: { code: '12345678' } });
    await afterOnePoll();
    await afterOnePoll();
    expect(await outcome).toEqual({ outcome: 'done', reply: 'done' });
    expect(store.phoneRequest).toBeNull();
  });

  test('is not done when the sheet is closed; a failed confirmation leaves it open with the reason', async () => {
    const api: ConfirmationsApi = { ...untouched, confirmByWeChat: () => Promise.reject(refused('confirmation_not_yours', 403)) };
    const store = new ConfirmationStore({ api, door: miniProgram, session: neverAway, path: '/p' });
    const outcome = store.withConfirmation('change_roles', wanting(id).call);
    await jest.advanceTimersByTimeAsync(0);
    await store.confirmHere();
    expect([store.failure?.code, store.isBusy, store.asking?.act]).toEqual(['confirmation_not_yours', false, 'change_roles']);
    store.close();
    expect(await outcome).toEqual({ outcome: 'declined' });
  });

  test('needs no sheet when the server asks for none, and what else goes wrong is the caller’s', async () => {
    const store = new ConfirmationStore({ api: untouched, door: miniProgram, session: neverAway, path: '/p' });
    expect(await store.withConfirmation('change_roles', () => Promise.resolve(1))).toEqual({ outcome: 'done', reply: 1 });
    await expect(store.withConfirmation('change_roles', () => Promise.reject(refused('report_closed')))).rejects.toMatchObject({ code: 'report_closed' });
  });

  test('that left for WeChat’s page is done by the next press after coming back', async () => {
    const left: unknown[] = [];
    const away = new ConfirmationStore({ api: untouched, door: browser, session: { freshCode: null, proveAgain: (step) => Promise.resolve(void left.push(step)) }, path: '/p' });
    const before = away.withConfirmation('export_records', wanting(id).call);
    await jest.advanceTimersByTimeAsync(0);
    await away.confirmHere();
    expect(left).toEqual([{ path: '/p', act: 'export_records' }]);
    away.close();
    await before;

    const session = { freshCode: { act: 'export_records', code: 'oauth-code' } as { act: string; code: string } | null, proveAgain: unexpected };
    const posted: unknown[] = [];
    const api: ConfirmationsApi = { ...untouched, confirmByWeChat: (body) => (posted.push(body), Promise.resolve({ id, validUntil: '' })) };
    const back = new ConfirmationStore({ api, door: browser, session, path: '/p' });
    await back.takeUp();
    expect([back.confirmedAct, session.freshCode, posted]).toEqual(['export_records', null, [{ act: 'export_records', client: 'h5', code: 'oauth-code' }]]);
    expect(await back.withConfirmation('export_records', wanting(id).call)).toEqual({ outcome: 'done', reply: 'done' });
    expect(back.confirmedAct).toBeNull();
  });
});

describe('on the phone', () => {
  const request: ConfirmationRequest = {
    id,
    kind: 'sign_in',
    act: null,
    siteName: '云岫政务',
    browser: 'Windows 电脑上的 Chrome',
    clientAddress: '10.0.0.1',
    askedAt: '2026-11-24T01:00:00.000Z',
    number: 47,
    state: 'scanned',
    allowedActions: ['confirm', 'refuse'],
  };

  test('the digits may be typed in halves, and wrong ones are corrected where they stand', async () => {
    const sought: string[] = [];
    const findRequest = (code: string) => {
      sought.push(code);
      return code === '12345678' ? Promise.resolve(request) : Promise.reject(refused('confirmation_request_not_found', 404));
    };
    const store = new ConfirmRequestStore({ ...untouched, findRequest });
    store.type('1234');
    await store.openTyped();
    expect([store.inputProblem, sought]).toEqual(['请输入电脑上显示的 8 位数字。', []]);
    store.type('1234-5679');
    await store.openTyped();
    expect([store.state.status, store.typed, store.inputProblem]).toEqual(['idle', '1234-5679', expect.stringContaining('没有这个确认码')]);
    store.type('1234 5678');
    await store.openTyped();
    expect(store.state).toMatchObject({ status: 'ready', value: { number: 47 } });
  });

  test('a decision is made once, and why it was refused is said beside the buttons', async () => {
    const decided: Decision[] = [];
    const decide = (_id: string, decision: Decision) => {
      decided.push(decision);
      return decided.length === 1 ? Promise.reject(refused('network_unreachable')) : Promise.resolve({ ...request, state: 'confirmed' as const, allowedActions: [] });
    };
    const store = new ConfirmRequestStore({ ...untouched, readRequest: () => Promise.resolve(request), decide });
    await store.open(id);
    await store.decide('confirm');
    expect([store.refusal?.code, store.isBusy, store.state.status]).toEqual(['network_unreachable', false, 'ready']);
    await Promise.all([store.decide('confirm'), store.decide('confirm')]);
    expect(decided).toEqual(['confirm', 'confirm']);
    expect(store.state).toMatchObject({ value: { state: 'confirmed' } });
  });

  test('codes of ours are told from others, however the page was reached', () => {
    const path = `/features/staff/pages/confirm/index?id=${id}`;
    expect(requestInLink(`https://h5.yunxiu.example${path}`)).toBe(id);
    expect(requestInLink('https://elsewhere.example/?id=1')).toBeNull();
    expect(requestInAddress({ id })).toBe(id);
    expect(requestInAddress({ q: encodeURIComponent(`https://h5.yunxiu.example${path}`) })).toBe(id);
    expect(requestInAddress({ id: '../x' })).toBeNull();
    expect(requestInAddress({})).toBeNull();
  });

  test('a code that is none of ours is not opened', async () => {
    const store = new ConfirmRequestStore(untouched);
    await store.openScanned('https://elsewhere.example/');
    expect([store.state.status, store.inputProblem]).toEqual(['idle', expect.stringContaining('不是电脑上显示的登录码')]);
  });
});
