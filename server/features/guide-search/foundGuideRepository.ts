import { sql } from 'kysely';
import type { Database } from '../../database/database';
import { guideSummaryColumns, type GuideSummaryRow } from '../../presenters/serviceGuideSummary';

/** The guides of these ids in their order, as they stand in the database now; those that are gone or cancelled are left out. */
export async function findFoundGuides(db: Database, ids: readonly number[]): Promise<GuideSummaryRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('service_guides')
    .innerJoin('departments', 'departments.id', 'service_guides.department_id')
    .where(sql<boolean>`service_guides.id = any(${[...ids]}::bigint[])`)
    .where('service_guides.status', '<>', 'cancelled')
    .select(guideSummaryColumns)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
