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
 * Looks the staff member up behind a citizen's account at every call, so that a role that is taken away or a member who is
 * suspended is refused by every process at once.
 *
 * @returns undefined when the citizen is no active staff member.
 */
export async function findStaffSession(pool: DatabasePool, citizenId: string): Promise<StaffSession | undefined> {
  const { rows } = await pool.query<{ staff_id: string; role: StaffRole | null; department_id: number | null }>({
    name: 'find_staff_session',
    text: `with recursive held as (
        select s.id as staff_id, r.role, r.department_id from staff_members s left join staff_roles r on r.staff_id = s.id
        where s.citizen_id = $1 and s.status = 'active'
      union
        select held.staff_id, held.role, d.id from held join departments d on d.parent_id = held.department_id
      )
      select staff_id, role, department_id from held`,
    values: [citizenId],
  });
  const [first] = rows;
  if (first === undefined) return undefined;
  const departments = new Map<StaffRole, Set<number>>();
  for (const { role, department_id: departmentId } of rows) {
    if (role !== null && departmentId !== null) departments.set(role, (departments.get(role) ?? new Set()).add(departmentId));
  }
  return { staffId: first.staff_id, departments, standsInFor: [] };
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
