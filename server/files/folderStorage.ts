import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Clock } from '../clock';
import { pathOfHash, type FileLimits, type FileStorage, type OpenedFile, type StoredFile } from './fileStorage';
import { receiveFile } from './receiveFile';

const leftOverAfterMilliseconds = 86_400_000;

/**
 * Keeps files in a folder of this machine, or one that all machines share. Bytes appear under their hash only
 * when they are complete and on the disk (written beside, flushed, renamed).
 */
export class FolderStorage implements FileStorage {
  private constructor(private readonly root: string) {}

  /** Makes the folder and removes what processes that died while receiving left behind a day ago or earlier. */
  static async open(root: string, clock: Clock): Promise<FolderStorage> {
    const incoming = join(root, 'incoming');
    await mkdir(incoming, { recursive: true });
    for (const name of await readdir(incoming)) {
      const file = await stat(join(incoming, name)).catch(orUndefinedWhenMissing);
      const isLeftOver = file !== undefined && clock.now().getTime() - file.mtimeMs > leftOverAfterMilliseconds;
      if (isLeftOver) await rm(join(incoming, name), { force: true });
    }
    return new FolderStorage(root);
  }

  async put(source: Buffer | Readable, limits: FileLimits): Promise<StoredFile> {
    const { path, ...stored } = await receiveFile(source, limits, join(this.root, 'incoming'));
    const target = join(this.root, pathOfHash(stored.hash) ?? '');
    await mkdir(dirname(target), { recursive: true });
    await rename(path, target);
    await flushFolder(dirname(target));
    return stored;
  }

  async open(hash: string): Promise<OpenedFile | undefined> {
    const path = pathOfHash(hash);
    if (path === undefined) return undefined;
    const file = await open(join(this.root, path)).catch(orUndefinedWhenMissing);
    if (file === undefined) return undefined;
    const { size } = await file.stat();
    return { bytes: file.createReadStream(), byteSize: size };
  }

  async remove(hash: string): Promise<void> {
    const path = pathOfHash(hash);
    if (path !== undefined) await rm(join(this.root, path), { force: true });
  }

  close(): void {
    // Holds nothing open between calls.
  }
}

function orUndefinedWhenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** A rename is on the disk when its folder is. Windows has no such call and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
