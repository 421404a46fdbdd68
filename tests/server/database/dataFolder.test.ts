import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolderError, lockDataFolder } from '../../../server/database/dataFolder';

const neverLost = (): void => {
  throw new Error('the lock was lost');
};
const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'data-folder-'));

test('a folder in use is refused in a sentence that says what to do', async () => {
  const folder = await newFolder();
  const release = await lockDataFolder(folder, neverLost);
  await expect(lockDataFolder(folder, neverLost)).rejects.toThrow(/正被另一个进程使用.*DATA_DIR.*DATABASE_URL/);
  await release();
});

test('a folder given back can be taken again at once', async () => {
  const folder = await newFolder();
  await (await lockDataFolder(folder, neverLost))();
  const release = await lockDataFolder(folder, neverLost);
  await release();
});

test('the folder of a process that was killed can be taken at once', async () => {
  const folder = await newFolder();
  const script = `
    const { lockDataFolder } = require(${JSON.stringify(join(__dirname, '../../../server/database/dataFolder.ts'))});
    lockDataFolder(${JSON.stringify(folder)}, () => {}).then(() => { process.stdout.write('locked'); setInterval(() => {}, 1000); });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await expect(lockDataFolder(folder, neverLost)).rejects.toThrow(DataFolderError);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  const release = await lockDataFolder(folder, neverLost);
  await release();
});

test('a folder that cannot be made or written is refused in a sentence', async () => {
  const file = join(await newFolder(), 'a-file');
  await writeFile(file, '');
  await expect(lockDataFolder(join(file, 'below'), neverLost)).rejects.toThrow(/不能写入.*DATA_DIR/);
});
