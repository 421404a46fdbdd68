import { sql, type ExpressionBuilder } from 'kysely';
import type { Database } from '../database/database';
import type { Tables } from '../database/tables';
import type { ReportScope } from './reportPolicy';

/** The condition that a row of `feedback` is in the scope. */
export function inScope({ departmentIds, withoutDepartment }: ReportScope) {
  return (eb: ExpressionBuilder<Tables, 'feedback'>) =>
    eb.or([sql<boolean>`feedback.department_id = any(${departmentIds}::bigint[])`, ...(withoutDepartment ? [eb('feedback.department_id', 'is', null)] : [])]);
}

export async function countOpenReports(db: Database, scope: ReportScope): Promise<number> {
  const { n } = await db
    .selectFrom('feedback')
    .where('closed_at', 'is', null)
    .where(inScope(scope))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}
