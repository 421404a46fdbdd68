import type { Queryable } from '../database/pool';
import { checkContent } from './checkContent';
import type { SheetKey } from './columns/sheets';
import type { FileFolder } from './files/fileFolder';
import { namesFile } from './files/fileSlots';
import { resolveFiles } from './files/resolveFiles';
import type { OpenedTable } from './guideSource';
import type { RowError } from './rowError';

/** Rows, and characters of JSON, that go to the database in one statement. */
const batchLimits = { rows: 500, characters: 1_000_000 };

/** What has been read of a row. */
export interface StagedRow {
  table: OpenedTable;
  /** The place of the table in its file: errors are shown in this order. */
  tableNumber: number;
  row: number;
  /** 实施编码 of the guide, or what identifies a row of another table. */
  code: string | undefined;
  /** The list of an item; the number of a window. */
  field?: string;
  department?: string;
  /** Of a guide the fields given, null to be cleared; of an item the item, null for an empty list. */
  value: unknown;
  errors: RowError[];
}

const columns = 'sheet text, table_number integer, row_number integer, code text, field text, department text, value jsonb, is_valid boolean';
const columnNames = columns.replace(/ (?:text|integer|jsonb|boolean)/gu, '');

/**
 * What has been read waits in temporary tables of the import's own transaction, so that the memory of this process is bounded
 * and nothing is changed before the last row has been read. Wrong rows are kept with their code only.
 */
export class Staging {
  private rows: string[] = [];
  /** Rows whose files must be looked for first. */
  private waiting: StagedRow[] = [];
  private errors: (RowError & { table: number; sheet_name: string | undefined; position: number })[] = [];
  private characters = 0;

  private constructor(
    private readonly client: Queryable,
    private readonly files: FileFolder | undefined,
    private readonly missingFileHint: string | undefined,
  ) {}

  /**
   * Must be called inside a transaction; its end drops the tables.
   *
   * @param missingFileHint what to do about a file that a cell names and nobody has, where there is no folder of files.
   */
  static async create(client: Queryable, files: FileFolder | undefined, missingFileHint?: string): Promise<Staging> {
    await client.query(`
      create temporary table import_rows (${columns}, guide_id bigint, is_changed boolean) on commit drop;
      create temporary table import_errors (table_number integer not null, sheet_name text, row_number integer not null, position integer not null,
        column_label text, message text not null) on commit drop`);
    return new Staging(client, files, missingFileHint);
  }

  async add(row: StagedRow): Promise<void> {
    const isNaming = row.errors.length === 0 && namesFile(contentOf(row));
    if (isNaming) {
      this.waiting.push(row);
      this.characters += JSON.stringify(row.value).length;
    } else this.finish(row);
    if (this.rows.length + this.waiting.length >= batchLimits.rows || this.characters >= batchLimits.characters) await this.flush();
  }

  async flush(): Promise<void> {
    await this.resolveWaiting();
    if (this.rows.length > 0) {
      await this.client.query(`insert into import_rows (${columnNames}) select ${columnNames} from json_to_recordset($1::text::json) as r(${columns})`, [
        `[${this.rows.join(',')}]`,
      ]);
    }
    if (this.errors.length > 0) {
      await this.client.query(
        `insert into import_errors (table_number, sheet_name, row_number, position, column_label, message)
         select "table", sheet_name, "row", position, "column", message
         from json_to_recordset($1::text::json) as e("table" integer, sheet_name text, "row" integer, position integer, "column" text, message text)`,
        [JSON.stringify(this.errors)],
      );
    }
    this.rows = [];
    this.errors = [];
    this.characters = 0;
  }

  private async resolveWaiting(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    if (rows.length === 0) return;
    const naming = rows.map((row) => ({
      code: row.code ?? '',
      content: contentOf(row),
      reject: (field: string, message: string) => void row.errors.push(errorIn(row, field, message)),
    }));
    await resolveFiles(this.client, this.files, naming, this.missingFileHint);
    for (const row of rows) this.finish(row);
  }

  private finish(row: StagedRow): void {
    const { table, tableNumber, errors } = row;
    const content = contentOf(row);
    if (errors.length === 0) errors.push(...checkContent(content).map(({ field, problem }) => errorIn(row, field, problem)));
    const isValid = errors.length === 0;
    const json = JSON.stringify({
      sheet: table.sheet,
      table_number: tableNumber,
      row_number: row.row,
      code: row.code,
      field: row.field,
      is_valid: isValid,
      ...(isValid ? { department: row.department, value: row.value } : {}),
    });
    this.rows.push(json);
    this.characters += json.length;
    errors.forEach((error, position) => this.errors.push({ ...error, table: tableNumber, sheet_name: error.sheet, position }));
  }
}

/** The part of a guide that a row gives, a single item as a list of one; nothing for rows of other tables. */
function contentOf({ table, field, value }: StagedRow): Record<string, unknown> {
  if (otherTables.has(table.sheet) || value === null || value === undefined) return {};
  return table.sheet === 'basic' ? (value as Record<string, unknown>) : { [field ?? '']: [value] };
}
const otherTables: ReadonlySet<SheetKey> = new Set(['offices', 'windows', 'synonyms']);

/** @param place a field, or a field and the key in its items: in a sheet of items the key is the column. */
function errorIn({ table, row }: StagedRow, place: string, message: string): RowError {
  const [field = '', key = field] = place.split('.');
  return { ...(table.sheetName === undefined ? {} : { sheet: table.sheetName }), row, column: table.headerOf(table.sheet === 'basic' ? field : key), message };
}
