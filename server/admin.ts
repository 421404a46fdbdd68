import { existsSync } from 'node:fs';
import { CommandError, type Command } from './administration/command';
import { importCalendar } from './administration/importCalendar';
import { inviteStaff } from './administration/inviteStaff';
import { suspendStaff } from './administration/suspendStaff';
import { verifyAuditTrail } from './administration/verifyAuditTrail';
import { systemClock } from './clock';
import { ConfigError, readConfig } from './config';
import { DataFolderError } from './database/dataFolder';
import { migrate } from './database/migrate';
import { openPool } from './database/openPool';

const commands: readonly Command[] = [inviteStaff, suspendStaff, importCalendar, verifyAuditTrail];

const exit = { done: 0, notAsItShouldBe: 1, cannotRun: 2 } as const;

const usage = (): string =>
  `用法：npm run admin -- 命令 [参数]\n\n${commands.map((command) => `  ${command.usage}\n      ${command.summary}\n`).join('')}
设置与服务器相同（.env 或环境变量）。使用内置数据库时，请先停止服务器。
结束状态：0 完成，1 检查没有通过，2 用法、设置或数据库有问题。
`;

/** @returns the exit status. */
async function run([name, ...args]: readonly string[]): Promise<number> {
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    process.stderr.write(usage());
    return exit.cannotRun;
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const pool = await openPool(config, { info: () => undefined, error: (details, message) => void process.stderr.write(`${message} ${JSON.stringify(details)}\n`) });
  try {
    await migrate(pool);
    return await command.run(args, { pool, config, clock: systemClock, tell: (line) => void process.stdout.write(`${line}\n`) });
  } finally {
    await pool.end();
  }
}

run(process.argv.slice(2))
  .then((status) => {
    process.exitCode = status;
  })
  .catch((error: unknown) => {
    const isExpected = error instanceof CommandError || error instanceof ConfigError || error instanceof DataFolderError;
    process.stderr.write(`${isExpected ? error.message : `没有完成：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`}\n`);
    process.exitCode = exit.cannotRun;
  });
