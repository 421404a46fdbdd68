import type { FastifyInstance } from 'fastify';
import { dateInShanghai } from '../../clock';
import type { StaffMember, StaffMemberSummary, StandIn } from '../../contract/staffMembers';
import type { FieldEncryption } from '../../encryption/fieldEncryption';
import { maskPhoneNumber } from '../../presenters/citizenPresenter';
import { staffNameContext, staffPhoneContext } from '../../staff/inviteStaffMember';
import type { StaffSession } from '../../staff/staffSession';
import { findStandIns } from '../../staff/standIns';
import { seeMember } from './memberAccess';
import { memberActions } from './memberPolicy';
import { findOpenInvitation, type MemberRow, type RoleRow } from './memberRepository';

export function presentMemberSummary(row: Pick<MemberRow, 'id' | 'name_encrypted' | 'position' | 'status'>, roles: readonly RoleRow[], encryption: FieldEncryption): StaffMemberSummary {
  return {
    id: row.id,
    name: encryption.decrypt(row.name_encrypted, staffNameContext),
    position: row.position,
    status: row.status,
    roles: roles.map(({ role, department_id: id, department_name: name }) => ({ role, department: { id: String(id), name } })),
  };
}

/** A member as their administrator sees them, or as they see themselves. */
export async function presentMember({ db, encryption, clock }: FastifyInstance, staff: StaffSession, memberId: string): Promise<StaffMember> {
  const { row, roles, scope } = await seeMember(db, staff, memberId, true);
  const now = clock.now();
  return {
    ...presentMemberSummary(row, roles, encryption),
    maskedPhoneNumber: maskPhoneNumber(encryption.decrypt(row.phone_number_encrypted, staffPhoneContext)),
    hasAccount: row.citizen_id !== null,
    invitationExpiresAt: row.status === 'invited' ? ((await findOpenInvitation(db, memberId, now))?.toISOString() ?? null) : null,
    suspendedAt: row.suspended_at?.toISOString() ?? null,
    standIns: (await findStandIns(db, memberId, now)).map((absence) => presentStandIn(absence, encryption, now)),
    allowedActions: memberActions(staff, scope, { id: row.id, status: row.status, roles }),
  };
}

type AbsenceRow = Awaited<ReturnType<typeof findStandIns>>[number];

function presentStandIn(row: AbsenceRow, encryption: FieldEncryption, now: Date): StandIn {
  return {
    id: row.id,
    absent: { id: row.absent_id, name: encryption.decrypt(row.absent_name, staffNameContext) },
    standIn: { id: row.stand_in_id, name: encryption.decrypt(row.stand_in_name, staffNameContext) },
    from: dateInShanghai(row.starts_at),
    to: dateInShanghai(new Date(row.ends_at.getTime() - 1)),
    isNow: row.starts_at <= now && row.ends_at > now,
  };
}

/** For lists of colleagues. */
export const presentColleague = (row: { id: string; name_encrypted: string; position: string | null }, encryption: FieldEncryption) => ({
  id: row.id,
  name: encryption.decrypt(row.name_encrypted, staffNameContext),
  position: row.position,
});

