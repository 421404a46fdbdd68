import { existsSync } from 'node:fs';
import { buildApp } from './app';
import { systemClock } from './clock';
import { ConfigError, readConfig } from './config';
import { DataFolderError } from './database/dataFolder';
import { migrate } from './database/migrate';
import { openPool } from './database/openPool';
import { seedDemoAnnouncements } from './database/seed/demoAnnouncements';
import { seedDemoCity } from './database/seed/demoCity';
import { seedDemoDrafts } from './database/seed/demoDrafts';
import { seedDemoStaff, type DemoInvitation } from './database/seed/demoStaff';
import { openFieldEncryption } from './encryption/openFieldEncryption';
import { openFileStorage } from './files/openFileStorage';

/** One line on the error output, no stack: these are for whoever starts the server, not for its author. */
function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const startLog = {
    info: (message: string) => void process.stdout.write(`${message}\n`),
    error: (details: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(details)}\n`),
  };
  const pool = await openPool(config, startLog);
  await migrate(pool);
  let invitations: DemoInvitation[] = [];
  if (config.SEED_DEMO) {
    const files = await openFileStorage(config, systemClock);
    const encryption = openFieldEncryption(config);
    await seedDemoCity(pool, files, systemClock);
    invitations = await seedDemoStaff(pool, encryption, systemClock);
    await seedDemoDrafts(pool, systemClock);
    await seedDemoAnnouncements({ pool, encryption, files, clock: systemClock });
    files.close();
  }
  const app = await buildApp({ config, pool });

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    // Whatever hangs must not keep the process alive for ever.
    setTimeout(() => process.exit(1), config.SHUTDOWN_GRACE_SECONDS * 1000).unref();
    void app
      .close()
      .then(() => app.jobs.stop())
      .then(() => pool.end())
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        app.log.error({ err: error }, 'stopping failed');
        process.exit(1);
      });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  // Started by another process that has gone: nobody is left who could stop this one.
  if (process.send !== undefined) process.on('disconnect', stop);

  await app.jobs.start();
  const address = await app.listen({ host: config.HOST, port: config.PORT });
  process.send?.({ type: 'ready', address, invitations });
}

start().catch((error: unknown) => {
  if (error instanceof ConfigError || error instanceof DataFolderError) refuse(error.message);
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') refuse(`端口 ${port ?? ''} 已被占用。请停止占用它的程序，或用 PORT 指定别的端口。`);
  if (code === 'EACCES') refuse(`没有权限监听端口 ${port ?? ''}。请用 PORT 指定 1024 以上的端口。`);
  if (code === 'EADDRNOTAVAIL') refuse('HOST 指定的地址不在这台机器上，请检查。');
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') refuse('连接不上 DATABASE_URL 指定的数据库，请检查地址和数据库是否已启动。');
  if (code === '28P01' || code === '28000') refuse('DATABASE_URL 的用户名或密码不对，请检查。');
  if (code === '3D000') refuse('DATABASE_URL 指定的数据库不存在，请先建库。');
  refuse(`启动失败：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
});
