import { GuideFileError } from './guideFileError';
import type { OpenedSource } from './guideSource';
import { stageRow } from './stageRow';
import type { Staging } from './staging';
import type { ValueContext } from './values/valueKind';

const progressEveryRows = 500;

/**
 * Reads every row of a file into the staging tables.
 *
 * @returns how many there are
 * @throws GuideFileError when there is none.
 */
export async function stageRows(staging: Staging, opened: OpenedSource, context: ValueContext, onRows?: (rows: number) => void): Promise<number> {
  let read = 0;
  for (const [tableNumber, table] of opened.tables.entries()) {
    for await (const row of table.rows) {
      for (const staged of stageRow(row, table, tableNumber, context)) await staging.add(staged);
      read += 1;
      if (read % progressEveryRows === 0) onRows?.(read);
    }
  }
  await staging.flush();
  if (read === 0) throw new GuideFileError('只有表头，没有事项。');
  return read;
}
