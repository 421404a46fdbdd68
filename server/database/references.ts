import { sql } from 'kysely';
import type { DatabaseTransaction } from './database';

/** How many rows of a table refer to one. */
export interface ReferenceCount {
  table: string;
  count: number;
}

/**
 * What refers to a row, asked of the database's own list of references, so that a table that is added later is not forgotten.
 *
 * @param ownParts tables whose rows are part of the row itself.
 */
export async function countReferences(tx: DatabaseTransaction, table: 'departments' | 'offices', id: number, ownParts: readonly string[] = []): Promise<ReferenceCount[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as "table", quote_ident(a.attname) as "column"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = ${table}::regclass and cardinality(c.conkey) = 1
    order by 1, 2`.execute(tx);
  const counts: ReferenceCount[] = [];
  for (const reference of rows) {
    if (ownParts.includes(reference.table)) continue;
    const counted = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(reference.table)} where ${sql.raw(reference.column)} = ${id}`.execute(tx);
    const count = counted.rows[0]?.n ?? 0;
    if (count > 0) counts.push({ table: reference.table, count });
  }
  return counts;
}
