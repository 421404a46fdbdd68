import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';

/** The data folder cannot be used; the message says why and what to do, in Chinese, for whoever starts the server. */
export class DataFolderError extends Error {
  override name = 'DataFolderError';
}

/** A living owner touches its lock every two seconds; one not touched for ten belongs to nobody. */
const lockTimes = { stale: 10_000, update: 2_000 };

/**
 * Takes a data folder for this process alone. PGlite has no lock of its own: two processes on one folder
 * lose rows without a word.
 *
 * @param onLost called when the lock was taken from us (the machine slept too long): the process must stop writing at once.
 * @returns the function that gives the folder back.
 * @throws DataFolderError when the folder cannot be written or another process has it.
 */
export async function lockDataFolder(folder: string, onLost: () => void): Promise<() => Promise<void>> {
  const lockFile = join(folder, 'in-use.lock');
  const ownerFile = join(folder, 'in-use.json');
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '.writable'), '');
    await rm(join(folder, '.writable'));
  } catch (error) {
    throw new DataFolderError(`文件夹 ${folder} 不能写入（${(error as NodeJS.ErrnoException).code ?? ''}）。请检查权限，或用 DATA_DIR 指定别的文件夹。`, { cause: error });
  }
  await clearLockOfDeadProcess(lockFile, ownerFile);
  try {
    const release = await lock(folder, { lockfilePath: lockFile, ...lockTimes, onCompromised: onLost });
    await writeFile(ownerFile, JSON.stringify({ pid: process.pid, host: hostname() }));
    return async () => {
      await rm(ownerFile, { force: true });
      await release();
    };
  } catch (error) {
    if ((error as { code?: string }).code !== 'ELOCKED') throw error;
    throw new DataFolderError(
      `文件夹 ${folder} 正被另一个进程使用。内置数据库只能由一个进程打开：请先停止那个进程，或用 DATA_DIR 指定别的文件夹，或用 DATABASE_URL 改用 PostgreSQL。`,
    );
  }
}

/** After a kill -9 the next start need not wait until the lock has gone stale: its owner can be asked for. */
async function clearLockOfDeadProcess(lockFile: string, ownerFile: string): Promise<void> {
  if (!existsSync(lockFile) || !existsSync(ownerFile)) return;
  try {
    const owner = JSON.parse(await readFile(ownerFile, 'utf8')) as { pid?: number; host?: string };
    if (owner.host !== hostname() || owner.pid === undefined || isAlive(owner.pid)) return;
    await rm(ownerFile, { force: true });
    await rm(lockFile, { recursive: true, force: true });
  } catch (error) {
    // Half-written by a process that was killed: then the lock goes stale by itself.
    if (!(error instanceof SyntaxError)) throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
