import type { Queryable } from '../../database/pool';
import type { SheetKey } from '../columns/sheets';
import type { OpenedTable } from '../guideSource';

/** What the person who brings the file in may change. */
export interface ImportScope {
  departmentIds: readonly number[];
  mayChangeOffices: boolean;
  mayChangeSynonyms: boolean;
}

const insertErrors = 'insert into import_errors (table_number, sheet_name, row_number, position, column_label, message)';
/** Behind the errors of cells and of references. */
const position = 2_000;

/** Rejects rows of tables that the person may not change; before they are merged. */
export async function checkRecordScope(client: Queryable, tables: readonly OpenedTable[], scope: ImportScope): Promise<void> {
  const refusals: Partial<Record<SheetKey, string>> = {
    ...(scope.mayChangeOffices ? {} : { offices: '由管理员或大厅管理员修改，您没有这项权限', windows: '由管理员或大厅管理员修改，您没有这项权限' }),
    ...(scope.mayChangeSynonyms ? {} : { synonyms: '由管理员或编辑修改，您没有这项权限' }),
  };
  for (const [number, table] of tables.entries()) {
    const refusal = refusals[table.sheet];
    if (refusal === undefined) continue;
    await client.query(`${insertErrors} select table_number, $2::text, row_number, ${position}, null, $3::text from import_rows where table_number = $1::integer`, [number, table.sheetName ?? null, refusal]);
    await client.query('update import_rows set is_valid = false where table_number = $1::integer', [number]);
  }
}

/**
 * Rejects guides that would be added or changed outside the person's departments, and departments that do not exist: on the screen
 * a spelling mistake must not make a new one. What would change nothing is nobody's business.
 */
export async function checkGuideScope(client: Queryable, tables: readonly OpenedTable[], scope: ImportScope): Promise<void> {
  const places = JSON.stringify(tables.map((table, number) => ({ number, sheet_name: table.sheetName ?? null, column_label: table.sheet === 'basic' ? table.headerOf('department') : null })));
  await client.query(
    `with wrong as (
       select s.code, s.table_number, s.row_number,
         case when s.department is not null and t.id is null then '没有名为“' || s.department || '”的部门，请管理员先在“部门”里添加'
           when g.id is not null and not g.department_id = any($1::bigint[]) then '这个事项属于“' || d.name || '”，不在您负责的部门里'
           when t.id is not null and not t.id = any($1::bigint[]) then '“' || t.name || '”不在您负责的部门里' end as message
       from import_rows s
         left join service_guides g on g.id = s.guide_id left join departments d on d.id = g.department_id
         left join departments t on t.name = s.department
       where s.is_valid and s.sheet = 'basic' and (s.guide_id is null or s.is_changed)
     ), placed as (
       -- A guide of which other sheets alone have rows is told of at the first of them.
       select distinct on (w.code) w.code, w.message, r.table_number, r.row_number from wrong w join import_rows r on r.code = w.code and r.table_number >= 0
       where w.message is not null and r.sheet not in ('offices', 'windows', 'synonyms') order by w.code, r.table_number, r.row_number
     )
     ${insertErrors}
     select p.table_number, t.sheet_name, p.row_number, ${position}, t.column_label, p.message
     from placed p join json_to_recordset($2::json) as t (number integer, sheet_name text, column_label text) on t.number = p.table_number`,
    [scope.departmentIds, places],
  );
  await client.query(
    `update import_rows set is_valid = false where is_valid and sheet not in ('offices', 'windows', 'synonyms') and code in
       (select r.code from import_errors e join import_rows r on r.table_number = e.table_number and r.row_number = e.row_number
        where e.position = ${position} and r.sheet not in ('offices', 'windows', 'synonyms'))`,
  );
}
