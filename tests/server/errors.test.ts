import fc from 'fast-check';
import { startTestApp, type TestApp } from '../support/testApp';

let t: TestApp;
let headers: { authorization: string };
beforeAll(async () => {
  t = await startTestApp();
  headers = await t.signIn('grandmother');
});
afterAll(() => t.close());

const put = (payload: unknown, contentType = 'application/json') =>
  t.app.inject({
    method: 'PUT',
    url: '/api/v1/citizens/current/privacy-consent',
    headers: { ...headers, 'content-type': contentType },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

test('an unknown property in a body is refused by name, not dropped', async () => {
  const reply = await put({ privacyPolicyVersion: '2026-11', isAdministrator: true });
  expect(reply.statusCode).toBe(400);
  expect(reply.json()).toEqual({
    code: 'request_invalid',
    message: '提交的内容有误，请按提示修改后重试。',
    fieldErrors: [{ field: 'body.isAdministrator', message: '没有这一项，请去掉。' }],
    requestId: expect.any(String) as string,
  });
});

test('a body is taken at its word: a number is not text', async () => {
  expect((await put({ privacyPolicyVersion: 5 })).json()).toMatchObject({ code: 'request_invalid', fieldErrors: [{ field: 'body.privacyPolicyVersion' }] });
});

test('a body that is not JSON, empty, of another type or too large has its own code', async () => {
  expect((await put('{"privacyPolicyVersion":')).json()).toMatchObject({ code: 'body_malformed' });
  expect((await put('')).json()).toMatchObject({ code: 'body_malformed' });
  expect((await put('a=1', 'application/x-www-form-urlencoded')).json()).toMatchObject({ code: 'media_type_unsupported' });
  expect((await put({ privacyPolicyVersion: 'x'.repeat(300_000) })).json()).toMatchObject({ code: 'body_too_large' });
});

test('an attempt to reach object prototypes through JSON is refused', async () => {
  expect((await put('{"__proto__":{"polluted":1},"privacyPolicyVersion":"2026-11"}')).statusCode).toBe(400);
});

test('an unknown query parameter is refused by name', async () => {
  expect((await t.app.inject('/api/v1/service-guides?departmentID=3')).json()).toMatchObject({ code: 'request_invalid', fieldErrors: [{ field: 'query.departmentID' }] });
});

test('an unknown address, a wrong method and a broken address each get the same shape', async () => {
  for (const [method, url, status] of [
    ['GET', '/api/v1/nothing', 404],
    ['POST', '/api/v1/service-guides', 404],
    ['GET', '/api/v1/service-guides/%E0%A4%A', 404],
    ['GET', `/api/v1/service-guides/${'9'.repeat(300)}`, 414],
  ] as const) {
    const reply = await t.app.inject({ method, url });
    expect([url.slice(0, 40), reply.statusCode]).toEqual([url.slice(0, 40), status]);
    expect(Object.keys(reply.json<object>()).sort()).toEqual(['code', 'message', 'requestId']);
  }
});

test('whatever is put into queries, paths and bodies, the answer is never a 5xx', async () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom('\u0000', '\ud800', '%', '_', '\\', "'", '"', '{}', '9'.repeat(40), '-1', '1e9', 'NaN', 'null', '𠮷'.repeat(60)),
  );
  const parameters = ['query', 'cursor', 'limit', 'departmentId', 'audience'];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...parameters), nasty, fc.jsonValue(), async (name, value, body) => {
      const encoded = encodeURIComponent(value.toWellFormed());
      const replies = await Promise.all([
        t.app.inject(`/api/v1/service-guides?${name}=${encoded}`),
        t.app.inject(`/api/v1/departments?${name}=${encoded}`),
        t.app.inject(`/api/v1/service-guides/${encoded}`),
        t.app.inject({ url: `/api/v1/favourites?${name}=${encoded}`, headers }),
        t.app.inject({ url: `/api/v1/sessions?${name}=${encoded}`, headers }),
        t.app.inject({ method: 'PUT', url: `/api/v1/favourites/${encoded}`, headers }),
        t.app.inject({ method: 'DELETE', url: `/api/v1/sessions/x${encoded}`, headers }),
        put(JSON.stringify(body)),
        put({ privacyPolicyVersion: value }),
        t.app.inject({ method: 'PUT', url: '/api/v1/citizens/current/phone-number', headers, payload: { source: 'sms', phoneNumber: value, code: value } }),
      ]);
      for (const reply of replies) expect(reply.statusCode).toBeLessThan(500);
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
  );
});

test('a fault of ours says nothing of its cause and can be found by its number', async () => {
  await t.database.pool.query('alter table favourites rename to favourites_away');
  const reply = await t.app.inject({ url: '/api/v1/favourites', headers });
  await t.database.pool.query('alter table favourites_away rename to favourites');
  expect(reply.statusCode).toBe(500);
  expect(reply.json()).toEqual({ code: 'internal_error', message: expect.any(String) as string, requestId: expect.stringMatching(/^[0-9a-f]{16}$/) as string });
});
