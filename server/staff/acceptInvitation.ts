import { ApiError } from '../apiError';
import { recordAudit, type AuditEntry } from '../audit/recordAudit';
import type { Database, DatabaseTransaction } from '../database/database';
import { hashToken } from '../encryption/tokens';

/**
 * Makes the citizen the staff member whom the invitation is for: it takes the invited number, and works once.
 *
 * @throws ApiError `invitation_not_found`, `session_expired`, `phone_number_required`, `phone_number_mismatch`, `already_staff`.
 */
export async function acceptInvitation(tx: DatabaseTransaction, token: string, citizenId: string, from: Pick<AuditEntry, 'clientAddress' | 'requestId'>, now: Date): Promise<void> {
  const invitation = await findInvitation(tx, token, now);
  if (invitation === undefined) throw new ApiError('invitation_not_found');
  const person = await tx.selectFrom('citizens').where('id', '=', citizenId).select('phone_number_index').forUpdate().executeTakeFirst();
  if (person === undefined) throw new ApiError('session_expired');
  if (person.phone_number_index === null) throw new ApiError('phone_number_required');
  if (person.phone_number_index !== invitation.phone_number_index) throw new ApiError('phone_number_mismatch');
  const already = await tx.selectFrom('staff_members').where('citizen_id', '=', citizenId).select('id').executeTakeFirst();
  if (already !== undefined) throw new ApiError('already_staff');
  if (!(await acceptFor(tx, invitation, citizenId, now))) throw new ApiError('invitation_not_found');
  await recordAudit(tx, {
    actorKind: 'citizen',
    actorId: citizenId,
    action: 'accept_invitation',
    objectKind: 'staff_member',
    objectId: invitation.id,
    before: { status: 'invited' },
    after: { status: 'active' },
    ...from,
    at: now,
  });
}

/** An invitation that can still be accepted, with the member it is for. */
export async function findInvitation(db: Database | DatabaseTransaction, token: string, now: Date) {
  return db
    .selectFrom('staff_invitations')
    .innerJoin('staff_members', 'staff_members.id', 'staff_invitations.staff_id')
    .where('staff_invitations.token_hash', '=', hashToken(token))
    .where('staff_invitations.expires_at', '>', now)
    .where('staff_invitations.accepted_at', 'is', null)
    .where('staff_members.status', '=', 'invited')
    .select([
      'staff_invitations.token_hash',
      'staff_invitations.expires_at',
      'staff_members.id',
      'staff_members.name_encrypted',
      'staff_members.phone_number_encrypted',
      'staff_members.phone_number_index',
      'staff_members.position',
    ])
    .executeTakeFirst();
}

/**
 * Binds the member to the citizen and uses the invitation up, in the caller's transaction.
 *
 * @returns false when somebody else was quicker.
 */
async function acceptFor(tx: DatabaseTransaction, invitation: { id: string; token_hash: Buffer }, citizenId: string, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('staff_invitations')
    .set({ accepted_at: now })
    .where('token_hash', '=', invitation.token_hash)
    .where('accepted_at', 'is', null)
    .executeTakeFirst();
  if (used.numUpdatedRows === 0n) return false;
  await tx.updateTable('staff_members').set({ citizen_id: citizenId, status: 'active' }).where('id', '=', invitation.id).execute();
  return true;
}
