import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/database';

/** Enough for a department; whoever has more types a name. */
const mostColleagues = 200;

/** Successors serve in every department of the member, or above it; for standing in, one of them is enough. */
export type ColleagueFor = 'hand_over' | 'stand_in';

/** Members in office of the same department, or above it. */
export async function findColleagues(db: Database | DatabaseTransaction, staffId: string, purpose: ColleagueFor, onlyId: string | null = null) {
  const { rows } = await sql<{ id: string; name_encrypted: string; position: string | null }>`
    with recursive own as (
      select distinct department_id as id from staff_roles where staff_id = ${staffId}
    ), above as (
      select id as own_id, id from own
      union select above.own_id, d.parent_id from above join departments d on d.id = above.id where d.parent_id is not null
    )
    select s.id, s.name_encrypted, s.position
    from staff_members s join staff_roles r on r.staff_id = s.id join above on above.id = r.department_id
    where s.status = 'active' and s.id <> ${staffId} and (${onlyId}::uuid is null or s.id = ${onlyId}::uuid)
    group by s.id having ${purpose === 'stand_in'} or count(distinct above.own_id) = (select count(*) from own)
    order by s.created_at, s.id limit ${mostColleagues}`.execute(db);
  return rows;
}

export async function mayTakeOver(tx: DatabaseTransaction, staffId: string, successorId: string): Promise<boolean> {
  return (await findColleagues(tx, staffId, 'hand_over', successorId)).length > 0;
}

export async function mayStandIn(tx: DatabaseTransaction, staffId: string, standInId: string): Promise<boolean> {
  return (await findColleagues(tx, staffId, 'stand_in', standInId)).length > 0;
}
