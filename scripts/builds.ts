import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(__dirname, '..');

interface Build {
  name: string;
  /** What it is made from; a change in any of these makes it again. */
  inputs: readonly string[];
  /** Exists when the build is there. */
  result: string;
  command: readonly [string, ...string[]];
  environment?: Record<string, string>;
}

const shared = ['package-lock.json', 'babel.config.js', 'config'];

/** Everything that is built, in the order it is built. */
export const builds = {
  server: {
    name: '服务端',
    inputs: ['package-lock.json', 'server', 'wechat-sandbox', 'scripts/buildServer.ts'],
    result: 'dist/server/main.cjs',
    command: ['npm', 'run', '--silent', 'build:server'],
  },
  h5: {
    name: '网页版',
    inputs: [...shared, 'src', 'scripts/compressH5.ts'],
    result: 'dist/h5/index.html',
    command: ['npm', 'run', '--silent', 'build:h5'],
  },
  weapp: {
    name: '小程序',
    inputs: [...shared, 'src'],
    result: 'dist/weapp/app.json',
    command: ['npm', 'run', '--silent', 'build:weapp'],
  },
} satisfies Record<string, Build>;

const stampFolder = join(root, 'dist', '.stamps');

/** Builds whatever is missing or older than its sources, telling what it does and how long it took. */
export async function buildMissing(names: readonly (keyof typeof builds)[], tell: (line: string) => void): Promise<void> {
  for (const name of names) {
    const build: Build = builds[name];
    const stampFile = join(stampFolder, name);
    const stamp = hashInputs(build.inputs);
    const isCurrent = existsSync(join(root, build.result)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
    if (isCurrent) continue;
    const began = Date.now();
    tell(`正在构建${build.name}……`);
    await run(build.command, build.environment, () => tell(`  仍在构建${build.name}（${Math.round((Date.now() - began) / 1000)} 秒）`));
    mkdirSync(stampFolder, { recursive: true });
    writeFileSync(stampFile, stamp);
    tell(`  ${build.name}构建完成，用时 ${Math.round((Date.now() - began) / 1000)} 秒`);
  }
}

function run([command, ...parameters]: readonly [string, ...string[]], environment: Record<string, string> | undefined, stillRunning: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const output: Buffer[] = [];
    const child = spawn(command, parameters, { cwd: root, env: { ...process.env, ...environment }, shell: process.platform === 'win32' });
    const timer = setInterval(stillRunning, 10_000);
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(timer);
      if (status === 0) return resolve();
      reject(new Error(`${Buffer.concat(output).toString('utf8').slice(-6000)}\n构建失败：${[command, ...parameters].join(' ')}`));
    });
  });
}

function hashInputs(inputs: readonly string[]): string {
  const hash = createHash('sha256').update(process.env['TARO_APP_API_BASE_URL'] ?? '');
  for (const file of inputs.flatMap((input) => filesBelow(join(root, input)))) hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path)
      .sort()
      .flatMap((name) => filesBelow(join(path, name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path];
    throw error;
  }
}
