import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { fingerprint, recordAudit } from '../audit/recordAudit';
import type { StaffRole } from '../contract/staff';
import type { Database, DatabaseTransaction } from '../database/database';
import type { FieldEncryption } from '../encryption/fieldEncryption';
import { hashToken, newToken } from '../encryption/tokens';
import { phoneNumberContext } from '../presenters/citizenPresenter';
import type { Actor } from './staffActor';

export const staffNameContext = 'staff_members.name';
export const staffPhoneContext = 'staff_members.phone_number';

/** Long enough for somebody who is away over a holiday. */
const invitationMilliseconds = 7 * 86_400_000;

export interface RoleGrant {
  role: StaffRole;
  departmentId: number;
}

export interface NewStaffMember {
  /** Chosen anew unless given. */
  id?: string;
  name: string;
  /** 11 digits. */
  phoneNumber: string;
  position?: string;
  roles: readonly RoleGrant[];
}

/** The token is for the link; it is kept nowhere. */
export interface Invitation {
  token: string;
  expiresAt: Date;
}

/** As an entry of the audit trail names them. */
export const grantWords = (roles: readonly RoleGrant[]): string[] => roles.map(({ role, departmentId }) => `${role}:${departmentId}`);

/** Each once, in order. */
export const departmentsOf = (roles: readonly RoleGrant[]): number[] => [...new Set(roles.map(({ departmentId }) => departmentId))].sort((one, other) => one - other);

/** Makes a staff record with its roles and an invitation that only the owner of the phone number can accept, once. */
export function inviteStaffMember(db: Database, encryption: FieldEncryption, member: NewStaffMember, by: Actor, now: Date): Promise<Invitation & { staffId: string }> {
  return db.transaction().execute((tx) => addStaffMember(tx, encryption, member, by, now));
}

/** The same, in the caller's transaction. */
export async function addStaffMember(tx: DatabaseTransaction, encryption: FieldEncryption, member: NewStaffMember, by: Actor, now: Date): Promise<Invitation & { staffId: string }> {
  const staffId = member.id ?? randomUUID();
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
  await addRoles(tx, staffId, member.roles, now);
  await recordAudit(tx, {
    ...by,
    action: 'invite_staff_member',
    objectKind: 'staff_member',
    objectId: staffId,
    after: { name: fingerprint(encryption, member.name), phoneNumber: fingerprint(encryption, member.phoneNumber), roles: grantWords(member.roles) },
    at: now,
  });
  return { staffId, ...(await addInvitation(tx, staffId, now)) };
}

export async function addRoles(tx: DatabaseTransaction, staffId: string, roles: readonly RoleGrant[], now: Date): Promise<void> {
  if (roles.length === 0) return;
  await tx
    .insertInto('staff_roles')
    .values(roles.map(({ role, departmentId }) => ({ staff_id: staffId, department_id: departmentId, role, granted_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Whether the number belongs to a member who is in office or invited. Until the caller's transaction ends nobody else is answered
 * about the same number, so that two do not invite it at once.
 */
export async function isNumberTaken(tx: DatabaseTransaction, phoneNumberIndex: string, exceptStaffId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${phoneNumberIndex}, 7201145))`.execute(tx);
  const other = await tx
    .selectFrom('staff_members')
    .where('phone_number_index', '=', phoneNumberIndex)
    .where('status', '<>', 'suspended')
    .where('id', '<>', exceptStaffId)
    .select('id')
    .executeTakeFirst();
  return other !== undefined;
}

/** A new invitation for a member who has not accepted one; those before it can no longer be accepted. */
export function renewInvitation(db: Database, staffId: string, now: Date): Promise<Invitation> {
  return db.transaction().execute((tx) => replaceInvitation(tx, staffId, now));
}

/** The same, in the caller's transaction. */
export async function replaceInvitation(tx: DatabaseTransaction, staffId: string, now: Date): Promise<Invitation> {
  await tx.deleteFrom('staff_invitations').where('staff_id', '=', staffId).where('accepted_at', 'is', null).execute();
  return addInvitation(tx, staffId, now);
}

async function addInvitation(tx: DatabaseTransaction, staffId: string, now: Date): Promise<Invitation> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + invitationMilliseconds);
  await tx.insertInto('staff_invitations').values({ token_hash: hashToken(token), staff_id: staffId, created_at: now, expires_at: expiresAt }).execute();
  return { token, expiresAt };
}

/** Below the address of the H5, and the mini-program's own path. */
export const invitationPath = (token: string): string => `/features/staff/pages/invitation/index?token=${token}`;
