import type { Queryable } from '../database/pool';
import { sheetOf, type SheetKey } from './columns/sheets';
import type { OpenedTable } from './guideSource';

/** How many rows of 大厅, 窗口 or 群众说法 were brought in. */
export interface RecordCounts {
  name: string;
  added: number;
  changed: number;
}

/** A statement, and which rows it is for: it is run only when there are any, because the tables' triggers announce every statement. */
interface Step {
  affected: string;
  /** `$1` is the time of the import, where it is used. */
  statement: string;
}

const officeFields = ['name', 'address', 'opening_hours', 'phone', 'transport', 'accessibility', 'latitude', 'longitude'] as const;
const list = (fields: readonly string[]): string => fields.join(', ');
const officeType = (field: string): string => (field === 'latitude' || field === 'longitude' ? 'double precision' : 'text');
const given = (field: string): string => `(r.value ->> '${field}')::${officeType(field)}`;
/** What a field will be: as given, or, where the row does not carry it, as it is. */
const resolved = (field: string): string => `case when r.value ? '${field}' then ${given(field)} else o.${field} end`;
const valid = (sheet: SheetKey): string => `r.is_valid and r.sheet = '${sheet}'`;

function changeOf(table: string, from: string, condition: string, set: string): Step {
  return { affected: `from ${table}, ${from} where ${condition}`, statement: `update ${table} set ${set} from ${from} where ${condition}` };
}
function additionOf(into: string, values: string, from: string): Step {
  return { affected: from, statement: `insert into ${into} select ${values} ${from}` };
}

const changedOffice = `${valid('offices')} and r.code = o.code and (${list(officeFields.map((field) => `o.${field}`))}) is distinct from (${list(officeFields.map(resolved))})`;
const windowSource = `import_rows r join offices o on o.code = r.code`;
const isList = `jsonb_typeof(r.value -> 'terms') = 'array'`;

const steps: { sheet: SheetKey; changes: Step[]; addition: Step }[] = [
  {
    sheet: 'offices',
    changes: [changeOf('offices o', 'import_rows r', changedOffice, `${list(officeFields.map((field) => `${field} = ${resolved(field)}`))}, updated_at = $1::timestamptz`)],
    addition: additionOf(
      `offices (code, ${list(officeFields)}, sort_order, created_at, updated_at)`,
      `r.code, ${list(officeFields.map(given))}, (select coalesce(max(sort_order), 0) from offices) + row_number() over (order by r.row_number), $1::timestamptz, $1::timestamptz`,
      `from import_rows r where ${valid('offices')} and not exists (select from offices o where o.code = r.code)`,
    ),
  },
  {
    sheet: 'windows',
    changes: [
      changeOf(
        'window_counters w',
        windowSource,
        `${valid('windows')} and w.office_id = o.id and w.number = r.field and (w.name, w.floor) is distinct from (r.value ->> 'name', r.value ->> 'floor')`,
        `name = r.value ->> 'name', floor = r.value ->> 'floor'`,
      ),
    ],
    addition: additionOf(
      'window_counters (office_id, number, name, floor, sort_order)',
      `o.id, r.field, r.value ->> 'name', r.value ->> 'floor', (select coalesce(max(sort_order), 0) from window_counters) + row_number() over (order by r.row_number)`,
      `from ${windowSource} where ${valid('windows')} and not exists (select from window_counters w where w.office_id = o.id and w.number = r.field)`,
    ),
  },
  {
    sheet: 'synonyms',
    changes: [
      changeOf(
        'search_synonyms y',
        'import_rows r',
        `${valid('synonyms')} and r.code = y.phrase and ${isList} and y.official_terms <> jsonb_texts(r.value -> 'terms')`,
        `official_terms = jsonb_texts(r.value -> 'terms'), updated_at = $1::timestamptz`,
      ),
      {
        affected: `from search_synonyms y, import_rows r where ${valid('synonyms')} and r.code = y.phrase and jsonb_typeof(r.value -> 'terms') = 'null'`,
        statement: `delete from search_synonyms y using import_rows r where ${valid('synonyms')} and r.code = y.phrase and jsonb_typeof(r.value -> 'terms') = 'null'`,
      },
    ],
    addition: additionOf(
      'search_synonyms (phrase, official_terms, updated_at)',
      `r.code, jsonb_texts(r.value -> 'terms'), $1::timestamptz`,
      `from import_rows r where ${valid('synonyms')} and ${isList} and not exists (select from search_synonyms y where y.phrase = r.code)`,
    ),
  },
];

/** Brings in the rows of tables that guides refer to; what a file does not have is never removed. */
export async function mergeRecords(client: Queryable, tables: readonly OpenedTable[], now: Date): Promise<RecordCounts[]> {
  const run = async ({ affected, statement }: Step): Promise<number> => {
    const { rows } = await client.query<{ amount: number }>(`select count(*)::integer as amount ${affected}`);
    const amount = rows[0]?.amount ?? 0;
    if (amount > 0) await client.query(statement, statement.includes('$1') ? [now] : []);
    return amount;
  };
  const isConcerned = tables.some((table) => steps.some(({ sheet }) => sheet === table.sheet));
  // Two imports at once come one after the other.
  if (isConcerned) await client.query('lock table offices, window_counters, search_synonyms in share row exclusive mode');
  const counts: RecordCounts[] = [];
  for (const { sheet, changes, addition } of steps) {
    const number = tables.findIndex((each) => each.sheet === sheet);
    const table = tables[number];
    if (table === undefined) continue;
    if (sheet === 'windows') await rejectWindowsOfUnknownOffices(client, number, table);
    let changed = 0;
    for (const change of changes) changed += await run(change);
    counts.push({ name: sheetOf(sheet).name, added: await run(addition), changed });
  }
  return counts;
}

async function rejectWindowsOfUnknownOffices(client: Queryable, tableNumber: number, table: OpenedTable): Promise<void> {
  await client.query(
    `insert into import_errors (table_number, sheet_name, row_number, position, column_label, message)
     select r.table_number, $2::text, r.row_number, 0, $3::text, '没有编码为“' || r.code || '”的大厅，请先在工作表「大厅」里加上'
     from import_rows r where r.table_number = $1::integer and r.is_valid and not exists (select from offices o where o.code = r.code)`,
    [tableNumber, table.sheetName ?? null, table.headerOf('officeCode')],
  );
}
