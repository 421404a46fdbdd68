import { createSandbox } from './sandbox';
import { readSettings, SettingsError, type SandboxSettings } from './settings';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const { app } = await createSandbox(settings.options);
  const stop = (): void => {
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Whoever forked the sandbox is gone: it must not stay behind.
  process.once('disconnect', stop);
  const address = await listen(app, settings);
  process.stdout.write(`微信模拟器已启动：${address}\n`);
  process.send?.({ type: 'ready', address });
}

async function listen(app: Awaited<ReturnType<typeof createSandbox>>['app'], { host, port }: SandboxSettings): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    throw new SettingsError(describeListenError(error, host, port), { cause: error });
  }
}

function describeListenError(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `微信模拟器无法启动：端口 ${port} 已被占用，请先停止占用它的程序，或用 SANDBOX_PORT 换一个端口。`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `微信模拟器无法启动：本机没有地址 ${host}，请检查 SANDBOX_HOST。`;
  if (code === 'EACCES') return `微信模拟器无法启动：没有权限使用端口 ${port}，请用 SANDBOX_PORT 换一个大于 1023 的端口。`;
  return `微信模拟器无法启动：${String(error)}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
