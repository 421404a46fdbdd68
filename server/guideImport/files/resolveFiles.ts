import type { GuideFile } from '../../contract/guideContent';
import type { Queryable } from '../../database/pool';
import { NamedFile } from '../values/fileValue';
import type { FileFolder } from './fileFolder';
import { fileSlots } from './fileSlots';

export interface NamingRow {
  /** 实施编码 of the guide. */
  code: string;
  /** The files that it names are replaced by what they are. */
  content: Record<string, unknown>;
  /** `place` is a field, or `field.key`. */
  reject(place: string, problem: string): void;
}

/**
 * Finds the files that rows name: in the folder, or, where that does not have them, among those that are stored under the same
 * name in the same field of the same guide.
 */
export async function resolveFiles(client: Queryable, folder: FileFolder | undefined, rows: readonly NamingRow[], missingFileHint = '请用 --files 指出附件文件夹'): Promise<void> {
  const missing: { row: NamingRow; slot: string; named: NamedFile; replace: (file: GuideFile) => void }[] = [];
  for (const row of rows) {
    for (const { name: slot, value: named, replace } of [...fileSlots(row.content)]) {
      if (!(named instanceof NamedFile)) continue;
      const found = await folder?.find(named);
      if (found === undefined) missing.push({ row, slot, named, replace });
      else if ('problem' in found) row.reject(slot, found.problem);
      else replace(found.file);
    }
  }
  if (missing.length === 0) return;
  const stored = await storedFiles(client, [...new Set(missing.map(({ row }) => row.code))]);
  for (const { row, slot, named, replace } of missing) {
    const candidates = stored.get(`${row.code} ${slot}`)?.filter(({ name }) => name === named.name) ?? [];
    const folderName = named.path.slice(0, -named.name.length).replaceAll('/', '');
    const file = candidates.find(({ hash }) => folderName !== '' && hash.startsWith(folderName)) ?? candidates[0];
    if (file !== undefined) replace(file);
    else row.reject(slot, folder === undefined ? `找不到文件“${named.path}”：${missingFileHint}` : `附件文件夹里没有“${named.path}”`);
  }
}

async function storedFiles(client: Queryable, codes: readonly string[]): Promise<Map<string, GuideFile[]>> {
  const { rows } = await client.query<{ code: string; content: Record<string, unknown> }>(
    'select implementation_code as code, content from service_guides where implementation_code = any($1::text[])',
    [codes],
  );
  const files = new Map<string, GuideFile[]>();
  for (const { code, content } of rows) {
    for (const { name, value } of fileSlots(content)) {
      const key = `${code} ${name}`;
      files.set(key, [...(files.get(key) ?? []), value as GuideFile]);
    }
  }
  return files;
}
