import type { Clock } from '../clock';
import type { FileStorage } from '../files/fileStorage';
import type { DatabasePool, Queryable } from '../database/pool';
import { checkDuplicates, checkReferences } from './checkStaged';
import type { FileFolder } from './files/fileFolder';
import { storeFiles } from './files/storeFiles';
import type { GuideSource } from './guideSource';
import type { ImportSummary } from './importReport';
import { mergeGuides, type MergeCounts } from './mergeGuides';
import { mergeRecords } from './mergeRecords';
import { writeRejectedRows } from './rejectedRowsFile';
import { stageRows } from './stageRows';
import { countErrors, firstErrors, rejectedRows } from './stagedErrors';
import { Staging } from './staging';
import { loadTopics } from './topics';
import type { ValueContext } from './values/valueKind';

export interface ImportOptions {
  clock: Clock;
  /** Import the good rows although others are wrong. */
  isPartial?: boolean;
  /** Do everything, then take it back. */
  isDryRun?: boolean;
  /** Where the wrong rows of a partial import go; nothing is written when there are none. */
  rejectedRowsPath?: string;
  /** Where the files lie that the cells name, and where they go; without it only files that are stored already may be named. */
  files?: { folder: FileFolder; storage: FileStorage };
  onProgress?: (progress: { stage: 'reading' | 'writing'; rows: number }) => void;
}

/** Errors that are kept and shown; the rest is counted. */
const errorsShown = 50;

/**
 * Imports guides in one transaction: by implementation code a guide is added, changed, or left untouched when nothing
 * differs. A column (in JSON: a key) that is absent leaves its field as it is; an empty one clears it. Departments are created
 * by name. Nothing is written when any row is wrong, unless `isPartial`; then a guide is written if all its rows are right.
 *
 * @throws GuideFileError when the file as a whole cannot be read; nothing has changed then.
 */
export async function importGuides(pool: DatabasePool, source: GuideSource, options: ImportOptions): Promise<ImportSummary> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const summary = await importInTransaction(client, source, options);
    await client.query(summary.isWritten ? 'commit' : 'rollback');
    return summary;
  } catch (error) {
    await client.query('rollback').catch((rollbackError: unknown) => {
      broken = rollbackError instanceof Error ? rollbackError : new Error(String(rollbackError));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function importInTransaction(client: Queryable, source: GuideSource, options: ImportOptions): Promise<ImportSummary> {
  const { clock, files, isPartial = false, isDryRun = false } = options;
  const context: ValueContext = { topics: await loadTopics(client), pathOf: ({ name }) => name };
  const staging = await Staging.create(client, files?.folder);
  const opened = await source.open();
  try {
    const read = await stageRows(staging, opened, context, (rows) => options.onProgress?.({ stage: 'reading', rows }));
    options.onProgress?.({ stage: 'writing', rows: read });
    await checkDuplicates(client, opened.tables, source.rowWord);
    const records = await mergeRecords(client, opened.tables, clock.now());
    await checkReferences(client, opened.tables);
    const wrong = await countErrors(client);
    const errors = wrong.errors > 0 ? await firstErrors(client, errorsShown) : [];
    const isImportable = wrong.errors === 0 || isPartial;
    const isWritten = isImportable && !isDryRun;
    if (isWritten && files !== undefined && files.folder.isUsed) await storeFiles(client, files.folder, files.storage, clock.now());
    const counts: MergeCounts = isImportable ? await mergeGuides(client, clock.now()) : { added: 0, changed: 0, unchanged: 0 };
    const rejectedRowsPath = isPartial && wrong.errors > 0 ? options.rejectedRowsPath : undefined;
    if (rejectedRowsPath !== undefined) await writeRejectedRows(rejectedRowsPath, source, rejectedRows(client));
    return {
      rowWord: source.rowWord,
      isOfSeveralSheets: opened.tables.length > 1,
      read,
      ...counts,
      records: isImportable ? records : [],
      wrongRows: wrong.rows,
      errorCount: wrong.errors,
      errors,
      unknownHeaders: [...new Set(opened.tables.flatMap(({ unknownHeaders }) => [...unknownHeaders]))],
      notes: [...opened.notes],
      isDryRun,
      isWritten,
      ...(rejectedRowsPath === undefined ? {} : { rejectedRowsPath }),
    };
  } finally {
    await opened.close();
  }
}
