import { sql } from 'kysely';
import type { DatabaseTransaction } from '../database/database';
import type { Audience } from '../database/tables/outbox';

/** Before every other. */
const firstId = '00000000-0000-0000-0000-000000000000';

/** The next people a notice is for, in the order of their ids, after the one found last. */
export async function findPeople(tx: DatabaseTransaction, audience: Audience, at: Date, foundUpTo: string | null, limit: number): Promise<string[]> {
  const after = foundUpTo ?? firstId;
  const { rows } = await sql<{ citizen_id: string }>`
    select distinct citizen_id from (${people(audience, at, after, limit)}) as people
    where citizen_id > ${after}::uuid order by citizen_id limit ${limit}`.execute(tx);
  return rows.map((row) => row.citizen_id);
}

function people(audience: Audience, at: Date, after: string, limit: number) {
  if ('citizenIds' in audience) return sql`select unnest(${audience.citizenIds}::uuid[]) as citizen_id`;
  if ('staffIds' in audience) return sql`select citizen_id from staff_members where id = any(${audience.staffIds}::uuid[]) and status = 'active'`;
  if ('roles' in audience) {
    return sql`
      with recursive above as (
        select id, parent_id from departments where id = ${audience.departmentId}
        union select d.id, d.parent_id from departments d join above on d.id = above.parent_id
      )
      select s.citizen_id from staff_members s join staff_roles r on r.staff_id = s.id
      where s.status = 'active' and r.role = any(${audience.roles}::text[]) and r.department_id in (select id from above)`;
  }
  const { departmentIds, topics } = audience.followersOf;
  // Each is cut by itself, so that a step reads as many rows as it takes and not all that are left.
  return sql`
    (select citizen_id from department_follows where department_id = any(${departmentIds}::bigint[]) and followed_at <= ${at} and citizen_id > ${after}::uuid
      group by citizen_id order by citizen_id limit ${limit})
    union
    (select citizen_id from topic_follows where topic = any(${topics}::text[]) and followed_at <= ${at} and citizen_id > ${after}::uuid
      group by citizen_id order by citizen_id limit ${limit})`;
}
