import type { FileStorage } from '../../files/fileStorage';
import type { Queryable } from '../../database/pool';
import { GuideFileError } from '../guideFileError';
import { fileLimits, type FileFolder } from './fileFolder';

interface NeededFile {
  hash: string;
  name: string;
  mediaType: string;
  byteSize: number;
}

/**
 * Puts into the storage what the valid rows name and the storage does not have. Bytes come before their record: bytes
 * whose record is rolled back stay behind unused.
 *
 * @throws GuideFileError when a file has changed since it was looked at.
 */
export async function storeFiles(client: Queryable, folder: FileFolder, storage: FileStorage, now: Date): Promise<void> {
  const { rows } = await client.query<NeededFile>(`
    select distinct on (file ->> 'hash') file ->> 'hash' as hash, file ->> 'name' as name, file ->> 'mediaType' as "mediaType", (file ->> 'byteSize')::bigint as "byteSize"
    from import_rows r, jsonb_path_query(r.value, 'strict $.**?(@.hash.type() == "string" && @.mediaType.type() == "string")') as file
    where r.is_valid and not exists (select from stored_files f where f.hash = file ->> 'hash')
    order by file ->> 'hash'`);
  for (const file of rows) {
    const bytes = folder.open(file.hash);
    if (bytes === undefined) continue;
    const stored = await storage.put(bytes, fileLimits);
    if (stored.hash !== file.hash) throw new GuideFileError(`文件“${file.name}”在导入过程中被改动了，请重新导入。`);
    await client.query('insert into stored_files (hash, media_type, byte_size, created_at) values ($1, $2, $3, $4) on conflict do nothing', [
      file.hash,
      file.mediaType,
      file.byteSize,
      now,
    ]);
  }
}
