import type { Queryable } from '../database/pool';
import type { FieldValues } from './fieldReaders';
import { guideColumns, guideFields, type GuideField } from './guideColumns';
import type { ReadGuideRow, RowError } from './readGuideRow';

/** Rows, and characters of JSON, that go to the database in one statement. */
const batchLimits = { rows: 500, characters: 1_000_000 };

const columnTypes: Record<GuideField, string> = {
  implementation_code: 'text',
  name: 'text',
  department: 'text',
  item_type: 'text',
  audiences: 'text[]',
  handling_type: 'text',
  statutory_days: 'integer',
  committed_days: 'integer',
  visits: 'integer',
  summary: 'text',
  eligibility: 'text',
  fee: 'text',
  required_materials: 'jsonb',
  address: 'text',
  opening_hours: 'text',
  consultation_phone: 'text',
  supervision_phone: 'text',
};
const columns = guideFields.map((field) => `${field} ${columnTypes[field]}`).join(', ');

/** The optional fields; a row's `given` has bit n set when it carries the n-th of them. */
export const optionalFields = guideFields.filter((field) => !guideColumns[field].isRequired);

type StagedRow = { row_number: number; is_valid: boolean; given: number } & Partial<FieldValues>;

/**
 * What has been read waits in temporary tables of the import's own transaction, so that the memory of this process is bounded
 * and nothing is changed before the last row has been read. Wrong rows are kept with their code only.
 */
export class Staging {
  private rows: string[] = [];
  private errors: (RowError & { position: number })[] = [];
  private characters = 0;

  private constructor(private readonly client: Queryable) {}

  /** Must be called inside a transaction; its end drops the tables. */
  static async create(client: Queryable): Promise<Staging> {
    await client.query(`
      create temporary table import_rows (row_number integer not null, is_valid boolean not null, given integer not null, ${columns},
        guide_id bigint, is_changed boolean) on commit drop;
      create temporary table import_errors (row_number integer not null, position integer not null, column_label text, message text not null) on commit drop`);
    return new Staging(client);
  }

  async add(row: ReadGuideRow): Promise<void> {
    const staged: StagedRow = {
      row_number: row.number,
      is_valid: row.guide !== undefined,
      given: row.given.reduce((bits, field) => bits | (1 << optionalFields.indexOf(field)), 0),
      ...(row.guide ?? (row.implementationCode === undefined ? {} : { implementation_code: row.implementationCode })),
    };
    const json = JSON.stringify(staged);
    this.rows.push(json);
    this.characters += json.length;
    row.errors.forEach((error, position) => this.errors.push({ ...error, position }));
    if (this.rows.length >= batchLimits.rows || this.characters >= batchLimits.characters) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.rows.length > 0) {
      await this.client.query(
        `insert into import_rows (row_number, is_valid, given, ${guideFields.join(', ')})
         select row_number, is_valid, given, ${guideFields.join(', ')}
         from json_to_recordset($1::text::json) as r(row_number integer, is_valid boolean, given integer, ${columns})`,
        [`[${this.rows.join(',')}]`],
      );
    }
    if (this.errors.length > 0) {
      await this.client.query(
        `insert into import_errors (row_number, position, column_label, message)
         select "row", position, "column", message
         from json_to_recordset($1::text::json) as e("row" integer, position integer, "column" text, message text)`,
        [JSON.stringify(this.errors)],
      );
    }
    this.rows = [];
    this.errors = [];
    this.characters = 0;
  }

  /** Finds codes that stand in several rows: every one of these rows is wrong, and names the others (at most five). */
  async rejectDuplicates(codeHeader: string, rowWord: string): Promise<void> {
    await this.client.query('analyze import_rows');
    await this.client.query(
      `insert into import_errors (row_number, position, column_label, message)
       select r.row_number, ${guideFields.length}, $1::text,
         '“' || r.implementation_code || '”与第 ' || array_to_string((array_remove(d.numbers, r.row_number))[1:5], '、') || ' ' || $2::text || '重复'
         || case when d.amount > 6 then '（共 ' || d.amount || ' ' || $2::text || '）' else '' end
       from import_rows r
       join (select implementation_code, count(*) as amount, (array_agg(row_number order by row_number))[1:6] as numbers
             from import_rows where implementation_code is not null group by implementation_code having count(*) > 1) d using (implementation_code)`,
      [codeHeader, rowWord],
    );
    await this.client.query('update import_rows set is_valid = false where is_valid and row_number in (select row_number from import_errors)');
  }

  async countErrors(): Promise<{ rows: number; errors: number }> {
    const { rows } = await this.client.query<{ rows: number; errors: number }>(
      'select count(distinct row_number)::integer as rows, count(*)::integer as errors from import_errors',
    );
    return rows[0] ?? { rows: 0, errors: 0 };
  }

  /** Errors in the order of the file. */
  async firstErrors(limit: number): Promise<RowError[]> {
    const { rows } = await this.client.query<RowError>(
      `select row_number as "row", column_label as "column", message from import_errors order by row_number, position limit ${limit}`,
    );
    return rows;
  }

  /** Wrong rows with all their reasons, in the order of the file, read a page at a time. */
  async *rejectedRows(): AsyncGenerator<{ row: number; reasons: RowError[] }> {
    for (let after = -1; ; ) {
      const { rows } = await this.client.query<{ row: number; reasons: RowError[] }>(
        `select row_number as "row", json_agg(json_build_object('row', row_number, 'column', column_label, 'message', message) order by position) as reasons
         from import_errors where row_number > $1::integer group by row_number order by row_number limit 500`,
        [after],
      );
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.row;
    }
  }
}
