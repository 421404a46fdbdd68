import { CompiledQuery, sql } from 'kysely';
import type { DatabaseTransaction } from '../database/database';
import type { Queryable } from '../database/pool';
import { writeGuides } from '../guideImport/mergeGuides';
import { stageImport, type StageOptions } from '../guideImport/preview/stageImport';
import type { ImportedFile } from './importedFile';

/** The caller's transaction as the importer wants its connection. */
function clientOf(tx: DatabaseTransaction): Queryable {
  return {
    query: async <Row>(text: string | { text: string; values?: readonly unknown[] }, values: readonly unknown[] = []) => {
      const query = typeof text === 'string' ? CompiledQuery.raw(text, [...values]) : CompiledQuery.raw(text.text, [...(text.values ?? [])]);
      const { rows } = await tx.executeQuery(query);
      return { rows: rows as Row[], rowCount: rows.length, command: '', fields: [] };
    },
  };
}

const compared = 'kind, sheet, row_number, code, guide_id, guide_version, before, after';

/**
 * Does what a preview says, in the caller's transaction: works it out once more, with everybody else kept from changing guides, and
 * writes only when every row comes out as it was shown.
 *
 * @returns false when anything differs; then nothing has been written.
 */
export async function applyPreview(tx: DatabaseTransaction, importId: string, file: ImportedFile, options: Omit<StageOptions, 'isToBeWritten'>): Promise<boolean> {
  const client = clientOf(tx);
  await client.query('savepoint before_import');
  const opened = await file.source.open();
  try {
    await stageImport(client, opened, file.source, { ...options, isToBeWritten: true });
  } finally {
    await opened.close();
  }
  const different = await sql<{ differs: boolean }>`
    with wanted as (select ${sql.raw(compared)} from guide_import_rows where import_id = ${importId}::uuid and kind <> 'unchanged'),
      found as (select ${sql.raw(compared)} from import_preview where kind <> 'unchanged')
    select exists (select * from wanted except all select * from found) or exists (select * from found except all select * from wanted) as differs`.execute(tx);
  if (different.rows[0]?.differs !== false) {
    await client.query('rollback to savepoint before_import');
    return false;
  }
  await writeGuides(client, options.now);
  return true;
}
