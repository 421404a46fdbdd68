import { randomUUID } from 'node:crypto';
import { fingerprint, recordAudit, type AuditEntry } from '../audit/recordAudit';
import type { StaffRole } from '../contract/staff';
import type { Database, DatabaseTransaction } from '../database/database';
import type { FieldEncryption } from '../encryption/fieldEncryption';
import { hashToken, newToken } from '../encryption/tokens';
import { phoneNumberContext } from '../presenters/citizenPresenter';

export const staffNameContext = 'staff_members.name';
export const staffPhoneContext = 'staff_members.phone_number';

/** Long enough for somebody who is away over a holiday. */
const invitationMilliseconds = 7 * 86_400_000;

export interface NewStaffMember {
  /** Chosen anew unless given. */
  id?: string;
  name: string;
  /** 11 digits. */
  phoneNumber: string;
  position?: string;
  roles: readonly { role: StaffRole; departmentId: number }[];
}

/**
 * Makes a staff record with its roles and an invitation that only the owner of the phone number can accept, once.
 *
 * @returns the token for the link; it is kept nowhere.
 */
export async function inviteStaffMember(
  db: Database,
  encryption: FieldEncryption,
  member: NewStaffMember,
  by: { kind: AuditEntry['actorKind']; id: string | null },
  now: Date,
): Promise<{ staffId: string; token: string; expiresAt: Date }> {
  const staffId = member.id ?? randomUUID();
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('staff_members')
      .values({
        id: staffId,
        name_encrypted: encryption.encrypt(member.name, staffNameContext),
        phone_number_encrypted: encryption.encrypt(member.phoneNumber, staffPhoneContext),
        // The same index as the citizen's own number has: that is what is compared.
        phone_number_index: encryption.blindIndex(member.phoneNumber, phoneNumberContext),
        position: member.position ?? null,
        created_at: now,
      })
      .execute();
    await tx
      .insertInto('staff_roles')
      .values(member.roles.map(({ role, departmentId }) => ({ staff_id: staffId, department_id: departmentId, role, granted_at: now })))
      .execute();
    await recordAudit(tx, {
      actorKind: by.kind,
      actorId: by.id,
      action: 'invite_staff_member',
      objectKind: 'staff_member',
      objectId: staffId,
      after: {
        name: fingerprint(encryption, member.name),
        phoneNumber: fingerprint(encryption, member.phoneNumber),
        roles: member.roles.map(({ role, departmentId }) => `${role}:${departmentId}`),
      },
      at: now,
    });
    return { staffId, ...(await addInvitation(tx, staffId, now)) };
  });
}

/** A new invitation for a member who has not accepted one; those before it can no longer be accepted. */
export function renewInvitation(db: Database, staffId: string, now: Date): Promise<{ token: string; expiresAt: Date }> {
  return db.transaction().execute(async (tx) => {
    await tx.deleteFrom('staff_invitations').where('staff_id', '=', staffId).where('accepted_at', 'is', null).execute();
    return addInvitation(tx, staffId, now);
  });
}

async function addInvitation(tx: DatabaseTransaction, staffId: string, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + invitationMilliseconds);
  await tx.insertInto('staff_invitations').values({ token_hash: hashToken(token), staff_id: staffId, created_at: now, expires_at: expiresAt }).execute();
  return { token, expiresAt };
}
