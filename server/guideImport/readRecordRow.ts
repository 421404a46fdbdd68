import { sheetOf } from './columns/sheets';
import { emptyCell, type OpenedTable, type SourceRow } from './guideSource';
import { errorOf } from './readItemRow';
import type { RowError } from './rowError';
import type { ValueContext } from './values/valueKind';

export interface ReadRecord {
  /** The fields that the row carries; null clears one. */
  record: Record<string, unknown>;
  errors: RowError[];
}

/** Checks a row of 大厅, 窗口 or 群众说法: rows of tables of their own. */
export function readRecordRow(row: SourceRow, table: OpenedTable, context: ValueContext): ReadRecord {
  const { columns } = sheetOf(table.sheet);
  const record: Record<string, unknown> = {};
  const errors: RowError[] = [];
  for (const [name, column] of Object.entries(columns)) {
    const cell = row.cells.get(name);
    if (cell === undefined && !column.isRequired) continue;
    const result = column.kind.read(cell ?? emptyCell, context);
    if ('problem' in result) errors.push(errorOf(table, row, name, result.problem));
    else if (result.value === null && column.isRequired) errors.push(errorOf(table, row, name, '没有填写'));
    else record[name] = result.value;
  }
  const isPlaced = [record['latitude'], record['longitude']].map((value) => value !== undefined && value !== null);
  if (errors.length === 0 && isPlaced[0] !== isPlaced[1]) errors.push(errorOf(table, row, 'latitude', '纬度和经度要一起填，或者都不填'));
  return { record, errors };
}
