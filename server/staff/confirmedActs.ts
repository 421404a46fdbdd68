import { createHash } from 'node:crypto';
import type { ConfirmedAct } from '../contract/confirmations';
import type { DatabaseTransaction } from '../database/database';
import type { DatabasePool } from '../database/pool';
import type { StaffSession } from './staffSession';

/** How long a granted confirmation can be used: long enough to repeat the call over a bad connection, too short to be kept for later. */
export const confirmationMilliseconds = 5 * 60_000;

/** A confirmation as one call holds it. */
export interface TakenConfirmation {
  id: string;
  usedFor: Buffer;
  /** False when the same call was made with it before, because its answer was lost. */
  isFirst: boolean;
}

/** The same call again has the same print; any difference in what is asked for gives another. */
export function printOfCall(method: string, url: string, body: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify([method, url, body ?? null])).digest();
}

/**
 * Takes a granted confirmation for a call. It serves one call: the first binds it, and only the very same call may follow, so that
 * it can be repeated safely when its answer is lost, and nothing else can be done with it. One statement, so that of two
 * different calls at once only one gets it, on whichever process.
 *
 * @returns undefined when there is no such confirmation of this act for this member and session, or it is too old or used.
 */
export async function takeConfirmation(
  pool: DatabasePool,
  id: string,
  for_: { act: ConfirmedAct; staff: StaffSession; sessionId: string; call: Buffer; now: Date },
): Promise<TakenConfirmation | undefined> {
  const { rows } = await pool.query<{ uses: number }>({
    name: 'take_confirmation',
    text: `update confirmation_requests set used_for = $6, uses = uses + 1
      where id = $1 and kind = 'act' and act = $2 and asked_by = $3 and session_id = $4
        and decision = 'confirmed' and decided_at > $5 and (used_for is null or used_for = $6)
      returning uses`,
    values: [id, for_.act, for_.staff.staffId, for_.sessionId, new Date(for_.now.getTime() - confirmationMilliseconds), for_.call],
  });
  const [taken] = rows;
  return taken === undefined ? undefined : { id, usedFor: for_.call, isFirst: taken.uses === 1 };
}

/** Gives it back when the call was refused and nothing was done, unless the same call was made again meanwhile. */
export async function giveBackConfirmation(pool: DatabasePool, { id, usedFor }: TakenConfirmation): Promise<void> {
  await pool.query('update confirmation_requests set used_for = null, uses = 0 where id = $1 and used_for = $2 and uses = 1', [id, usedFor]);
}

/** What waits no longer, and what was granted and can no longer be used. */
export async function removeEndedRequests(tx: DatabaseTransaction, now: Date): Promise<void> {
  await tx
    .deleteFrom('confirmation_requests')
    .where('expires_at', '<', new Date(now.getTime() - confirmationMilliseconds))
    .execute();
}
