import { sql } from 'kysely';
import type { DatabaseTransaction } from '../database/database';

/** Those among the departments that have none above them. */
async function topOf(tx: DatabaseTransaction, departmentIds: readonly number[]): Promise<number[]> {
  const rows = await tx
    .selectFrom('departments')
    .where(sql<boolean>`id = any(${departmentIds}::bigint[])`)
    .where('parent_id', 'is', null)
    .select('id')
    .orderBy('id')
    // Two who take each other's role away at once must not both find the other one still there.
    .forNoKeyUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Whether a department at the top of the tree would be left without an administrator in office if this member no longer were one
 * in these departments. Until the caller's transaction ends nobody else takes an administrator of the same away.
 */
export async function wouldLeaveTopWithoutAdministrator(tx: DatabaseTransaction, staffId: string, departmentIds: readonly number[]): Promise<boolean> {
  for (const departmentId of await topOf(tx, departmentIds)) {
    const holders = await tx
      .selectFrom('staff_roles')
      .innerJoin('staff_members', 'staff_members.id', 'staff_roles.staff_id')
      .where('staff_roles.department_id', '=', departmentId)
      .where('staff_roles.role', '=', 'administrator')
      .where('staff_members.status', '=', 'active')
      .select('staff_members.id')
      .execute();
    if (holders.some(({ id }) => id === staffId) && holders.length === 1) return true;
  }
  return false;
}
