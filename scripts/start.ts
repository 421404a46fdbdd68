import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demoMiniProgram, demoOfficialAccount } from '../wechat-sandbox/accounts';
import { buildMissing, root } from './builds';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** One sentence, no stack: for whoever wants to start the product. */
class StartError extends Error {}

/** `npm run dev`: the parts run from their sources, and a change starts them anew. */
const fromSource = process.argv.includes('--from-source');
const parts = {
  server: { name: '服务端', file: fromSource ? 'server/main.ts' : 'dist/server/main.cjs' },
  sandbox: { name: '微信模拟器', file: fromSource ? 'wechat-sandbox/main.ts' : 'dist/wechat-sandbox/main.cjs' },
};

const children = new Set<ChildProcess>();
let stopping = false;

async function start(): Promise<void> {
  requireNode();
  process.chdir(root);
  if (existsSync('.env')) process.loadEnvFile('.env');
  await buildMissing(fromSource ? ['h5'] : ['server', 'h5'], tell);

  const environment: NodeJS.ProcessEnv = { ...process.env };
  const usesRealWeChat = environment['WECHAT_MINI_PROGRAM_APP_ID'] !== undefined || environment['WECHAT_OFFICIAL_ACCOUNT_APP_ID'] !== undefined;
  environment['SEED_DEMO'] ??= String(!usesRealWeChat);
  environment['LOG_LEVEL'] ??= 'warn';
  Object.assign(environment, demoSecrets(environment), environment);

  let sandboxAddress: string | undefined;
  if (!usesRealWeChat) {
    const callbacks = `http://127.0.0.1:${environment['PORT'] ?? '3000'}/api/v1/wechat-callbacks`;
    environment['SANDBOX_SMS_TOKEN'] ??= randomBytes(16).toString('hex');
    const sandbox = await launch(parts.sandbox, {
      ...environment,
      SANDBOX_MINI_PROGRAM_CALLBACK_URL: `${callbacks}/mini-program`,
      SANDBOX_OFFICIAL_ACCOUNT_CALLBACK_URL: `${callbacks}/official-account`,
    });
    sandboxAddress = sandbox.address;
    Object.assign(environment, sandboxSettings(sandboxAddress, environment));
  }
  const { address, invitations = [] } = await launch(parts.server, environment);
  tell('');
  tell(`  网页版      ${address}/`);
  tell(`  接口说明    ${address}/docs/api`);
  if (sandboxAddress !== undefined) {
    tell(`  微信模拟器  ${sandboxAddress}/  （选择演示群众、查看短信、制造故障）`);
    tell('');
    tell('  可以试试：打开网页版，搜“身份证”，打开一份指南，点“收藏”，在模拟器页面选一位演示群众登录。');
    for (const { name, phoneNumber, path } of invitations) tell(`  工作人员 ${name} 的邀请：${address}${path}  （用 ${name} 登录，绑定 ${phoneNumber}）`);
    tell('  小程序：npm run build:weapp 之后用微信开发者工具打开本文件夹，步骤见 README。');
  }
  tell('  按 Ctrl-C 停止。');
}

function requireNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new StartError(`需要 Node.js 20.19 或更高版本，当前是 ${process.versions.node}。`);
}

/** Keys of this machine's demo, made once and kept beside its data, so that what was encrypted can be read tomorrow. */
function demoSecrets(environment: NodeJS.ProcessEnv): Record<string, string> {
  const names = ['FIELD_ENCRYPTION_KEYS', 'BLIND_INDEX_SECRET'];
  if (names.every((name) => environment[name] !== undefined)) return {};
  const folder = resolve(environment['DATA_DIR'] ?? '.data');
  const file = join(folder, 'demo-secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const secret = (): string => randomBytes(32).toString('base64');
  const secrets = { FIELD_ENCRYPTION_KEYS: `demo:${secret()}`, BLIND_INDEX_SECRET: secret() };
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  } catch (error) {
    throw new StartError(`文件夹 ${folder} 不能写入（${(error as NodeJS.ErrnoException).code ?? ''}）。请检查权限，或用 DATA_DIR 指定别的文件夹。`);
  }
  return secrets;
}

/** The demo differs from production by these settings only. */
function sandboxSettings(address: string, environment: NodeJS.ProcessEnv): Record<string, string> {
  const accounts = { WECHAT_MINI_PROGRAM: demoMiniProgram, WECHAT_OFFICIAL_ACCOUNT: demoOfficialAccount };
  const ofAccounts = Object.entries(accounts).flatMap(([prefix, { appId, secret, callback }]) => [
    // A test account of WeChat DevTools may stand in for the demo's own.
    [`${prefix}_APP_ID`, environment[`${prefix.replace('WECHAT', 'SANDBOX')}_APP_ID`] ?? appId],
    [`${prefix}_SECRET`, environment[`${prefix.replace('WECHAT', 'SANDBOX')}_SECRET`] ?? secret],
    [`${prefix}_CALLBACK_TOKEN`, callback?.token ?? ''],
    [`${prefix}_CALLBACK_AES_KEY`, callback?.aesKey ?? ''],
  ]);
  return {
    ...(Object.fromEntries(ofAccounts) as Record<string, string>),
    WECHAT_API_BASE_URL: address,
    WECHAT_OAUTH_BASE_URL: address,
    WECHAT_OAUTH_OUTSIDE_WECHAT: 'true',
    SMS_WEBHOOK_URL: `${address}/sms`,
    SMS_WEBHOOK_TOKEN: environment['SANDBOX_SMS_TOKEN'] ?? '',
  };
}

/** What a part says when it is ready. */
interface Ready {
  address: string;
  /** Of the demo's staff who have not accepted yet. */
  invitations?: { name: string; phoneNumber: string; path: string }[];
}

/** Starts a part and waits until it says where it listens. Its own words about what went wrong go straight to the terminal. */
function launch({ name, file }: { name: string; file: string }, environment: NodeJS.ProcessEnv): Promise<Ready> {
  return new Promise((resolveReady) => {
    let isReady = false;
    tell(`正在启动${name}……`);
    const child = fork(join(root, file), { env: environment, stdio: 'inherit', execArgv: fromSource ? ['--import', 'tsx'] : [] });
    children.add(child);
    child.on('message', (message) => {
      const { type, ...ready } = message as { type?: string } & Partial<Ready>;
      if (type !== 'ready' || ready.address === undefined) return;
      isReady = true;
      resolveReady({ ...ready, address: ready.address });
    });
    child.on('exit', (status) => {
      children.delete(child);
      if (stopping) return;
      // Before it was ready it has said itself what is wrong.
      if (isReady) tell(`${name}意外停止（状态 ${status ?? '被终止'}），其余部分也停止。`);
      stop(1);
    });
  });
}

/** Asks every part to finish what it is doing, waits for them, and ends. */
function stop(status: number): void {
  if (stopping) return;
  stopping = true;
  const endIfAlone = (): void => {
    if (children.size === 0) process.exit(status);
  };
  for (const child of children) {
    child.once('exit', endIfAlone);
    child.kill('SIGTERM');
  }
  setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), 25_000).unref();
  endIfAlone();
}

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  stop(1);
});
