import { recordAudit, type AuditEntry } from '../audit/recordAudit';
import type { Database } from '../database/database';

/**
 * Takes a member out of office at once: every process refuses them at the next call, their devices are signed out, and an
 * invitation they have not accepted is void.
 *
 * @returns false when there is no such member in office or invited.
 */
export async function suspendStaffMember(db: Database, staffId: string, by: { kind: AuditEntry['actorKind']; id: string | null }, now: Date): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const member = await tx.selectFrom('staff_members').where('id', '=', staffId).where('status', '<>', 'suspended').select(['status', 'citizen_id']).forUpdate().executeTakeFirst();
    if (member === undefined) return false;
    await tx.updateTable('staff_members').set({ status: 'suspended', suspended_at: now }).where('id', '=', staffId).execute();
    await tx.deleteFrom('staff_invitations').where('staff_id', '=', staffId).where('accepted_at', 'is', null).execute();
    if (member.citizen_id !== null) await tx.deleteFrom('sessions').where('citizen_id', '=', member.citizen_id).execute();
    await recordAudit(tx, {
      actorKind: by.kind,
      actorId: by.id,
      action: 'suspend_staff_member',
      objectKind: 'staff_member',
      objectId: staffId,
      before: { status: member.status },
      after: { status: 'suspended' },
      at: now,
    });
    return true;
  });
}
