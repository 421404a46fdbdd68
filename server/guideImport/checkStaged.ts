import type { Queryable } from '../database/pool';
import { mostItems } from './columns/listFields';
import type { SheetKey } from './columns/sheets';
import type { OpenedTable } from './guideSource';

/** The sheets of which a row is, or belongs to, a guide. */
export const ofGuides = `sheet not in ('offices', 'windows', 'synonyms')`;
/** Behind the errors of single cells. */
const position = 1_000;

/** A table with its place in the file, by which its rows and errors are known. */
interface Place {
  number: number;
  table: OpenedTable;
}
type Places = ReadonlyMap<SheetKey, Place>;

const placesOf = (tables: readonly OpenedTable[]): Places => new Map(tables.map((table, number) => [table.sheet, { number, table }]));

/** Rejects rows that stand twice; what is valid after that can be merged row by row. */
export async function checkDuplicates(client: Queryable, tables: readonly OpenedTable[], rowWord: string): Promise<void> {
  await client.query('analyze import_rows');
  await rejectDuplicates(client, placesOf(tables), rowWord);
  await markWrongRows(client);
}

/**
 * Finds what only shows when all rows have been read and those of 大厅 and 窗口 are in their tables, and marks every row that
 * must not be written: the wrong ones, and all rows of a guide that has a wrong one, because half a guide is worse than none.
 */
export async function checkReferences(client: Queryable, tables: readonly OpenedTable[]): Promise<void> {
  const places = placesOf(tables);
  for (const [sheet, place] of places) {
    if (!['basic', 'offices', 'windows', 'synonyms'].includes(sheet)) await rejectUnknownGuides(client, place);
  }
  await rejectLongLists(client, places);
  await rejectUnknownOffices(client, places);
  await markWrongRows(client);
  await client.query(`
    update import_rows set is_valid = false where is_valid and ${ofGuides} and code in
      (select code from import_rows where not is_valid and ${ofGuides} and code is not null)`);
}

async function markWrongRows(client: Queryable): Promise<void> {
  await client.query(`
    update import_rows r set is_valid = false where is_valid and exists
      (select from import_errors e where e.table_number = r.table_number and e.row_number = r.row_number)`);
}

const insertErrors = 'insert into import_errors (table_number, sheet_name, row_number, position, column_label, message)';

/** Rows that stand twice: every one of them is wrong, and names the others (at most five). */
async function rejectDuplicates(client: Queryable, places: Places, rowWord: string): Promise<void> {
  const keyColumns: Partial<Record<SheetKey, string>> = { basic: 'implementationCode', offices: 'code', windows: 'number', synonyms: 'phrase' };
  for (const [sheet, { number, table }] of places) {
    const keyColumn = keyColumns[sheet];
    if (keyColumn === undefined) continue;
    await client.query(
      `${insertErrors}
       select r.table_number, $2::text, r.row_number, ${position}, $3::text,
         '“' || coalesce(r.field, r.code) || '”与第 ' || array_to_string((array_remove(d.numbers, r.row_number))[1:5], '、') || ' ' || $4::text || '重复'
         || case when d.amount > 6 then '（共 ' || d.amount || ' ' || $4::text || '）' else '' end
       from import_rows r
       join (select code, field, count(*) as amount, (array_agg(row_number order by row_number))[1:6] as numbers
             from import_rows where table_number = $1::integer and code is not null group by code, field having count(*) > 1) d
         on d.code = r.code and d.field is not distinct from r.field
       where r.table_number = $1::integer`,
      [number, table.sheetName ?? null, table.headerOf(keyColumn), rowWord],
    );
  }
}

async function rejectUnknownGuides(client: Queryable, { number, table }: Place): Promise<void> {
  await client.query(
    `${insertErrors}
     select distinct r.table_number, $2::text, r.row_number, ${position}, $3::text, '“' || r.code || '”不在工作表「基本信息」里，数据库里也没有'
     from import_rows r where r.table_number = $1::integer and r.code is not null
       and not exists (select from import_rows b where b.sheet = 'basic' and b.code = r.code)
       and not exists (select from service_guides g where g.implementation_code = r.code)`,
    [number, table.sheetName ?? null, table.headerOf('implementationCode')],
  );
}

/** The items of a list are told of together at its last row. */
async function rejectLongLists(client: Queryable, places: Places): Promise<void> {
  for (const { number, table } of places.values()) {
    if (table.sheet === 'basic') continue;
    await client.query(
      `${insertErrors}
       select $1::integer, $2::text, max(r.row_number), ${position}, null, '：“' || r.code || '”一共有 ' || count(*) || ' 行，最多 ' || m.most || ' 行'
       from import_rows r join json_each_text($3::json) as limits (field, most_text) on limits.field = r.field
         cross join lateral (select limits.most_text::integer as most) m
       where r.table_number = $1::integer and r.code is not null
       group by r.code, r.field, m.most having count(*) > m.most`,
      [number, table.sheetName ?? null, JSON.stringify(mostItems)],
    );
  }
}

async function rejectUnknownOffices(client: Queryable, places: Places): Promise<void> {
  for (const { number, table } of places.values()) {
    if (table.sheet === 'basic') await rejectUnknownPlaces(client, { number, table }, `jsonb_array_elements(case when jsonb_typeof(r.value -> 'places') = 'array' then r.value -> 'places' else '[]' end)`, 'places', 'places');
    if (table.sheet === 'places') await rejectUnknownPlaces(client, { number, table }, `(select r.value where jsonb_typeof(r.value) = 'object')`, 'officeCode', 'windowNumbers');
  }
}

async function rejectUnknownPlaces(client: Queryable, { number, table }: Place, source: string, officeColumn: string, windowColumn: string): Promise<void> {
  await client.query(
    `${insertErrors}
     select r.table_number, $2::text, r.row_number, ${position}, $3::text, '没有编码为“' || (place ->> 'officeCode') || '”的大厅，请先在 .xlsx 的工作表「大厅」里加上'
     from import_rows r, lateral ${source} as each (place)
     where r.table_number = $1::integer and r.is_valid and not exists (select from offices o where o.code = place ->> 'officeCode')`,
    [number, table.sheetName ?? null, table.headerOf(officeColumn)],
  );
  await client.query(
    `${insertErrors}
     select r.table_number, $2::text, r.row_number, ${position + 1}, $3::text, '大厅“' || o.code || '”没有编号为“' || wanted || '”的窗口，请先在 .xlsx 的工作表「窗口」里加上'
     from import_rows r, lateral ${source} as each (place), jsonb_array_elements_text(coalesce(place -> 'windowNumbers', '[]')) as window_number (wanted), offices o
     where r.table_number = $1::integer and r.is_valid and o.code = place ->> 'officeCode'
       and not exists (select from window_counters w where w.office_id = o.id and w.number = wanted)`,
    [number, table.sheetName ?? null, table.headerOf(windowColumn)],
  );
}
