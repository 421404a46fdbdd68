import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { GuideFile } from '../../contract/guideContent';
import type { FileStorage } from '../../files/fileStorage';
import { fileSlots } from '../files/fileSlots';
import type { WrittenGuide } from './sheetRows';

/** Names that a folder cannot hold, or that would lead out of it. */
const notInNames = process.platform === 'win32' ? /[<>:"/\\|?*\p{Cc}]/gu : /[/\\\p{Cc}]/gu;

/** The files of guides, each under a path that no other one has. */
export class ExportedFiles {
  private readonly files = new Map<string, GuideFile>();
  /** The hashes under a name, as folders that do not know small and large letters apart compare it. */
  private readonly hashesOfName = new Map<string, Set<string>>();

  constructor(guides: readonly WrittenGuide[]) {
    for (const { content } of guides) {
      for (const { value } of fileSlots(content)) {
        const file = value as GuideFile;
        const name = comparableName(file);
        this.hashesOfName.set(name, (this.hashesOfName.get(name) ?? new Set()).add(file.hash));
        this.files.set(`${file.hash} ${file.name}`, file);
      }
    }
  }

  /** Different files of one name lie in folders that are named by the beginning of their hashes. */
  readonly pathOf = (file: GuideFile): string => {
    const name = safeName(file);
    return (this.hashesOfName.get(comparableName(file))?.size ?? 0) > 1 ? `${file.hash.slice(0, 12)}/${name}` : name;
  };

  /**
   * Copies the bytes from the storage; makes no folder when there are none.
   *
   * @returns how many were written, and the names of those whose bytes the storage does not have.
   */
  async write(folder: string, storage: FileStorage): Promise<{ written: number; missing: string[] }> {
    const missing: string[] = [];
    let written = 0;
    for (const file of this.files.values()) {
      const opened = await storage.open(file.hash);
      if (opened === undefined) {
        missing.push(file.name);
        continue;
      }
      const path = join(folder, this.pathOf(file));
      await mkdir(dirname(path), { recursive: true });
      await pipeline(opened.bytes, createWriteStream(path));
      written += 1;
    }
    return { written, missing };
  }
}

function safeName({ name }: GuideFile): string {
  return name.replace(notInNames, '_').replace(/^\.+/u, '_');
}

function comparableName(file: GuideFile): string {
  return safeName(file).normalize('NFC').toLowerCase();
}
