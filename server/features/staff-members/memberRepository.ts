import { sql, type ExpressionBuilder } from 'kysely';
import { exactCountLimit } from '../../contract/pagination';
import type { StaffRole } from '../../contract/staff';
import type { StaffStatus } from '../../contract/staffMembers';
import type { Database, DatabaseTransaction } from '../../database/database';
import type { Tables } from '../../database/tables';
import type { MemberScope } from './memberPolicy';

export interface MemberFilter {
  scope: MemberScope;
  /** With all departments below it. */
  departmentId?: number;
  status?: StaffStatus;
  role?: StaffRole;
  /** Found by name beforehand: names are encrypted. */
  ids?: readonly string[];
}

function matches({ scope, departmentId, status, role, ids }: MemberFilter) {
  return (eb: ExpressionBuilder<Tables, 'staff_members'>) => {
    const inDepartment = departmentId === undefined ? sql`true` : sql`r.department_id in (
      with recursive below as (select ${departmentId}::bigint as id union select d.id from departments d join below on d.parent_id = below.id) select id from below)`;
    const hasRole = role === undefined ? sql`true` : sql`r.role = ${role}`;
    const serves = sql<boolean>`exists (select from staff_roles r where r.staff_id = staff_members.id and r.department_id = any(${scope.departmentIds}::bigint[]) and ${inDepartment} and ${hasRole})`;
    const isWithout = sql<boolean>`not exists (select from staff_roles r where r.staff_id = staff_members.id)`;
    const takesThoseWithout = scope.withoutRoles && departmentId === undefined && role === undefined;
    return eb.and([
      takesThoseWithout ? eb.or([serves, isWithout]) : serves,
      ...(status === undefined ? [] : [eb('staff_members.status', '=', status)]),
      ...(ids === undefined ? [] : [sql<boolean>`staff_members.id = any(${ids}::uuid[])`]),
    ]);
  };
}

/** Newest first. */
export async function findMembers(db: Database, filter: MemberFilter, after: readonly [string, string] | undefined, limit: number) {
  const rows = await db
    .selectFrom('staff_members')
    .where(matches(filter))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(created_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .select(['id', 'name_encrypted', 'position', 'status', sql<string>`created_at::text`.as('created_exactly')])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const { n } = await db
    .selectFrom(db.selectFrom('staff_members').where(matches(filter)).select('id').limit(exactCountLimit + 1).as('counted'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: n };
}

export type MemberRow = NonNullable<Awaited<ReturnType<typeof findMember>>>;

export async function findMember(db: Database | DatabaseTransaction, id: string) {
  return db.selectFrom('staff_members').where('id', '=', id).selectAll().executeTakeFirst();
}

/** Nobody else changes the member until the caller's transaction ends. */
export async function lockMember(tx: DatabaseTransaction, id: string): Promise<void> {
  await tx.selectFrom('staff_members').where('id', '=', id).select('id').forUpdate().execute();
}

/** The roles of each member, with the departments they were granted for. */
export async function findRoles(db: Database | DatabaseTransaction, staffIds: readonly string[]) {
  return db
    .selectFrom('staff_roles')
    .innerJoin('departments', 'departments.id', 'staff_roles.department_id')
    .where(sql<boolean>`staff_roles.staff_id = any(${staffIds}::uuid[])`)
    .select(['staff_roles.staff_id', 'staff_roles.role', 'departments.id as department_id', 'departments.name as department_name'])
    .orderBy('departments.sort_order')
    .orderBy('departments.id')
    .orderBy('staff_roles.role')
    .execute();
}

export type RoleRow = Awaited<ReturnType<typeof findRoles>>[number];

export async function findOpenInvitation(db: Database, staffId: string, now: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('staff_invitations')
    .where('staff_id', '=', staffId)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .select('expires_at')
    .executeTakeFirst();
  return row?.expires_at;
}

export async function isTopDepartment(db: Database | DatabaseTransaction, departmentIds: readonly number[]): Promise<boolean> {
  const row = await db.selectFrom('departments').where(sql<boolean>`id = any(${departmentIds}::bigint[])`).where('parent_id', 'is', null).select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}
