import { sql } from 'kysely';
import { recordAudit } from '../audit/recordAudit';
import type { WorkKind } from '../contract/work';
import type { Database, DatabaseTransaction } from '../database/database';
import type { WorkSource } from '../work/workSource';
import { wouldLeaveTopWithoutAdministrator } from './administrators';
import { mayTakeOver } from './colleagues';
import type { Actor } from './staffActor';

export interface Departure {
  staffId: string;
  /** Who takes over what is open; not needed when nothing is. */
  successorId: string | null;
  /** The command line may take the last one away: whoever is there can invite the next. */
  mayBeLastAdministrator: boolean;
  /** Only one who has not accepted yet: taking back an invitation must not put out somebody who has just come. */
  onlyInvited?: boolean;
}

export type DepartureRefusal = 'not_in_office' | 'in_office' | 'successor_required' | 'successor_unfit' | 'last_administrator';

/** How many things of each kind. */
export type WorkCounts = readonly { kind: WorkKind; count: number }[];

/**
 * Takes a member out of office at once, and hands over what they own in the same transaction: every process refuses them at the next
 * call, their devices are signed out, an invitation they have not accepted is void, and nothing open is left without an owner. Their
 * roles stay on record.
 */
export async function leavePost(db: Database, sources: readonly WorkSource[], departure: Departure, by: Actor, now: Date): Promise<DepartureRefusal | { handedOver: WorkCounts }> {
  const { staffId, successorId } = departure;
  return db.transaction().execute(async (tx) => {
    // Both are locked, in the order of their ids, so that two who succeed each other do not wait for each other for ever.
    const locked = await tx
      .selectFrom('staff_members')
      .where('id', 'in', successorId === null ? [staffId] : [staffId, successorId])
      .select(['id', 'status', 'citizen_id'])
      .orderBy('id')
      .forUpdate()
      .execute();
    const member = locked.find(({ id }) => id === staffId);
    if (member === undefined || member.status === 'suspended') return 'not_in_office';
    if (departure.onlyInvited === true && member.status !== 'invited') return 'in_office';
    if (!departure.mayBeLastAdministrator && (await wouldLeaveTopWithoutAdministrator(tx, staffId, await administeredBy(tx, staffId)))) return 'last_administrator';
    const owned = await countOwned(tx, sources, staffId);
    if (successorId === null) {
      if (owned.length > 0) return 'successor_required';
    } else if (!(await mayTakeOver(tx, staffId, successorId))) return 'successor_unfit';
    if (successorId !== null) for (const source of sources) await source.handOver(tx, staffId, successorId, now);
    const left = await countOwned(tx, sources, staffId);
    if (left.length > 0) throw new Error(`a member who leaves would keep ${left.map(({ kind, count }) => `${count} ${kind}`).join(', ')}`);
    await close(tx, staffId, member.citizen_id, now);
    await recordAudit(tx, {
      ...by,
      action: 'suspend_staff_member',
      objectKind: 'staff_member',
      objectId: staffId,
      before: { status: member.status },
      after: { status: 'suspended', successor: successorId, handedOver: owned.map(({ kind, count }) => `${kind}:${count}`) },
      at: now,
    });
    return { handedOver: owned };
  });
}

/** What a member owns that is open, kinds without any left out. */
export async function countOwned(db: Database | DatabaseTransaction, sources: readonly WorkSource[], staffId: string): Promise<WorkCounts> {
  const counts: { kind: WorkKind; count: number }[] = [];
  for (const { kind, countOwned: count } of sources) counts.push({ kind, count: await count(db, staffId) });
  return counts.filter(({ count }) => count > 0);
}

async function administeredBy(tx: DatabaseTransaction, staffId: string): Promise<number[]> {
  const rows = await tx.selectFrom('staff_roles').where('staff_id', '=', staffId).where('role', '=', 'administrator').select('department_id').execute();
  return rows.map((row) => row.department_id);
}

async function close(tx: DatabaseTransaction, staffId: string, citizenId: string | null, now: Date): Promise<void> {
  // The account is the person's own again: a new invitation may bind it, or another, to a staff record.
  await tx.updateTable('staff_members').set({ status: 'suspended', suspended_at: now, citizen_id: null }).where('id', '=', staffId).execute();
  await tx.deleteFrom('staff_invitations').where('staff_id', '=', staffId).where('accepted_at', 'is', null).execute();
  if (citizenId !== null) await tx.deleteFrom('sessions').where('citizen_id', '=', citizenId).execute();
  // Standing in ends with the post, in both directions.
  const concerned = sql<boolean>`${staffId}::uuid in (absent_id, stand_in_id)`;
  await tx.deleteFrom('staff_stand_ins').where(concerned).where('starts_at', '>=', now).execute();
  await tx.updateTable('staff_stand_ins').set({ ends_at: now }).where(concerned).where('ends_at', '>', now).execute();
}
