import type { Database } from '../../database/database';

/** The roles of a member with the departments they were granted for. */
export async function findGrantedRoles(db: Database, staffId: string) {
  const rows = await db
    .selectFrom('staff_roles')
    .innerJoin('departments', 'departments.id', 'staff_roles.department_id')
    .where('staff_id', '=', staffId)
    .select(['staff_roles.role', 'departments.id', 'departments.name'])
    .orderBy('departments.sort_order')
    .orderBy('departments.id')
    .orderBy('staff_roles.role')
    .execute();
  return rows.map(({ role, id, name }) => ({ role, department: { id: String(id), name } }));
}
