import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileStorage } from '../files/fileStorage';
import { GuideFileError } from '../guideImport/guideFileError';
import type { GuideSource } from '../guideImport/guideSource';
import { openGuideFile } from '../guideImport/openGuideFile';

/** A file of the storage on this machine's disk, where the readers want it, with room beside it. */
export class ImportedFile {
  private constructor(
    readonly source: GuideSource,
    private readonly folder: string,
  ) {}

  /** @throws GuideFileError when it is of no kind that can be imported, or gone. */
  static async open(storage: FileStorage, hash: string, name: string): Promise<ImportedFile> {
    const folder = await mkdtemp(join(tmpdir(), 'guide-import-'));
    try {
      const stored = await storage.open(hash);
      if (stored === undefined) throw new GuideFileError('找不到上传的文件，请重新上传。');
      // The extension alone: the name is somebody's.
      const path = join(folder, `file${extname(name).toLowerCase().replace(/[^.a-z]/gu, '')}`);
      await pipeline(stored.bytes, createWriteStream(path));
      return new ImportedFile(await openGuideFile(path), folder);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  pathBeside(name: string): string {
    return join(this.folder, name);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
