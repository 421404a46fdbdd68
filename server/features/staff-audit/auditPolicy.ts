import { sql } from 'kysely';
import type { Database } from '../../database/database';
import { ApiError } from '../../apiError';
import { departmentsWith, type StaffSession } from '../../staff/staffSession';

/** Whose entries an auditor reads. */
export interface AuditScope {
  departmentIds: number[];
  /** Entries that concern no department are for an auditor of a department at the top. */
  withoutDepartment: boolean;
}

export const mayReadAudit = (staff: StaffSession): boolean => departmentsWith(staff, ['auditor']).length > 0;

/** @throws ApiError `not_allowed` for who is no auditor. */
export async function auditScope(db: Database, staff: StaffSession): Promise<AuditScope> {
  const departmentIds = departmentsWith(staff, ['auditor']);
  if (departmentIds.length === 0) throw new ApiError('not_allowed');
  const top = await db.selectFrom('departments').where(sql<boolean>`id = any(${departmentIds}::bigint[])`).where('parent_id', 'is', null).select('id').limit(1).executeTakeFirst();
  return { departmentIds, withoutDepartment: top !== undefined };
}
