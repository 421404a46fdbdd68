import type { Queryable } from '../../database/pool';
import { merged } from '../mergeGuides';
import { sheetOf } from '../columns/sheets';
import type { OpenedTable } from '../guideSource';

const columns = 'kind, sheet, table_number, row_number, code, name, guide_id, guide_version, before, after, reasons';

const officeFields = ['name', 'address', 'opening_hours', 'phone', 'transport', 'accessibility', 'latitude', 'longitude'];

/** The rows of tables other than guides, as they are stored, for those keys that the file has. */
const recordStates = `
  select 'offices' as sheet, o.code as key, jsonb_build_object(${officeFields.map((field) => `'${field}', o.${field}`).join(', ')}) as value
    from offices o where o.code in (select code from import_rows where sheet = 'offices')
  union all
  select 'windows', o.code || ' ' || w.number, jsonb_build_object('name', w.name, 'floor', w.floor)
    from window_counters w join offices o on o.id = w.office_id where (o.code, w.number) in (select code, field from import_rows where sheet = 'windows')
  union all
  select 'synonyms', y.phrase, jsonb_build_object('terms', y.official_terms)
    from search_synonyms y where y.phrase in (select code from import_rows where sheet = 'synonyms')`;

/** Remembers offices, windows and synonyms before they are merged. */
export async function rememberRecords(client: Queryable): Promise<void> {
  await client.query(`create temporary table import_records_before on commit drop as ${recordStates}`);
}

const differing = (of: string, other: string): string => `(select jsonb_object_agg(key, value) from jsonb_each(${of}) as each where value is distinct from ${other} -> key)`;

/**
 * Says of every row what it does, in the temporary table `import_preview`: when records have been merged, rows been checked and
 * guides been compared, and before guides are written.
 */
export async function fillPreview(client: Queryable, tables: readonly OpenedTable[]): Promise<void> {
  const names = JSON.stringify(Object.fromEntries(tables.map(({ sheet, sheetName }) => [sheet, sheetName ?? sheetOf(sheet).name])));
  await client.query(`
    create temporary table import_preview (kind text, sheet text, table_number integer, row_number integer, code text, name text, guide_id bigint,
      guide_version integer, before jsonb, after jsonb, reasons jsonb) on commit drop`);
  await client.query(
    `insert into import_preview (${columns})
     select case when before is null then 'added' when not is_changed then 'unchanged'
         when after ->> 'status' = 'cancelled' and before ->> 'status' is distinct from 'cancelled' then 'cancelled' else 'changed' end,
       coalesce($1::jsonb ->> 'basic', '${sheetOf('basic').name}'), table_number, row_number, code, after ->> 'name', guide_id, guide_version,
       case when is_changed then ${differing('before', 'after')} end, case when before is null then after when is_changed then ${differing('after', 'before')} end, null
     from (
       select s.*, g.version as guide_version, g.content || jsonb_build_object('department', d.name) as before,
         case when g.id is null then jsonb_strip_nulls(s.value) || jsonb_build_object('department', s.department)
           else ${merged} || jsonb_build_object('department', coalesce(s.department, d.name)) end as after
       from import_rows s left join service_guides g on g.id = s.guide_id left join departments d on d.id = g.department_id
       where s.is_valid and s.sheet = 'basic') as compared`,
    [names],
  );
  await client.query(
    `with now_stored as (${recordStates})
     insert into import_preview (${columns})
     select case when b.value is null and n.value is not null then 'added' when b.value is distinct from n.value then 'changed' else 'unchanged' end,
       $1::jsonb ->> r.sheet, r.table_number, r.row_number, r.code, coalesce(r.value ->> 'name', r.code), null, null,
       ${differing('b.value', `coalesce(n.value, '{}')`)}, ${differing('n.value', `coalesce(b.value, '{}')`)}, null
     from import_rows r
       left join import_records_before b on b.sheet = r.sheet and b.key = concat_ws(' ', r.code, r.field)
       left join now_stored n on n.sheet = r.sheet and n.key = concat_ws(' ', r.code, r.field)
     where r.is_valid and r.sheet in ('offices', 'windows', 'synonyms')`,
    [names],
  );
  await client.query(
    `insert into import_preview (${columns})
     select 'refused', coalesce(min(e.sheet_name), $1::jsonb ->> min(r.sheet), ''), e.table_number, e.row_number, min(r.code), null, null, null, null, null,
       json_agg(json_build_object('column', e.column_label, 'message', e.message) order by e.position)::jsonb
     from (select distinct on (table_number, row_number, position, message) * from import_errors) e
       left join (select distinct on (table_number, row_number) * from import_rows where table_number >= 0 order by table_number, row_number) r
         on r.table_number = e.table_number and r.row_number = e.row_number
     group by e.table_number, e.row_number`,
    [names],
  );
}
