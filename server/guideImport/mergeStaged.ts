import type { Queryable } from '../database/pool';
import { guideFields } from './guideColumns';
import { optionalFields } from './staging';

export interface MergeCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/** Fields that both tables have under one name; the department is a reference in `service_guides`. */
const ownFields = guideFields.filter((field) => field !== 'department' && field !== 'implementation_code');

/** What a field will be: as staged, or, where the row did not carry it, as it is stored. */
const resolved = (field: (typeof guideFields)[number]): string => {
  const bit = optionalFields.indexOf(field);
  return bit === -1 ? `s.${field}` : `case when s.given & ${1 << bit} <> 0 then s.${field} else g.${field} end`;
};

/**
 * Brings the valid staged rows into `service_guides` by implementation code. Rows that would change nothing are not touched, and
 * where nothing changes at all no statement is run, because the tables' triggers announce every statement.
 *
 * @param now becomes `created_at` and `updated_at` of what is written.
 */
export async function mergeStaged(client: Queryable, now: Date): Promise<MergeCounts> {
  // Readers go on; two imports, or an import and an editor, do not overwrite each other.
  await client.query('lock table departments, service_guides in share row exclusive mode');
  await client.query(`
    update import_rows s set guide_id = g.id, is_changed =
      (d.name, ${ownFields.map((field) => `g.${field}`).join(', ')}) is distinct from (s.department, ${ownFields.map(resolved).join(', ')})
    from service_guides g join departments d on d.id = g.department_id
    where s.is_valid and g.implementation_code = s.implementation_code`);
  const { rows } = await client.query<MergeCounts>(`
    select count(*) filter (where guide_id is null)::integer as added, count(*) filter (where is_changed)::integer as changed,
      count(*) filter (where not is_changed)::integer as unchanged
    from import_rows where is_valid`);
  const counts = rows[0] ?? { added: 0, changed: 0, unchanged: 0 };
  if (counts.added + counts.changed === 0) return counts;

  await addDepartments(client, now);
  if (counts.added > 0) {
    await client.query(
      `insert into service_guides (implementation_code, department_id, ${ownFields.join(', ')}, created_at, updated_at)
       select s.implementation_code, d.id, ${ownFields.map((field) => `s.${field}`).join(', ')}, $1::timestamptz, $1::timestamptz
       from import_rows s join departments d on d.name = s.department
       where s.is_valid and s.guide_id is null order by s.row_number`,
      [now],
    );
  }
  if (counts.changed > 0) {
    await client.query(
      `update service_guides g set department_id = d.id, ${ownFields.map((field) => `${field} = ${resolved(field)}`).join(', ')}, updated_at = $1::timestamptz
       from import_rows s join departments d on d.name = s.department
       where s.is_valid and s.is_changed and g.id = s.guide_id`,
      [now],
    );
  }
  return counts;
}

/** Departments that are new come in the order in which the file first names them. */
async function addDepartments(client: Queryable, now: Date): Promise<void> {
  const missing = `from import_rows s where is_valid and not exists (select from departments d where d.name = s.department)`;
  const { rows } = await client.query<{ isMissing: boolean }>(`select exists (select ${missing}) as "isMissing"`);
  if (rows[0]?.isMissing !== true) return;
  await client.query(
    `insert into departments (name, created_at) select department, $1::timestamptz ${missing} group by department order by min(row_number)`,
    [now],
  );
}
