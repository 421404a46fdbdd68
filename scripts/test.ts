import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildMissing, root } from './builds';

/**
 * `npm test`: every test, the server's on both engines. What this machine cannot run is skipped, and said;
 * with TEST_EVERYTHING=true (as in CI) a thing that cannot run is a failure instead.
 */
const everything = process.env['TEST_EVERYTHING'] === 'true';
const results = mkdtempSync(join(tmpdir(), 'test-results-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
const notRun: string[] = [];

async function test(): Promise<void> {
  const given = process.argv.slice(2);
  await buildMissing(['server', 'weapp', 'h5'], (line) => process.stdout.write(`${line}\n`));

  run('服务端，内置数据库', [...given, '--selectProjects', 'server'], {});
  // Set by .ci/run, which has just run them with another version of Node.
  if (process.env['POSTGRES_IS_TESTED'] === 'true') process.stdout.write('\n== 服务端，PostgreSQL：刚才已经运行过\n');
  else {
    const serverUrl = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
    if (await answers(new URL(serverUrl))) run('服务端，PostgreSQL', [...given, '--selectProjects', 'server'], { TEST_DATABASE_URL: serverUrl });
    else skip(`服务端在 PostgreSQL 上的测试没有运行：${new URL(serverUrl).host} 上没有 PostgreSQL，可用 TEST_DATABASE_URL 指定。`);
  }

  run('小程序', [...given, '--selectProjects', 'miniprogram'], {});
  const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', process.env['CHROMIUM'] ?? ''].find((path) => path !== '' && existsSync(path));
  if (chromium === undefined) skip('浏览器中的测试没有运行：没有找到 chromium，可用 CHROMIUM 指定它的位置。');
  else run('浏览器中的网页版', [...given, '--selectProjects', 'journeys'], { CHROMIUM: chromium });

  for (const reason of notRun) process.stdout.write(`未运行：${reason}\n`);
  if (everything) totals.failed += notRun.length;
  if (totals.skipped > 0) process.stdout.write(`跳过 ${totals.skipped} 项，原因见上。\n`);
  process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
  rmSync(results, { recursive: true, force: true });
  process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
}

function skip(reason: string): void {
  notRun.push(reason);
}

function run(name: string, parameters: string[], environment: Record<string, string>): void {
  process.stdout.write(`\n== ${name}\n`);
  const outputFile = join(results, `${Math.random().toString(36).slice(2)}.json`);
  const { TEST_DATABASE_URL: _chosenBelow, ...inherited } = process.env;
  const child = spawnSync(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), '--passWithNoTests', '--json', `--outputFile=${outputFile}`, ...parameters], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // PGlite loads its WASM by a dynamic import, which jest allows only so.
    env: { ...inherited, ...environment, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
  });
  if (!existsSync(outputFile)) {
    totals.failed += 1;
    process.stdout.write(`jest ended without a result, status ${child.status ?? child.signal}\n`);
    return;
  }
  const report = JSON.parse(readFileSync(outputFile, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numRuntimeErrorTestSuites: number;
  };
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  totals.skipped += report.numPendingTests;
  if (child.status !== 0 && report.numFailedTests + report.numRuntimeErrorTestSuites === 0) totals.failed += 1;
}

function answers(address: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address.hostname, port: Number(address.port || 5432), timeout: 2_000 });
    const end = (isThere: boolean) => () => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}

void test().catch((error: unknown) => {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed\n`);
  process.exit(1);
});
