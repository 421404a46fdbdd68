import { sql, type ExpressionBuilder } from 'kysely';
import type { Tables } from '../../database/tables';
import type { ReportScope } from '../../staff/reportPolicy';

/** The condition that a row of `feedback` is in the scope. */
export function inScope({ departmentIds, withoutDepartment }: ReportScope) {
  return (eb: ExpressionBuilder<Tables, 'feedback'>) =>
    eb.or([sql<boolean>`feedback.department_id = any(${departmentIds}::bigint[])`, ...(withoutDepartment ? [eb('feedback.department_id', 'is', null)] : [])]);
}
