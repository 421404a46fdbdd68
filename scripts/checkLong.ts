import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildMissing, root } from './builds';

/**
 * `npm run check:long`: what takes too long for every change: many kills in the middle of writing, a long fuzz of
 * every endpoint, the memory of importing 100,000 guides. Run by hand before a release.
 */
const postgresql = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
let failed = 0;

function run(name: string, parameters: string[], environment: Record<string, string>): void {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(process.execPath, parameters, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_TIMEOUT: '3600000', NODE_OPTIONS: '--experimental-vm-modules --no-warnings', ...environment },
  });
  if (status !== 0) failed += 1;
}

async function checkLong(): Promise<void> {
  await buildMissing(['server'], (line) => process.stdout.write(`${line}\n`));
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  for (const [engine, environment] of [['内置数据库', {}], ['PostgreSQL', { TEST_DATABASE_URL: postgresql }]] as const) {
    run(`反复断电，${engine}`, [jest, 'tests/long', '--selectProjects', 'long'], environment);
    run(`接口的随机输入，${engine}`, [jest, 'tests/server/errors', '--selectProjects', 'server'], { ...environment, FUZZ_RUNS: '3000' });
  }
  run('导入十万行的内存', ['--import', 'tsx', join(root, 'tests/bench/importMemory.ts')], { NODE_OPTIONS: '' });
  process.stdout.write(failed === 0 ? '\n全部通过\n' : `\n${failed} 项失败\n`);
  process.exit(failed === 0 ? 0 : 1);
}

checkLong().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
