import { sheetOf, ownerColumns, stepWay } from './columns/sheets';
import type { ListField } from './columns/listFields';
import { emptyCell, type OpenedTable, type SourceRow } from './guideSource';
import type { RowError } from './rowError';
import { readColumns } from './values/objectList';
import type { ValueContext } from './values/valueKind';

export interface ReadItem {
  /** Whose item it is. */
  code: string | undefined;
  /** One item of one list; null says that the list is empty, of both processes where the row does not name one. */
  items: { field: ListField; item: Record<string, unknown> | null }[];
  errors: RowError[];
}

const stepFields = ['onSiteSteps', 'onlineSteps'] as const;

/** Checks a row of a sheet that lists items of guides; a row that has the code alone says that the guide's list is empty. */
export function readItemRow(row: SourceRow, table: OpenedTable, context: ValueContext): ReadItem {
  const { columns, list } = sheetOf(table.sheet);
  const { implementationCode, guideName: _, ...itemColumns } = columns;
  const owner = readColumns(implementationCode === undefined ? {} : { implementationCode }, row.cells, context);
  const code = owner.values['implementationCode'];
  const isEmpty = [...row.cells].every(([name, cell]) => ownerColumns.has(name) || name === 'way' || cell.kind === 'empty');
  const toErrors = (problems: { name: string; problem: string }[]): RowError[] => problems.map(({ name, problem }) => errorOf(table, row, name, problem));
  const done = (items: ReadItem['items'], errors: RowError[]): ReadItem => ({ code: typeof code === 'string' ? code : undefined, items: errors.length > 0 ? [] : items, errors });

  if (isEmpty) {
    const way = list === 'steps' ? stepWay.read(row.cells.get('way') ?? emptyCell, context) : { value: null };
    if ('problem' in way) return done([], toErrors([...owner.problems, { name: 'way', problem: way.problem }]));
    const fields = list !== 'steps' ? [list as ListField] : way.value === null ? stepFields : [way.value as ListField];
    return done(fields.map((field) => ({ field, item: null })), toErrors(owner.problems));
  }
  const { values, problems } = readColumns(itemColumns, row.cells, context);
  const { way, ...item } = values;
  const field = (list === 'steps' ? way : list) as ListField;
  return done([{ field, item }], toErrors([...owner.problems, ...problems]));
}

export function errorOf(table: OpenedTable, row: SourceRow, name: string, message: string): RowError {
  return { ...(table.sheetName === undefined ? {} : { sheet: table.sheetName }), row: row.number, column: table.headerOf(name), message };
}
