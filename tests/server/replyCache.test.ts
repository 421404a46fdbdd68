import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { eventually } from '../support/eventually';
import { changeGuide, insertGuide, startTestApp, type TestApp } from '../support/testApp';

let t: TestApp;
let one: FastifyInstance;
let other: FastifyInstance;
beforeAll(async () => {
  t = await startTestApp();
  one = t.app;
  other = await t.startAnother();
});
afterAll(() => t.close());

const nameOn = async (app: FastifyInstance, id: string): Promise<string> => (await app.inject(`/api/v1/service-guides/${id}`)).json<{ content: { name: string } }>().content.name;

test('a reply carries an ETag, and a phone that has it already is told so without the body', async () => {
  const id = await insertGuide(t.database);
  const first = await one.inject(`/api/v1/service-guides/${id}`);
  const second = await one.inject({ url: `/api/v1/service-guides/${id}`, headers: { 'if-none-match': String(first.headers['etag']) } });
  expect([second.statusCode, second.body]).toEqual([304, '']);
  expect(first.headers['cache-control']).toBe('public, no-cache');
});

test('a large reply arrives compressed in the way the client takes', async () => {
  for (let index = 0; index < 20; index += 1) await insertGuide(t.database);
  const plain = await one.inject('/api/v1/service-guides?limit=20');
  const packed = await one.inject({ url: '/api/v1/service-guides?limit=20', headers: { 'accept-encoding': 'gzip' } });
  expect([packed.headers['content-encoding'], packed.headers['vary']]).toEqual(['gzip', 'accept-encoding']);
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
});

test('a kept reply is served without asking the database', async () => {
  const id = await insertGuide(t.database, { name: '只问一次' });
  await eventually(async () => {
    await nameOn(one, id);
    expect(one.replyCache.find(`/api/v1/service-guides/${id}`)).toBeDefined();
  });
  const kept = one.replyCache.find(`/api/v1/service-guides/${id}`);
  expect(JSON.parse(kept?.body.toString() ?? '')).toEqual((await one.inject(`/api/v1/service-guides/${id}`)).json());
});

test('a change made anywhere is seen by every process, whoever made it', async () => {
  const id = await insertGuide(t.database, { name: '旧名' });
  expect([await nameOn(one, id), await nameOn(other, id)]).toEqual(['旧名', '旧名']);
  await changeGuide(t.database, id, { name: '新名' });
  await eventually(async () => expect([await nameOn(one, id), await nameOn(other, id)]).toEqual(['新名', '新名']));
});

test('a reply read before a change but finished after it is not kept', async () => {
  const tables = ['service_guides'];
  const begun = one.replyCache.begin(tables);
  const id = await insertGuide(t.database);
  await eventually(() => expect(one.replyCache.begin(tables)).not.toBe(begun));
  one.replyCache.store(`/raced/${id}`, tables, begun, Buffer.from('old'));
  expect(one.replyCache.find(`/raced/${id}`)).toBeUndefined();
});

test('replies are kept within a bound of bytes, the oldest go first', async () => {
  await eventually(() => {
    for (let index = 0; index < 40; index += 1) one.replyCache.store(`/big/${index}`, [], one.replyCache.begin([]), Buffer.alloc(1024 * 1024));
    expect(one.replyCache.find('/big/39')).toBeDefined();
  });
  expect(one.replyCache.find('/big/0')).toBeUndefined();
});

if (process.env['TEST_DATABASE_URL'] !== undefined) {
  test('when the listening connection breaks nothing stale is served, and keeping resumes when it is back', async () => {
    const id = await insertGuide(t.database, { name: '断线前' });
    await eventually(async () => {
      await nameOn(one, id);
      expect(one.replyCache.find(`/api/v1/service-guides/${id}`)).toBeDefined();
    });
    await t.database.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gov-counter listener' and datname = current_database()");
    await t.database.pool.query(`update service_guides set content = content || '{"name": "断线后"}' where id = $1`, [id]);
    await eventually(async () => expect([await nameOn(one, id), await nameOn(other, id)]).toEqual(['断线后', '断线后']));
    await eventually(async () => {
      await nameOn(one, id);
      expect(one.replyCache.find(`/api/v1/service-guides/${id}`)).toBeDefined();
    });
  });
}
