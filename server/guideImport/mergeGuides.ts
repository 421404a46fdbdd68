import type { Queryable } from '../database/pool';
import { ofGuides } from './checkStaged';
import { everybody } from './values/itemKinds';

export interface MergeCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/** A time limit whose note the row does not give keeps the stored one. */
const keptNotes = `coalesce((select jsonb_object_agg(field, (g.content -> field) || (s.value -> field))
  from unnest(array['statutoryLimit', 'committedLimit']) as field
  where jsonb_typeof(g.content -> field) = 'object' and jsonb_typeof(s.value -> field) = 'object'), '{}')`;

/** What a stored guide will be: its own fields, those that the row gives over them, without what the row clears. */
export const merged = `jsonb_strip_nulls(g.content || s.value || ${keptNotes})`;

/**
 * Brings the valid staged rows into `service_guides` by implementation code. Rows that would change nothing are not touched, and
 * where nothing changes at all no statement is run, because the tables' triggers announce every statement.
 *
 * @param now becomes `created_at` and `updated_at` of what is written.
 */
export async function mergeGuides(client: Queryable, now: Date): Promise<MergeCounts> {
  await lockGuides(client);
  await compareGuides(client);
  return writeGuides(client, now);
}

/** Readers go on; two imports, or an import and an editor, do not overwrite each other. */
export async function lockGuides(client: Queryable): Promise<void> {
  await client.query('lock table departments, service_guides in share row exclusive mode');
}

/** Finds the stored guide of every valid row, and whether the row would change it. */
export async function compareGuides(client: Queryable): Promise<void> {
  await gatherLists(client);
  await client.query(`
    update import_rows s set guide_id = g.id, is_changed = (s.department is not null and s.department <> d.name) or g.content <> ${merged}
    from service_guides g join departments d on d.id = g.department_id
    where s.is_valid and s.sheet = 'basic' and g.implementation_code = s.code`);
}

/** Writes the valid rows that have been compared. */
export async function writeGuides(client: Queryable, now: Date): Promise<MergeCounts> {
  const { rows } = await client.query<MergeCounts>(`
    select count(*) filter (where guide_id is null)::integer as added, count(*) filter (where is_changed)::integer as changed,
      count(*) filter (where not is_changed)::integer as unchanged
    from import_rows where is_valid and sheet = 'basic'`);
  const counts = rows[0] ?? { added: 0, changed: 0, unchanged: 0 };
  if (counts.added + counts.changed === 0) return counts;

  await addDepartments(client, now);
  if (counts.added > 0) {
    await client.query(
      `insert into service_guides (implementation_code, department_id, content, created_at, updated_at)
       select s.code, d.id, jsonb_strip_nulls(jsonb_build_object('audiences', $2::jsonb) || s.value), $1::timestamptz, $1::timestamptz
       from import_rows s join departments d on d.name = s.department
       where s.is_valid and s.sheet = 'basic' and s.guide_id is null order by s.row_number`,
      [now, JSON.stringify(everybody)],
    );
  }
  if (counts.changed > 0) {
    await client.query(
      `update service_guides g set department_id = coalesce((select d.id from departments d where d.name = s.department), g.department_id),
         content = ${merged}, updated_at = $1::timestamptz
       from import_rows s where s.is_valid and s.sheet = 'basic' and s.is_changed and g.id = s.guide_id`,
      [now],
    );
  }
  return counts;
}

/** Makes the items of other sheets part of their guide's row, one that has no row of its own gets one. */
async function gatherLists(client: Queryable): Promise<void> {
  const { rows } = await client.query<{ hasItems: boolean }>(`select exists (select from import_rows where ${ofGuides} and sheet <> 'basic') as "hasItems"`);
  if (rows[0]?.hasItems !== true) return;
  await client.query(`
    create temporary table import_lists on commit drop as
    select code, jsonb_object_agg(field, list) as lists, min(first_row) as first_row from (
      select code, field, coalesce(jsonb_agg(value order by row_number) filter (where value is not null), '[]') as list, min(row_number) as first_row
      from import_rows where is_valid and ${ofGuides} and sheet <> 'basic' group by code, field) as by_field
    group by code`);
  await client.query('analyze import_lists');
  await client.query(`update import_rows r set value = r.value || l.lists from import_lists l where r.sheet = 'basic' and r.is_valid and r.code = l.code`);
  await client.query(`
    insert into import_rows (sheet, table_number, row_number, code, value, is_valid)
    select 'basic', -1, first_row, code, lists, true from import_lists l
    where not exists (select from import_rows r where r.sheet = 'basic' and r.code = l.code)`);
}

/** Departments that are new come in the order in which the file first names them. */
async function addDepartments(client: Queryable, now: Date): Promise<void> {
  const missing = `from import_rows s where is_valid and department is not null and not exists (select from departments d where d.name = s.department)`;
  const { rows } = await client.query<{ isMissing: boolean }>(`select exists (select ${missing}) as "isMissing"`);
  if (rows[0]?.isMissing !== true) return;
  await client.query(
    `insert into departments (name, created_at) select department, $1::timestamptz ${missing} group by department order by min(row_number)`,
    [now],
  );
}
