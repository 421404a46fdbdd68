import { existsSync } from 'node:fs';
import { systemClock } from './clock';
import { ConfigError } from './config';
import { DataFolderError } from './database/dataFolder';
import { migrate } from './database/migrate';
import { openPool } from './database/openPool';
import type { DatabasePool } from './database/pool';
import type { FileStorage } from './files/fileStorage';
import { openFileStorage } from './files/openFileStorage';
import { DatabaseSettingsError, readDatabaseSettings } from './guideImport/databaseSettings';
import { FileFolder } from './guideImport/files/fileFolder';
import { GuideFileError } from './guideImport/guideFileError';
import type { GuideSource } from './guideImport/guideSource';
import { readArguments, usage, type ImportArguments } from './guideImport/importArguments';
import { importGuides } from './guideImport/importGuides';
import { ImportProgress } from './guideImport/importProgress';
import { describeImport } from './guideImport/importReport';
import { openGuideFile } from './guideImport/openGuideFile';
import { exportGuides, filesFolderOf } from './guideImport/workbook/exportGuides';
import { writeTemplate } from './guideImport/workbook/writeTemplate';

const exit = { done: 0, errorsInFile: 1, cannotRun: 2 } as const;

/** @returns the exit status. */
async function run(args: readonly string[]): Promise<number> {
  const given = readArguments(args);
  if (given === undefined) {
    process.stderr.write(usage);
    return exit.cannotRun;
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readDatabaseSettings(process.env);
  const source = given.action === 'import' ? await openGuideFile(given.path) : undefined;
  const storage = await openFileStorage(settings, systemClock);
  try {
    const pool = await openPool(settings, {
      info: () => undefined,
      error: (details, message) => void process.stderr.write(`${message} ${JSON.stringify(details)}\n`),
    });
    try {
      await migrate(pool);
      if (given.action === 'import' && source !== undefined) return await runImport(pool, storage, source, given);
      return given.action === 'template' ? await runTemplate(pool, given.path) : await runExport(pool, storage, given.path);
    } finally {
      await pool.end();
    }
  } finally {
    storage.close();
  }
}

async function runImport(pool: DatabasePool, storage: FileStorage, source: GuideSource, given: ImportArguments & { action: 'import' }): Promise<number> {
  const began = performance.now();
  const usualFolder = filesFolderOf(given.path);
  const folder = given.filesFolder ?? (existsSync(usualFolder) ? usualFolder : undefined);
  const progress = new ImportProgress(process.stderr);
  try {
    const summary = await importGuides(pool, source, {
      clock: systemClock,
      isPartial: given.isPartial,
      isDryRun: given.isDryRun,
      rejectedRowsPath: `${given.path}.errors.csv`,
      onProgress: (step) => progress.show(step),
      ...(folder === undefined ? {} : { files: { folder: await FileFolder.open(folder), storage } }),
    });
    progress.end();
    process.stdout.write(describeImport(summary, (performance.now() - began) / 1000));
    return summary.wrongRows > 0 ? exit.errorsInFile : exit.done;
  } finally {
    progress.end();
  }
}

async function runTemplate(pool: DatabasePool, path: string): Promise<number> {
  await writeTemplate(pool, path);
  process.stdout.write(`模板写在 ${path}，怎么填见第一张工作表。\n`);
  return exit.done;
}

async function runExport(pool: DatabasePool, storage: FileStorage, path: string): Promise<number> {
  const { guides, files, missingFiles, filesFolder } = await exportGuides(pool, storage, path);
  process.stdout.write(`导出 ${guides} 个事项到 ${path}`);
  process.stdout.write(files > 0 ? `，${files} 个附件在 ${filesFolder}。\n` : '。\n');
  if (missingFiles.length > 0) process.stdout.write(`存放处找不到这些附件，没有导出：${missingFiles.slice(0, 20).join('、')}。\n`);
  return exit.done;
}

function explain(error: unknown): { message: string; status: number } {
  if (error instanceof GuideFileError) return { message: `${error.message}\n没有写入任何内容。`, status: exit.errorsInFile };
  if (error instanceof DataFolderError || error instanceof DatabaseSettingsError || error instanceof ConfigError) return { message: error.message, status: exit.cannotRun };
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return { message: '连接不上 DATABASE_URL 指定的数据库，请检查地址和数据库是否已启动。', status: exit.cannotRun };
  if (code === '28P01' || code === '28000') return { message: 'DATABASE_URL 的用户名或密码不对，请检查。', status: exit.cannotRun };
  if (code === '3D000') return { message: 'DATABASE_URL 指定的数据库不存在，请先建库。', status: exit.cannotRun };
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') return { message: `不能读写 ${path ?? ''}（${code}），请检查文件夹是否存在、有没有权限。`, status: exit.cannotRun };
  return { message: `没有完成，数据库没有改动：${error instanceof Error ? error.message : String(error)}`, status: exit.cannotRun };
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
