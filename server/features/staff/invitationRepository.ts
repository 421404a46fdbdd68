import type { Database, DatabaseTransaction } from '../../database/database';
import { hashToken } from '../../encryption/tokens';

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

/** The roles of a member with the departments they were granted for. */
export async function findGrantedRoles(db: Database, staffId: string) {
  const rows = await db
    .selectFrom('staff_roles')
    .innerJoin('departments', 'departments.id', 'staff_roles.department_id')
    .where('staff_id', '=', staffId)
    .select(['staff_roles.role', 'departments.id', 'departments.name'])
    .orderBy('departments.sort_order')
    .orderBy('departments.id')
    .orderBy('staff_roles.role')
    .execute();
  return rows.map(({ role, id, name }) => ({ role, department: { id: String(id), name } }));
}

/**
 * Binds the member to the citizen and uses the invitation up, in the caller's transaction.
 *
 * @returns false when somebody else was quicker.
 */
export async function acceptFor(tx: DatabaseTransaction, invitation: { id: string; token_hash: Buffer }, citizenId: string, now: Date): Promise<boolean> {
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
