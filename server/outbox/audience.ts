import { sql, type RawBuilder } from 'kysely';
import type { DatabaseTransaction } from '../database/database';
import type { Audience } from '../database/tables/outbox';

/** Before every other. */
const firstId = '00000000-0000-0000-0000-000000000000';

/** The next people a notice is for, in the order of their ids, after the one found last. */
export async function findPeople(tx: DatabaseTransaction, audience: Audience, at: Date, now: Date, foundUpTo: string | null, limit: number): Promise<string[]> {
  const after = foundUpTo ?? firstId;
  const { rows } = await sql<{ citizen_id: string }>`
    select distinct citizen_id from (${people(audience, at, now, after, limit)}) as people
    where citizen_id > ${after}::uuid order by citizen_id limit ${limit}`.execute(tx);
  return rows.map((row) => row.citizen_id);
}

function people(audience: Audience, at: Date, now: Date, after: string, limit: number) {
  if ('citizenIds' in audience) return sql`select unnest(${audience.citizenIds}::uuid[]) as citizen_id`;
  if ('staffIds' in audience) return inOffice(sql`select unnest(${audience.staffIds}::uuid[])`, now);
  if ('roles' in audience) {
    const holders = sql`
      with recursive above as (
        select id, parent_id from departments where id = ${audience.departmentId}
        union select d.id, d.parent_id from departments d join above on d.id = above.parent_id
      )
      select staff_id from staff_roles where role = any(${audience.roles}::text[]) and department_id in (select id from above)`;
    return inOffice(holders, now);
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

/** Those of these members who are in office, and whoever stands in for one of them now; as in `findStaffSession` that goes no further. */
function inOffice(staffIds: RawBuilder<unknown>, now: Date) {
  return sql`
    select told.citizen_id from staff_members member
    join staff_members told on told.status = 'active' and (
      told.id = member.id
      or told.id in (select stand_in_id from staff_stand_ins absence where absence.absent_id = member.id and absence.starts_at <= ${now} and absence.ends_at > ${now})
    )
    where member.id in (${staffIds}) and member.status = 'active'`;
}
