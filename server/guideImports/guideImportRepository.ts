import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/database';
import { exactCountLimit } from '../contract/pagination';
import type { ImportRowKind } from '../contract/guideImports';
import type { MadePreview } from './makePreview';

type Reader = Database | DatabaseTransaction;

const selectImports = (db: Reader) =>
  db
    .selectFrom('guide_imports')
    .leftJoin('staff_members as requester', 'requester.id', 'guide_imports.requested_by')
    .leftJoin('staff_members as decider', 'decider.id', 'guide_imports.decided_by')
    .selectAll('guide_imports')
    .select(['requester.name_encrypted as requester_name', 'decider.name_encrypted as decider_name', sql<string>`guide_imports.requested_at::text`.as('requested_at_exactly')]);

export type GuideImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>;

export async function findImport(db: Reader, id: string) {
  return selectImports(db).where('guide_imports.id', '=', id).executeTakeFirst();
}

/** For whoever is about to change it. */
export async function lockImport(tx: DatabaseTransaction, id: string) {
  return tx.selectFrom('guide_imports').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();
}

/** Own ones, and those of whose guides the member decides; newest first. */
export async function findImports(db: Database, staffId: string, departmentIds: readonly number[], after: readonly [string, string] | undefined, limit: number) {
  const isSeen = sql<boolean>`(guide_imports.requested_by = ${staffId}::uuid or (cardinality(guide_imports.department_ids) > 0 and guide_imports.department_ids <@ ${[...departmentIds]}::bigint[]))`;
  const rows = await selectImports(db)
    .where(isSeen)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(guide_imports.requested_at, guide_imports.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('guide_imports.requested_at', 'desc')
    .orderBy('guide_imports.id', 'desc')
    .limit(limit)
    .execute();
  const { n } = await db
    .selectFrom(db.selectFrom('guide_imports').where(isSeen).select('id').limit(exactCountLimit + 1).as('counted'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: n };
}

export async function findImportRows(db: Database, importId: string, kind: ImportRowKind | undefined, after: number, limit: number) {
  const rows = await db
    .selectFrom('guide_import_rows')
    .where('import_id', '=', importId)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'added'))
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .selectAll()
    .execute();
  const { n } = await db
    .selectFrom(
      db
        .selectFrom('guide_import_rows')
        .where('import_id', '=', importId)
        .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'added'))
        .select('position')
        .limit(exactCountLimit + 1)
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: n };
}

/** Keeps a preview in place of the one before it. */
export async function keepPreview(tx: DatabaseTransaction, importId: string, preview: MadePreview): Promise<void> {
  await tx.deleteFrom('guide_import_rows').where('import_id', '=', importId).execute();
  for await (const lines of preview.rows()) {
    await sql`
      insert into guide_import_rows (import_id, position, kind, sheet, row_number, code, name, guide_id, guide_version, before, after, reasons)
      select ${importId}::uuid, position, kind, sheet, row_number, code, name, guide_id, guide_version, before, after, reasons
      from json_to_recordset(${`[${lines.join(',')}]`}::json) as r (position integer, kind text, sheet text, row_number integer, code text, name text,
        guide_id bigint, guide_version integer, before jsonb, after jsonb, reasons jsonb)`.execute(tx);
  }
  await tx
    .updateTable('guide_imports')
    .set({
      status: sql`case when submitted_at is null then 'previewed' else 'submitted' end`,
      preview: sql`preview + 1`,
      rows_read: Object.values(preview.counts).reduce((sum, count) => sum + count, 0),
      row_word: preview.rowWord,
      counts: JSON.stringify(preview.counts),
      department_ids: preview.departmentIds,
      unknown_headers: preview.unknownHeaders,
      notes: preview.notes,
      refused_rows_hash: preview.refusedRows?.hash ?? null,
      problem: null,
    })
    .where('id', '=', importId)
    .execute();
}
