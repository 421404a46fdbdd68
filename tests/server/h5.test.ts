import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startTestApp, type TestApp } from '../support/testApp';

const inline = 'document.documentElement.lang="zh-CN"';
const html = `<!doctype html><html><head><script>${inline}</script><script src="/js/app.0123456789abcdef.js"></script></head><body></body></html>`;
const script = `console.log("${'x'.repeat(2000)}")`;

let t: TestApp;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'h5-'));
  await mkdir(join(folder, 'js'));
  await writeFile(join(folder, 'index.html'), html);
  await writeFile(join(folder, 'js/app.0123456789abcdef.js'), script);
  await writeFile(join(folder, 'js/app.0123456789abcdef.js.gz'), gzipSync(script));
  await writeFile(join(folder, 'plain.txt'), 'plain');
  t = await startTestApp({ H5_FOLDER: folder });
});
afterAll(() => t.close());

const browser = { accept: 'text/html,application/xhtml+xml' };

test('any page address opens the app, so that a shared link and a return from WeChat work', async () => {
  for (const url of ['/', '/pages/home/index', '/features/service-guides/pages/detail/index?id=12', '/?code=abc&state=def']) {
    const reply = await t.app.inject({ url, headers: browser });
    expect([url, reply.statusCode, reply.body]).toEqual([url, 200, html]);
    expect(reply.headers['cache-control']).toBe('no-cache');
  }
});

test('a missing file and a missing API address stay missing', async () => {
  expect((await t.app.inject({ url: '/js/gone.js', headers: browser })).statusCode).toBe(404);
  expect((await t.app.inject({ url: '/api/v1/nothing', headers: browser })).json()).toMatchObject({ code: 'route_not_found' });
  expect((await t.app.inject({ url: '/pages/home/index', headers: { accept: 'application/json' } })).statusCode).toBe(404);
});

test('files with a hash in their names may be kept for a year, others briefly, and arrive compressed', async () => {
  const hashed = await t.app.inject({ url: '/js/app.0123456789abcdef.js', headers: { 'accept-encoding': 'gzip' } });
  expect(hashed.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'gzip' });
  expect((await t.app.inject('/plain.txt')).headers['cache-control']).toBe('public, max-age=3600');
});

test('the policy allows our own scripts and the one inline script by its hash, and nothing else', async () => {
  const policy = String((await t.app.inject({ url: '/', headers: browser })).headers['content-security-policy']);
  const hash = createHash('sha256').update(inline).digest('base64');
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test('nothing outside the folder can be reached', async () => {
  for (const url of ['/../package.json', '/%2e%2e/package.json', '/js/..%2f..%2fpackage.json', '/..%5cpackage.json']) {
    const reply = await t.app.inject({ url, headers: browser });
    expect(reply.body).not.toContain('"dependencies"');
  }
});
