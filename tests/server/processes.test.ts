import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoMiniProgram } from '../../wechat-sandbox/accounts';
import { createSandbox } from '../../wechat-sandbox/sandbox';
import { privacyPolicyVersion } from '../../server/privacyPolicy';
import { launchServer, startServer } from '../support/serverProcess';
import { sandboxSettings } from '../support/sandboxSettings';
import { openTestDatabase, type TestDatabase } from '../support/testDatabase';

/** The built server as whole processes: starting, stopping, being killed, being several. */
jest.setTimeout(120_000);

let database: TestDatabase | undefined;
const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'server-'));
/** This run's engine: on PostgreSQL an empty database, on PGlite an empty folder. */
async function emptyDatabase(): Promise<Record<string, string>> {
  if (process.env['TEST_DATABASE_URL'] === undefined) return { DATA_DIR: await newFolder() };
  database = await openTestDatabase({ migrated: false });
  return { DATABASE_URL: database.url ?? '', DATA_DIR: await newFolder() };
}
afterEach(async () => {
  await database?.close();
  database = undefined;
});

test('an empty database is migrated and filled with the demo city on the first start, and left alone on the next', async () => {
  const settings = { ...(await emptyDatabase()), SEED_DEMO: 'true' };
  const total = async (address: string): Promise<unknown> => ((await (await fetch(`${address}/api/v1/service-guides`)).json()) as { total: unknown }).total;
  const first = await startServer(settings);
  const before = await total(first.address);
  expect(await first.stop()).toBe(0);
  const second = await startServer(settings);
  expect(await total(second.address)).toEqual(before);
  expect(before).toMatchObject({ count: expect.any(Number) as number });
  expect(await second.stop()).toBe(0);
});

test('what was answered with success survives kill -9', async () => {
  const sandbox = await createSandbox({});
  const settings = { ...(await emptyDatabase()), SEED_DEMO: 'true', ...sandboxSettings(await sandbox.app.listen({ host: '127.0.0.1', port: 0 })) };
  const first = await startServer(settings);
  const { code } = (await sandbox.app.inject({ method: 'POST', url: '/sandbox/login-codes', payload: { citizenId: 'grandmother' } })).json<{ code: string }>();
  const signedIn = await fetch(`${first.address}/api/v1/sessions/mini-program`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, privacyPolicyVersion }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const guides = (await (await fetch(`${first.address}/api/v1/service-guides?limit=5`)).json()) as { items: { id: string }[] };
  for (const { id } of guides.items) expect((await fetch(`${first.address}/api/v1/favourites/${id}`, { method: 'PUT', headers })).status).toBe(204);
  await first.kill();

  const second = await startServer(settings);
  const favourites = (await (await fetch(`${second.address}/api/v1/favourites`, { headers })).json()) as { items: { guide: { id: string } }[] };
  expect(favourites.items.map((favourite) => favourite.guide.id).sort()).toEqual(guides.items.map((guide) => guide.id).sort());
  await second.stop();
  await sandbox.app.close();
});

test('a request that runs when the server is told to stop is finished', async () => {
  const server = await startServer(await emptyDatabase());
  const body = `{"code":"x","privacyPolicyVersion":"old"}`;
  const { host, port, hostname } = new URL(server.address);
  const { connect } = await import('node:net');
  const socket = connect(Number(port), hostname);
  const answer: Promise<string> = new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
  });
  // Half of a request is with the server when it is told to stop.
  socket.write(`POST /api/v1/sessions/mini-program HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const stopped = server.stop();
  await new Promise((resolve) => setTimeout(resolve, 200));
  socket.write(body.slice(10));
  expect(await answer).toMatch(/^HTTP\/1\.1 (403|404) /);
  expect(await stopped).toBe(0);
});

test('a used port ends the start with one sentence', async () => {
  const occupant = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => occupant.once('listening', resolve));
  const { port } = occupant.address() as { port: number };
  const started = launchServer({ ...(await emptyDatabase()), PORT: String(port) });
  expect(await started.exited).toBe(1);
  expect(lines(started.errors())).toEqual([expect.stringContaining(`端口 ${port} 已被占用`)]);
  occupant.close();
});

test('a wrong setting ends the start with its name', async () => {
  const started = launchServer({ ...(await emptyDatabase()), PORT: 'eighty' });
  expect(await started.exited).toBe(1);
  expect(started.errors()).toContain('PORT：值不正确');
});

test('an unreachable database ends the start with one sentence', async () => {
  const started = launchServer({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
  expect(await started.exited).toBe(1);
  expect(lines(started.errors())).toEqual([expect.stringContaining('连接不上 DATABASE_URL')]);
});

test('a second copy on the same data folder, and a folder that cannot be written, each end with one sentence', async () => {
  const folder = await newFolder();
  const first = await startServer({ DATA_DIR: folder });
  const second = launchServer({ DATA_DIR: folder });
  expect(await second.exited).toBe(1);
  expect(lines(second.errors())).toEqual([expect.stringContaining('正被另一个进程使用')]);
  await first.stop();

  await writeFile(join(folder, 'file'), '');
  const third = launchServer({ DATA_DIR: join(folder, 'file', 'below') });
  expect(await third.exited).toBe(1);
  expect(lines(third.errors())).toEqual([expect.stringContaining('不能写入')]);
});

if (process.env['TEST_DATABASE_URL'] !== undefined) {
  test('four processes start together on an empty database, and all of them serve', async () => {
    const settings = { ...(await emptyDatabase()), SEED_DEMO: 'true' };
    const servers = await Promise.all([1, 2, 3, 4].map(() => startServer(settings)));
    const totals = await Promise.all(servers.map(async ({ address }) => ((await (await fetch(`${address}/api/v1/service-guides`)).json()) as { total: { count: number } }).total.count));
    expect(new Set(totals).size).toBe(1);
    expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0, 0, 0]);
  });
}

test('the log has a line a request with its number, and nothing that people typed or are known by', async () => {
  const sandbox = await createSandbox({});
  const settings = { ...(await emptyDatabase()), ...sandboxSettings(await sandbox.app.listen({ host: '127.0.0.1', port: 0 })), LOG_LEVEL: 'trace' };
  const server = await startServer(settings);
  await fetch(`${server.address}/api/v1/service-guides/search?query=${encodeURIComponent('低保')}`);
  const { code } = (await sandbox.app.inject({ method: 'POST', url: '/sandbox/login-codes', payload: { citizenId: 'grandmother' } })).json<{ code: string }>();
  const reply = await fetch(`${server.address}/api/v1/sessions/mini-program`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, privacyPolicyVersion }),
  });
  const { token } = (await reply.json()) as { token: string };
  await fetch(`${server.address}/api/v1/citizens/current`, { headers: { authorization: `Bearer ${token}` } });
  await server.stop();
  const log = server.log() + server.errors();
  expect(log).toContain('"route":"/api/v1/service-guides/search"');
  expect(log).toMatch(/"reqId":"[0-9a-f]{16}"/);
  for (const secret of ['低保', encodeURIComponent('低保'), code, token, demoMiniProgram.secret]) expect(log).not.toContain(secret);
  const aboutRequests = lines(log).filter((line) => line.includes('reqId'));
  for (const line of aboutRequests) expect(line).not.toContain('127.0.0.1');
  await sandbox.app.close();
});

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
