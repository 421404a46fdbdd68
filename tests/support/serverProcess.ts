import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoInvitation } from '../../server/database/seed/demoStaff';
import { testSecrets } from './testSecrets';

const bundle = join(__dirname, '../../dist/server/main.cjs');

export interface ServerProcess {
  address: string;
  process: ChildProcess;
  /** What it wrote to its error output so far. */
  errors(): string;
  /** What it logged so far. */
  log(): string;
  /** The demo staff's invitations that it told of when it was ready. */
  invitations(): DemoInvitation[];
  /** Asks it to stop and waits. @returns its exit status. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut or `kill -9` would. */
  kill(): Promise<void>;
}

/** Starts the built server as a process of its own, on a free port unless told otherwise. */
export async function startServer(settings: Record<string, string>): Promise<ServerProcess> {
  const started = launchServer(settings);
  const address = await started.ready;
  return { ...started, address };
}

/** Like `startServer`, for starts that are expected to fail: `ready` rejects, `exited` gives the status. */
export function launchServer(settings: Record<string, string>): Omit<ServerProcess, 'address'> & { ready: Promise<string>; exited: Promise<number | null> } {
  if (!existsSync(bundle)) throw new Error('dist/server is missing: npm run build:server');
  const { PATH, HOME } = process.env;
  const child = fork(bundle, { env: { PATH, HOME, ...testSecrets, PORT: '0', LOG_LEVEL: 'warn', ...settings }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
  let errors = '';
  let log = '';
  let invited: DemoInvitation[] = [];
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (status) => resolve(status)));
  const ready = new Promise<string>((resolve, reject) => {
    child.on('message', (message) => {
      const { type, address, invitations } = message as { type?: string; address?: string; invitations?: DemoInvitation[] };
      if (type !== 'ready' || address === undefined) return;
      invited = invitations ?? [];
      resolve(address);
    });
    void exited.then((status) => reject(new Error(`the server ended with ${status}: ${errors}`)));
  });
  // A start that is expected to fail is looked at through `exited`.
  ready.catch(() => undefined);
  return {
    process: child,
    ready,
    exited,
    errors: () => errors,
    log: () => log,
    invitations: () => invited,
    stop: async () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
