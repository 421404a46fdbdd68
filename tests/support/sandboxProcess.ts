import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { smsToken } from './sandboxSettings';

const bundle = join(__dirname, '../../dist/wechat-sandbox/main.cjs');

export interface SandboxProcess {
  address: string;
  /** Asks it to stop and waits. */
  stop(): Promise<void>;
}

/** Starts the built sandbox as a process of its own, on a free port: for tests whose environment is not Node's. */
export async function startSandbox(): Promise<SandboxProcess> {
  if (!existsSync(bundle)) throw new Error('dist/wechat-sandbox is missing: npm run build:server');
  const { PATH, HOME } = process.env;
  const child = fork(bundle, { env: { PATH, HOME, SANDBOX_PORT: '0', SANDBOX_SMS_TOKEN: smsToken }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (status) => resolve(status)));
  const address = await new Promise<string>((resolve, reject) => {
    child.on('message', (message) => {
      const { type, address: found } = message as { type?: string; address?: string };
      if (type === 'ready' && found !== undefined) resolve(found);
    });
    void exited.then((status) => reject(new Error(`the sandbox ended with ${status}: ${errors}`)));
  });
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
