import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(environment: Record<string, string>): ChildProcess {
  const { PATH, HOME } = process.env;
  const child = fork(join(__dirname, '../../wechat-sandbox/main.ts'), [], { env: { PATH, HOME, ...environment }, execArgv: ['--import', 'tsx'], silent: true });
  children.push(child);
  return child;
}

async function collect(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) text += String(chunk);
  return text;
}

test('says where it listens, on the loopback only, and ends with status 0 when its parent lets go', async () => {
  const child = start({ SANDBOX_PORT: '0' });
  const output = collect(child.stdout);
  const [message] = (await once(child, 'message')) as [{ type: string; address: string }];
  expect(message).toEqual({ type: 'ready', address: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
  expect((await fetch(`${message.address}/sandbox/citizens`)).status).toBe(200);
  const exited = once(child, 'exit');
  child.disconnect();
  expect(await exited).toEqual([0, null]);
  expect(await output).toBe(`微信模拟器已启动：${message.address}\n`);
});

test('ends with status 0 on SIGTERM', async () => {
  const child = start({ SANDBOX_PORT: '0' });
  await once(child, 'message');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('ends with one sentence and status 1 on a used port', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const child = start({ SANDBOX_PORT: String(port) });
  const [errors, [status]] = await Promise.all([collect(child.stderr), once(child, 'exit')]);
  other.close();
  expect(status).toBe(1);
  expect(errors).toBe(`微信模拟器无法启动：端口 ${port} 已被占用，请先停止占用它的程序，或用 SANDBOX_PORT 换一个端口。\n`);
});

test('names a wrong setting and ends with status 1', async () => {
  const child = start({ SANDBOX_PORT: '99999' });
  const [errors, [status]] = await Promise.all([collect(child.stderr), once(child, 'exit')]);
  expect(status).toBe(1);
  expect(errors).toContain('SANDBOX_PORT');
  expect(errors.trim().split('\n')).toHaveLength(1);
});
