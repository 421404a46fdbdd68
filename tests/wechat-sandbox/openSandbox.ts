import { SettableClock } from '../../server/clock';
import { demoMiniProgram, demoOfficialAccount, type Account } from '../../wechat-sandbox/accounts';
import { openIdOf, type DemoCitizen } from '../../wechat-sandbox/demoCitizens';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../wechat-sandbox/sandbox';

export interface Answer {
  status: number;
  contentType: string;
  body: Record<string, unknown>;
}

const open: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ app }) => app.close()));
});

/** A sandbox of its own for one test, with the calls the tests make; its clock stands still until it is advanced. */
export async function openSandbox(options: SandboxOptions = {}) {
  const sandbox = await createSandbox({ clock: new SettableClock(new Date('2031-03-05T02:00:00Z')), ...options });
  open.push(sandbox);
  const { app, state } = sandbox;

  const send = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, query: Record<string, string> = {}, payload?: string | object): Promise<Answer> => {
    const reply = await app.inject({ method, url: path, query, ...(payload === undefined ? {} : { payload }) });
    const isJson = /^[[{]/.test(reply.body);
    return { status: reply.statusCode, contentType: String(reply.headers['content-type']), body: isJson ? reply.json() : { text: reply.body } };
  };
  const get = (path: string, query: Record<string, string> = {}) => send('GET', path, query);
  const post = (path: string, payload: string | object, query: Record<string, string> = {}) => send('POST', path, query, payload);
  const citizen = (id: string): DemoCitizen => {
    const found = state.findCitizen(id);
    if (found === undefined) throw new Error(`no citizen ${id}`);
    return found;
  };
  const textOf = (answer: Answer, name: string): string => {
    const value = answer.body[name];
    if (typeof value !== 'string') throw new Error(`no ${name} in ${JSON.stringify(answer.body)}`);
    return value;
  };
  const stableToken = async (account: Account = demoMiniProgram, force = false) => {
    const body = { grant_type: 'client_credential', appid: account.appId, secret: account.secret, force_refresh: force };
    return textOf(await post('/cgi-bin/stable_token', body), 'access_token');
  };
  const authorize = (query: Record<string, string> = {}) =>
    app.inject({
      method: 'GET',
      url: '/connect/oauth2/authorize',
      query: {
        appid: demoOfficialAccount.appId,
        redirect_uri: 'http://127.0.0.1:3000/login?from=home',
        response_type: 'code',
        scope: 'snsapi_userinfo',
        state: 'a1',
        ...query,
      },
    });
  return {
    app,
    state,
    get,
    post,
    send,
    stableToken,
    authorize,
    textOf,
    advance: (seconds: number) => state.clock.advance(seconds),
    openId: (id: string, account: Account = demoMiniProgram) => openIdOf(citizen(id), account),
    loginCode: async (citizenId = 'grandmother', account = 'mini_program') => textOf(await post('/sandbox/login-codes', { citizenId, account }), 'code'),
    phoneCode: async (citizenId = 'grandmother', account = 'mini_program') => textOf(await post('/sandbox/phone-codes', { citizenId, account }), 'code'),
    oauthCode: async (citizenId = 'grandmother', scope = 'snsapi_userinfo') => {
      const reply = await authorize({ sandbox_citizen: citizenId, scope });
      return new URL(String(reply.headers.location)).searchParams.get('code') ?? '';
    },
    exchangeLoginCode: (code: string, changes: Record<string, string> = {}) =>
      get('/sns/jscode2session', without({ appid: demoMiniProgram.appId, secret: demoMiniProgram.secret, js_code: code, grant_type: 'authorization_code', ...changes })),
    exchangeOAuthCode: (code: string, changes: Record<string, string> = {}) =>
      get('/sns/oauth2/access_token', without({ appid: demoOfficialAccount.appId, secret: demoOfficialAccount.secret, code, grant_type: 'authorization_code', ...changes })),
  };
}

/** A parameter changed to nothing is left out. */
function without(query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}

/** What a refusal looks like: HTTP 200, the code, and a request id of three groups of eight digits. */
export function expectRefusal(answer: Answer, errcode: number): void {
  expect(answer).toMatchObject({ status: 200, body: { errcode, errmsg: expect.stringMatching(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/) } });
}
