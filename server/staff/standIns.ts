import { sql } from 'kysely';
import { recordAudit } from '../audit/recordAudit';
import type { Database, DatabaseTransaction } from '../database/database';
import { mayStandIn } from './colleagues';
import type { Actor } from './staffActor';

/** An absence that somebody covers, from the first instant of its first day up to the first instant after its last day. */
export interface Absence {
  id: string;
  absentId: string;
  standInId: string;
  startsAt: Date;
  endsAt: Date;
}

export type AbsenceRefusal = 'stand_in_unfit' | 'stand_in_overlaps' | 'stand_in_cycle';

/** Names a stand-in, in the caller's transaction; the same one again changes nothing. */
export async function addStandIn(tx: DatabaseTransaction, absence: Absence, by: Actor, now: Date): Promise<AbsenceRefusal | undefined> {
  const { id, absentId, standInId, startsAt, endsAt } = absence;
  // Of two that contradict each other only the second is refused.
  await sql`select pg_advisory_xact_lock(7201146)`.execute(tx);
  const known = await tx.selectFrom('staff_stand_ins').where('id', '=', id).selectAll().executeTakeFirst();
  if (known !== undefined) {
    const isSame = known.absent_id === absentId && known.stand_in_id === standInId && known.starts_at.getTime() === startsAt.getTime() && known.ends_at.getTime() === endsAt.getTime();
    return isSame ? undefined : 'stand_in_overlaps';
  }
  if (!(await mayStandIn(tx, absentId, standInId))) return 'stand_in_unfit';
  const overlapping = await tx.selectFrom('staff_stand_ins').where('absent_id', '=', absentId).where('starts_at', '<', endsAt).where('ends_at', '>', startsAt).select('id').executeTakeFirst();
  if (overlapping !== undefined) return 'stand_in_overlaps';
  if (await leadsBack(tx, absence)) return 'stand_in_cycle';
  await tx.insertInto('staff_stand_ins').values({ id, absent_id: absentId, stand_in_id: standInId, starts_at: startsAt, ends_at: endsAt, created_at: now }).execute();
  await recordAudit(tx, {
    ...by,
    action: 'name_stand_in',
    objectKind: 'staff_member',
    objectId: absentId,
    after: { standIn: standInId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    at: now,
  });
  return undefined;
}

/** Whether the stand-in is away at the same time and, over however many others, the absent one is to cover for them. */
async function leadsBack(tx: DatabaseTransaction, { absentId, standInId, startsAt, endsAt }: Absence): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive chain as (
      select ${standInId}::uuid as id
      union select i.stand_in_id from chain join staff_stand_ins i on i.absent_id = chain.id where i.starts_at < ${endsAt} and i.ends_at > ${startsAt}
    )
    select exists (select from chain where id = ${absentId}::uuid) as found`.execute(tx);
  return rows[0]?.found === true;
}

/** Ends an absence now, or takes back one that has not begun. @returns false when there is none (any more) */
export async function endStandIn(tx: DatabaseTransaction, absentId: string, id: string, by: Actor, now: Date): Promise<boolean> {
  const found = await tx.selectFrom('staff_stand_ins').where('id', '=', id).where('absent_id', '=', absentId).where('ends_at', '>', now).selectAll().forUpdate().executeTakeFirst();
  if (found === undefined) return false;
  if (found.starts_at >= now) await tx.deleteFrom('staff_stand_ins').where('id', '=', id).execute();
  else await tx.updateTable('staff_stand_ins').set({ ends_at: now }).where('id', '=', id).execute();
  await recordAudit(tx, {
    ...by,
    action: 'end_stand_in',
    objectKind: 'staff_member',
    objectId: absentId,
    before: { standIn: found.stand_in_id, startsAt: found.starts_at.toISOString(), endsAt: found.ends_at.toISOString() },
    at: now,
  });
  return true;
}

/** Absences of the member that have not ended, and those they cover, the next first. */
export async function findStandIns(db: Database, staffId: string, now: Date) {
  return db
    .selectFrom('staff_stand_ins as i')
    .innerJoin('staff_members as absent', 'absent.id', 'i.absent_id')
    .innerJoin('staff_members as standIn', 'standIn.id', 'i.stand_in_id')
    .where((eb) => eb.or([eb('i.absent_id', '=', staffId), eb('i.stand_in_id', '=', staffId)]))
    .where('i.ends_at', '>', now)
    .select(['i.id', 'i.absent_id', 'i.stand_in_id', 'i.starts_at', 'i.ends_at', 'absent.name_encrypted as absent_name', 'standIn.name_encrypted as stand_in_name'])
    .orderBy('i.starts_at')
    .orderBy('i.id')
    .execute();
}
