import type { Queryable } from '../database/pool';
import type { RowError } from './rowError';

interface ErrorRow {
  sheet: string | null;
  row: number;
  column: string | null;
  message: string;
}

const toError = ({ sheet, row, column, message }: ErrorRow): RowError => ({ ...(sheet === null ? {} : { sheet }), row, column, message });

export async function countErrors(client: Queryable): Promise<{ rows: number; errors: number }> {
  const { rows } = await client.query<{ rows: number; errors: number }>(
    'select count(distinct (table_number, row_number))::integer as rows, count(*)::integer as errors from import_errors',
  );
  return rows[0] ?? { rows: 0, errors: 0 };
}

/** Errors in the order of the file. */
export async function firstErrors(client: Queryable, limit: number): Promise<RowError[]> {
  const { rows } = await client.query<ErrorRow>(
    `select sheet_name as sheet, row_number as "row", column_label as "column", message from import_errors
     order by table_number, row_number, position limit ${limit}`,
  );
  return rows.map(toError);
}

/** Wrong rows with all their reasons, in the order of the file, read a page at a time. */
export async function* rejectedRows(client: Queryable): AsyncGenerator<{ row: number; sheet: string | undefined; reasons: RowError[] }> {
  for (let [table, after] = [-1, -1]; ; ) {
    const { rows } = await client.query<{ table: number; row: number; reasons: ErrorRow[] }>(
      `select table_number as "table", row_number as "row",
         json_agg(json_build_object('sheet', sheet_name, 'row', row_number, 'column', column_label, 'message', message) order by position) as reasons
       from import_errors where (table_number, row_number) > ($1::integer, $2::integer)
       group by table_number, row_number order by table_number, row_number limit 500`,
      [table, after],
    );
    for (const { row, reasons } of rows) yield { row, sheet: reasons[0]?.sheet ?? undefined, reasons: reasons.map(toError) };
    const last = rows.at(-1);
    if (last === undefined) return;
    [table, after] = [last.table, last.row];
  }
}
