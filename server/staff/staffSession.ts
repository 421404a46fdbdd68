import type { StaffRole } from '../contract/staff';
import type { Database } from '../database/database';
import type { DatabasePool } from '../database/pool';

/** A staff member as the policies see them. */
export interface StaffSession {
  staffId: string;
  /** For each role the departments it holds for: those it was granted for, and all below them. */
  departments: ReadonlyMap<StaffRole, ReadonlySet<number>>;
  /** The members whose absence this one covers at this moment; their roles are among `departments`. */
  standsInFor: readonly string[];
}

/**
 * The member and those they stand in for. Whoever approves asks of what is to be approved that none of them wrote it: the absent one's
 * work is not approved by their stand-in.
 */
export const staffIdsOf = ({ staffId, standsInFor }: StaffSession): string[] => [staffId, ...standsInFor];

/**
 * Looks the staff member up behind a citizen's account at every call, so that a role that is taken away, a member who is
 * suspended and an absence that has ended are seen by every process at once. Roles of the absent come with being their stand-in and go
 * no further: whoever stands in for the stand-in has only the stand-in's own.
 *
 * @returns undefined when the citizen is no active staff member.
 */
export async function findStaffSession(pool: DatabasePool, citizenId: string, now: Date): Promise<StaffSession | undefined> {
  const { rows } = await pool.query<{ staff_id: string; stands_in_for: string[] | null; role: StaffRole | null; department_id: number | null }>({
    name: 'find_staff_session',
    text: `with recursive me as (
        select id from staff_members where citizen_id = $1 and status = 'active'
      ), covered as (
        select a.id from me join staff_stand_ins i on i.stand_in_id = me.id join staff_members a on a.id = i.absent_id
        where i.starts_at <= $2 and i.ends_at > $2 and a.status = 'active'
      ), held as (
        select role, department_id from staff_roles where staff_id in (select id from me union select id from covered)
      union
        select held.role, d.id from held join departments d on d.parent_id = held.department_id
      )
      select me.id as staff_id, (select array_agg(distinct id::text) from covered) as stands_in_for, held.role, held.department_id from me left join held on true`,
    values: [citizenId, now],
  });
  const [first] = rows;
  if (first === undefined) return undefined;
  const departments = new Map<StaffRole, Set<number>>();
  for (const { role, department_id: departmentId } of rows) {
    if (role !== null && departmentId !== null) departments.set(role, (departments.get(role) ?? new Set()).add(departmentId));
  }
  return { staffId: first.staff_id, departments, standsInFor: first.stands_in_for ?? [] };
}

/** All departments for which the member holds one of the roles. */
export function departmentsWith({ departments }: StaffSession, roles: readonly StaffRole[]): number[] {
  return [...new Set(roles.flatMap((role) => [...(departments.get(role) ?? [])]))];
}

/** Whether the citizen is a staff member in office. */
export async function isActiveStaff(db: Database, citizenId: string): Promise<boolean> {
  const row = await db.selectFrom('staff_members').where('citizen_id', '=', citizenId).where('status', '=', 'active').select('id').executeTakeFirst();
  return row !== undefined;
}
