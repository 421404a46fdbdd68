import { sql } from 'kysely';
import { exactCountLimit } from '../../contract/pagination';
import type { Database } from '../../database/database';
import type { ReportScope } from '../../staff/reportPolicy';
import { inScope } from './reportScope';

function selectReports(db: Database) {
  return db
    .selectFrom('feedback')
    .leftJoin('departments', 'departments.id', 'feedback.department_id')
    .leftJoin('service_guides', 'service_guides.id', 'feedback.guide_id')
    .selectAll('feedback')
    .select(['departments.name as department_name', 'service_guides.name as guide_name', sql<string>`feedback.received_at::text`.as('received_at_exactly')]);
}

export type ReportRow = NonNullable<Awaited<ReturnType<typeof findReport>>>;

/** Open ones oldest first: they wait longest. Closed ones newest first. */
export async function findReports(db: Database, scope: ReportScope, status: 'open' | 'closed', after: readonly [string, string] | undefined, limit: number) {
  const isOpen = status === 'open';
  const rows = await selectReports(db)
    .where(inScope(scope))
    .where('feedback.closed_at', isOpen ? 'is' : 'is not', null)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(feedback.received_at, feedback.id) ${sql.raw(isOpen ? '>' : '<')} (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('feedback.received_at', isOpen ? 'asc' : 'desc')
    .orderBy('feedback.id', isOpen ? 'asc' : 'desc')
    .limit(limit)
    .execute();
  const { n } = await db
    .selectFrom(
      db
        .selectFrom('feedback')
        .where(inScope(scope))
        .where('closed_at', isOpen ? 'is' : 'is not', null)
        .select('id')
        .limit(exactCountLimit + 1)
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: n };
}

export async function findReport(db: Database, id: string) {
  return selectReports(db).where('feedback.id', '=', id).executeTakeFirst();
}
