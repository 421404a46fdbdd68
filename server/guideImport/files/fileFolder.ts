import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GuideFile } from '../../contract/guideContent';
import { FileRefusedError, type FileLimits, type FileRefusal } from '../../files/fileStorage';
import { receiveFile } from '../../files/receiveFile';
import { GuideFileError } from '../guideFileError';
import { fileTypes, type NamedFile } from '../values/fileValue';

/** The container of .doc and .xls alike; which of the two it is only the extension says. */
const compoundFile = 'application/x-cfb';
export const fileLimits: FileLimits = { maxBytes: 10 * 1024 * 1024, mediaTypes: [...Object.values(fileTypes), compoundFile] };

const refusals: Record<FileRefusal, string> = {
  file_too_large: '超过 10 MB',
  file_empty: '是空的',
  file_type_refused: '的内容不是可以收的类型（PDF、Word、Excel、PNG、JPEG）',
};

export type FoundFile = { file: GuideFile } | { problem: string };

/** The folder in which lie the files that the cells name. Every file is looked at once; nothing is stored yet. */
export class FileFolder {
  private readonly found = new Map<string, Promise<FoundFile>>();
  /** Where the bytes of each hash lie. */
  private readonly pathOfHash = new Map<string, string>();

  private constructor(
    private readonly root: string,
    /** Paths below the folder as people type them, and as the disk spells them. */
    private readonly paths: ReadonlyMap<string, string>,
  ) {}

  /** @throws GuideFileError when there is no such folder. */
  static async open(root: string): Promise<FileFolder> {
    try {
      const entries = await readdir(root, { withFileTypes: true, recursive: true });
      const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length));
      return new FileFolder(root, new Map(paths.map((path) => [path.replaceAll('\\', '/').normalize('NFC'), path])));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') throw new GuideFileError(`没有这个附件文件夹：${root}`, { cause: error });
      throw error;
    }
  }

  /** The file, or why it is not taken; undefined when the folder does not have it. */
  async find({ path, name }: NamedFile): Promise<FoundFile | undefined> {
    const onDisk = this.paths.get(path);
    if (onDisk === undefined) return undefined;
    let found = this.found.get(path);
    if (found === undefined) {
      found = this.examine(join(this.root, onDisk), name);
      this.found.set(path, found);
    }
    return found;
  }

  get isUsed(): boolean {
    return this.pathOfHash.size > 0;
  }

  /** Undefined for a file that did not come from this folder. */
  open(hash: string): ReturnType<typeof createReadStream> | undefined {
    const path = this.pathOfHash.get(hash);
    return path === undefined ? undefined : createReadStream(path);
  }

  private async examine(path: string, name: string): Promise<FoundFile> {
    const folder = await mkdtemp(join(tmpdir(), 'guide-import-files-'));
    try {
      const { hash, mediaType, byteSize } = await receiveFile(createReadStream(path), fileLimits, folder);
      const expected = fileTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? '';
      const isRight = mediaType === expected || (mediaType === compoundFile && ['application/msword', 'application/vnd.ms-excel'].includes(expected));
      if (!isRight) return { problem: `“${name}”的内容和扩展名不符` };
      this.pathOfHash.set(hash, path);
      return { file: { hash, name, mediaType: expected, byteSize } };
    } catch (error) {
      if (error instanceof FileRefusedError) return { problem: `“${name}”${refusals[error.code]}` };
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
