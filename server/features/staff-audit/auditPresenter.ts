import { actionName } from '../../audit/auditActions';
import { kindName } from '../../audit/auditKinds';
import type { AuditRecord } from '../../contract/audit';
import type { Database } from '../../database/database';
import type { FieldEncryption } from '../../encryption/fieldEncryption';
import { staffNameContext } from '../../staff/inviteStaffMember';
import { findNames, type AuditRow } from './auditRepository';

const otherActors = { citizen: '群众本人', command: '服务器上的命令', system: '系统', staff: '已删除的工作人员' } as const;

/** Entries in words, with the names that people had when they acted. */
export async function presentEntries(db: Database, encryption: FieldEncryption, rows: readonly AuditRow[]): Promise<AuditRecord[]> {
  const names = await findNames(db, [...new Set(rows.flatMap((row) => [...standsInFor(row), ...(row.actor_id === null ? [] : [row.actor_id])]))]);
  const nameOf = (encrypted: string | null | undefined): string | undefined => (encrypted === null || encrypted === undefined ? undefined : encryption.decrypt(encrypted, staffNameContext));
  return rows.map((row) => ({
    id: row.id,
    occurredAt: row.occurred_at.toISOString(),
    actor: {
      kind: row.actor_kind,
      id: row.actor_kind === 'staff' ? row.actor_id : null,
      name: (row.actor_kind === 'staff' ? nameOf(row.actor_name_encrypted ?? names.get(row.actor_id ?? '')) : undefined) ?? otherActors[row.actor_kind],
    },
    standsInFor: standsInFor(row).map((id) => nameOf(names.get(id)) ?? otherActors.staff),
    action: row.action,
    actionName: actionName(row.action),
    objectKind: row.object_kind,
    objectKindName: kindName(row.object_kind),
    objectId: row.object_id,
    before: row.before === null ? null : JSON.stringify(row.before),
    after: row.after === null ? null : JSON.stringify(row.after),
    clientAddress: row.client_address,
    isSealed: row.is_sealed,
  }));
}

function standsInFor({ after }: AuditRow): string[] {
  const ids = after?.['standsInFor'];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
