import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../../database/database';
import { place, type TreeNode } from './departmentTreeRules';

/** Whoever changes the tree waits for whoever is changing it: two moves that are right one by one may make a circle together. */
export async function lockTree(tx: DatabaseTransaction): Promise<void> {
  await sql`lock table departments in share row exclusive mode`.execute(tx);
}

export async function findTree(db: Database | DatabaseTransaction) {
  const rows = await db
    .selectFrom('departments')
    .select((eb) => [
      'id',
      'name',
      'parent_id as parentId',
      'sort_order as sortOrder',
      eb.selectFrom('service_guides').whereRef('service_guides.department_id', '=', 'departments.id').where('status', '<>', 'cancelled').select((each) => each.fn.countAll<number>().as('n')).as('guideCount'),
      eb.selectFrom('staff_roles').whereRef('staff_roles.department_id', '=', 'departments.id').select((each) => each.fn.count<number>('staff_id').distinct().as('n')).as('memberCount'),
    ])
    .execute();
  return rows.map((row) => ({ ...row, guideCount: row.guideCount ?? 0, memberCount: row.memberCount ?? 0 }));
}
export type TreeRow = Awaited<ReturnType<typeof findTree>>[number];

export async function findNodes(tx: DatabaseTransaction) {
  return tx.selectFrom('departments').select(['id', 'name', 'parent_id as parentId', 'sort_order as sortOrder']).execute();
}

export async function insertDepartment(tx: DatabaseTransaction, name: string, parentId: number, now: Date): Promise<number> {
  const { id } = await tx.insertInto('departments').values({ name, parent_id: parentId, created_at: now }).returning('id').executeTakeFirstOrThrow();
  return id;
}

/**
 * Puts a department below another. Rows that keep their place are not written.
 *
 * @returns false when that would make a circle.
 */
export async function placeDepartment(tx: DatabaseTransaction, id: number, parentId: number, beforeId: number | null): Promise<boolean> {
  const nodes = await findNodes(tx);
  const placed = place(nodes, id, parentId, beforeId);
  if (placed === 'cycle') return false;
  const before = new Map<number, TreeNode>(nodes.map((node) => [node.id, node]));
  const changed = placed.filter((node) => before.get(node.id)?.parentId !== node.parentId || before.get(node.id)?.sortOrder !== node.sortOrder);
  if (changed.length === 0) return true;
  await sql`
    update departments d set parent_id = c.parent_id, sort_order = c.sort_order
    from json_to_recordset(${JSON.stringify(changed.map((node) => ({ id: node.id, parent_id: node.parentId, sort_order: node.sortOrder })))}::json)
      as c (id bigint, parent_id bigint, sort_order integer)
    where d.id = c.id`.execute(tx);
  return true;
}
