import { sql } from 'kysely';
import type { Audience } from '../../contract/guideContent';
import type { Database } from '../../database/database';

export interface DepartmentRow {
  id: number;
  name: string;
  sort_order: number;
  guide_count: number;
}

/** Departments that have a guide for this audience, in the order the government lists them. */
export async function findDepartments(
  db: Database,
  options: { audience: Audience | undefined; after: readonly [number, number] | undefined; limit: number },
): Promise<{ rows: DepartmentRow[]; counted: number }> {
  const withGuides = db
    .selectFrom('departments')
    .innerJoin('service_guides', 'service_guides.department_id', 'departments.id')
    .where('service_guides.status', '<>', 'cancelled')
    .$if(options.audience !== undefined, (query) => query.where(sql<boolean>`service_guides.audiences @> array[${options.audience}]::text[]`))
    .groupBy('departments.id')
    .select((eb) => ['departments.id', 'departments.name', 'departments.sort_order', eb.fn.count<number>('service_guides.id').as('guide_count')]);
  const after = options.after;
  const rows = await db
    .selectFrom(withGuides.as('listed'))
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('sort_order', 'id'), '>', eb.tuple(after?.[0] ?? 0, after?.[1] ?? 0))),
    )
    .orderBy('sort_order')
    .orderBy('id')
    .limit(options.limit)
    .execute();
  const counted = await db
    .selectFrom(withGuides.as('listed'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: counted.n };
}
