import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { FileStorage, StoredFile } from '../files/fileStorage';
import type { DatabasePool, Queryable } from '../database/pool';
import type { ImportCounts } from '../contract/guideImports';
import type { OpenedSource } from '../guideImport/guideSource';
import { stageImport, type StageOptions } from '../guideImport/preview/stageImport';
import { writeRejectedRows } from '../guideImport/rejectedRowsFile';
import { rejectedRows } from '../guideImport/stagedErrors';
import type { ImportedFile } from './importedFile';

/** What a file would do, found out without changing anything. Its rows lie in a file: there may be a hundred thousand. */
export interface MadePreview {
  rowWord: string;
  counts: ImportCounts;
  departmentIds: number[];
  unknownHeaders: string[];
  notes: string[];
  refusedRows: StoredFile | undefined;
  rows(): AsyncGenerator<string[]>;
}

const rowsInBatch = 500;
const mostHeaders = 100;
const largestRefusedRows = 200 * 1024 ** 2;

export async function makePreview(pool: DatabasePool, storage: FileStorage, file: ImportedFile, options: Omit<StageOptions, 'isToBeWritten'>): Promise<MadePreview> {
  const rowsPath = file.pathBeside('rows.jsonl');
  const refusedPath = file.pathBeside('refused.csv');
  const client = await pool.connect();
  let broken: Error | undefined;
  let opened: OpenedSource | undefined;
  try {
    await client.query('begin');
    opened = await file.source.open();
    await stageImport(client, opened, file.source, { ...options, isToBeWritten: false });
    await spoolRows(client, rowsPath);
    const found = await summarise(client);
    if (found.counts.refused > 0) await writeRejectedRows(refusedPath, file.source, rejectedRows(client));
    const unknownHeaders = [...new Set(opened.tables.flatMap((table) => [...table.unknownHeaders]))].slice(0, mostHeaders);
    const refusedRows = existsSync(refusedPath) ? await storage.put(createReadStream(refusedPath), { maxBytes: largestRefusedRows, mediaTypes: ['text/csv', 'text/plain'] }) : undefined;
    return { rowWord: file.source.rowWord, ...found, unknownHeaders, notes: [...opened.notes], refusedRows, rows: () => readSpooled(rowsPath) };
  } finally {
    await opened?.close();
    // Nothing of it stays: offices and windows were merged only so that guides could be checked against them.
    await client.query('rollback').catch((error: unknown) => {
      broken = error instanceof Error ? error : new Error(String(error));
    });
    client.release(broken);
  }
}

async function summarise(client: Queryable): Promise<{ counts: ImportCounts; departmentIds: number[] }> {
  const { rows } = await client.query<{ kind: keyof ImportCounts; amount: number }>('select kind, count(*)::integer as amount from import_preview group by kind');
  const amounts = new Map(rows.map(({ kind, amount }) => [kind, amount]));
  const count = (kind: keyof ImportCounts): number => amounts.get(kind) ?? 0;
  return {
    counts: { added: count('added'), changed: count('changed'), cancelled: count('cancelled'), unchanged: count('unchanged'), refused: count('refused') },
    departmentIds: await concernedDepartments(client),
  };
}

/** Whose guides are added or changed, and to whom they are given. */
export async function concernedDepartments(client: Queryable): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(`
    select distinct d.id from import_rows s left join service_guides g on g.id = s.guide_id
      join departments d on d.id = g.department_id or d.name = s.department
    where s.is_valid and s.sheet = 'basic' and (s.guide_id is null or s.is_changed) order by 1`);
  return rows.map(({ id }) => id);
}

async function spoolRows(client: Queryable, path: string): Promise<void> {
  const file = createWriteStream(path);
  await client.query('create temporary table import_ordered on commit drop as select *, (row_number() over (order by table_number, row_number, sheet))::integer as position from import_preview');
  await client.query('create index on import_ordered (position)');
  for (let after = 0; ; after += rowsInBatch) {
    const { rows } = await client.query<{ line: string }>(
      `select json_build_object('position', position, 'kind', kind, 'sheet', sheet, 'row_number', row_number, 'code', code, 'name', name, 'guide_id', guide_id,
         'guide_version', guide_version, 'before', before, 'after', after, 'reasons', reasons)::text as line
       from import_ordered where position > $1::integer and position <= $2::integer order by position`,
      [after, after + rowsInBatch],
    );
    if (rows.length === 0) break;
    if (!file.write(rows.map(({ line }) => `${line}\n`).join(''))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

async function* readSpooled(path: string): AsyncGenerator<string[]> {
  let lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    lines.push(line);
    if (lines.length < rowsInBatch) continue;
    yield lines;
    lines = [];
  }
  if (lines.length > 0) yield lines;
}
