import type { Clock } from '../clock';
import type { DatabasePool, Queryable } from '../database/pool';
import { GuideFileError } from './guideFileError';
import type { GuideSource, OpenedGuides } from './guideSource';
import type { ImportSummary } from './importReport';
import { mergeStaged, type MergeCounts } from './mergeStaged';
import { readGuideRow } from './readGuideRow';
import { writeRejectedRows } from './rejectedRowsFile';
import { Staging } from './staging';

export interface ImportOptions {
  clock: Clock;
  /** Import the good rows although others are wrong. */
  isPartial?: boolean;
  /** Do everything, then take it back. */
  isDryRun?: boolean;
  /** Where the wrong rows of a partial import go; nothing is written when there are none. */
  rejectedRowsPath?: string;
  onProgress?: (progress: { stage: 'reading' | 'writing'; rows: number }) => void;
}

/** Errors that are kept and shown; the rest is counted. */
const errorsShown = 50;
const progressEveryRows = 500;

/**
 * Imports guides in one transaction: by implementation code a guide is added, changed, or left untouched when nothing
 * differs. A column (in JSON: a key) that is absent leaves its field as it is; an empty one clears it. Departments are created
 * by name. Nothing is written when any row is wrong, unless `isPartial`.
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
  const staging = await Staging.create(client);
  const opened = await source.open();
  const read = await stageRows(staging, opened, options);
  await staging.rejectDuplicates(opened.headerOf('implementation_code'), source.rowWord);
  const wrong = await staging.countErrors();
  const errors = wrong.errors > 0 ? await staging.firstErrors(errorsShown) : [];
  const isImportable = wrong.errors === 0 || options.isPartial === true;
  options.onProgress?.({ stage: 'writing', rows: read });
  const counts: MergeCounts = isImportable ? await mergeStaged(client, options.clock.now()) : { added: 0, changed: 0, unchanged: 0 };
  const rejectedRowsPath = options.isPartial === true && wrong.errors > 0 ? options.rejectedRowsPath : undefined;
  if (rejectedRowsPath !== undefined) await writeRejectedRows(rejectedRowsPath, source, staging.rejectedRows());
  return {
    rowWord: source.rowWord,
    read,
    ...counts,
    wrongRows: wrong.rows,
    errorCount: wrong.errors,
    errors,
    unknownHeaders: [...opened.unknownHeaders],
    notes: [...opened.notes],
    isDryRun: options.isDryRun === true,
    isWritten: isImportable && options.isDryRun !== true,
    ...(rejectedRowsPath === undefined ? {} : { rejectedRowsPath }),
  };
}

async function stageRows(staging: Staging, opened: OpenedGuides, options: ImportOptions): Promise<number> {
  let read = 0;
  for await (const row of opened.rows) {
    await staging.add(readGuideRow(row, opened));
    read += 1;
    if (read % progressEveryRows === 0) options.onProgress?.({ stage: 'reading', rows: read });
  }
  await staging.flush();
  if (read === 0) throw new GuideFileError('只有表头，没有事项。');
  return read;
}
