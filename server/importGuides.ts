import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from './clock';
import { DataFolderError } from './database/dataFolder';
import { migrate } from './database/migrate';
import { openPool } from './database/openPool';
import { DatabaseSettingsError, readDatabaseSettings } from './guideImport/databaseSettings';
import { GuideFileError } from './guideImport/guideFileError';
import { importGuides } from './guideImport/importGuides';
import { ImportProgress } from './guideImport/importProgress';
import { describeImport } from './guideImport/importReport';
import { openGuideFile } from './guideImport/openGuideFile';

const usage = `用法：npm run import:guides -- 文件 [--partial] [--dry-run]

  文件        办事指南，.csv、.xlsx 或 .json；按实施编码新增或更新
  --partial   有错误时也导入正确的行，出错的行和原因写到“文件.errors.csv”
  --dry-run   只检查，不写入

数据库与服务器相同：DATABASE_URL 指定的 PostgreSQL；不设则为 DATA_DIR 里的内置数据库（须先停止服务器）。
结束状态：0 成功，1 文件有错误，2 用法、设置或数据库有问题。
`;

const exit = { done: 0, errorsInFile: 1, cannotRun: 2 } as const;

/** @returns the exit status. */
async function run(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options === undefined) {
    process.stderr.write(usage);
    return exit.cannotRun;
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readDatabaseSettings(process.env);
  const began = performance.now();
  const source = await openGuideFile(options.path);
  const pool = await openPool(settings, {
    info: () => undefined,
    error: (details, message) => void process.stderr.write(`${message} ${JSON.stringify(details)}\n`),
  });
  const progress = new ImportProgress(process.stderr);
  try {
    await migrate(pool);
    const summary = await importGuides(pool, source, {
      clock: systemClock,
      isPartial: options.isPartial,
      isDryRun: options.isDryRun,
      rejectedRowsPath: `${options.path}.errors.csv`,
      onProgress: (step) => progress.show(step),
    });
    progress.end();
    process.stdout.write(describeImport(summary, (performance.now() - began) / 1000));
    return summary.wrongRows > 0 ? exit.errorsInFile : exit.done;
  } finally {
    progress.end();
    await pool.end();
  }
}

function readArguments(args: readonly string[]): { path: string; isPartial: boolean; isDryRun: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { partial: { type: 'boolean', default: false }, 'dry-run': { type: 'boolean', default: false } },
    });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) return undefined;
    return { path, isPartial: values.partial, isDryRun: values['dry-run'] };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function explain(error: unknown): { message: string; status: number } {
  if (error instanceof GuideFileError) return { message: `${error.message}\n没有写入任何内容。`, status: exit.errorsInFile };
  if (error instanceof DataFolderError || error instanceof DatabaseSettingsError) return { message: error.message, status: exit.cannotRun };
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return { message: '连接不上 DATABASE_URL 指定的数据库，请检查地址和数据库是否已启动。', status: exit.cannotRun };
  if (code === '28P01' || code === '28000') return { message: 'DATABASE_URL 的用户名或密码不对，请检查。', status: exit.cannotRun };
  if (code === '3D000') return { message: 'DATABASE_URL 指定的数据库不存在，请先建库。', status: exit.cannotRun };
  return { message: `导入失败，没有写入任何内容：${error instanceof Error ? error.message : String(error)}`, status: exit.cannotRun };
}

run(process.argv.slice(2))
  .then((status) => {
    process.exitCode = status;
  })
  .catch((error: unknown) => {
    const { message, status } = explain(error);
    process.stderr.write(`${message}\n`);
    process.exitCode = status;
  });
