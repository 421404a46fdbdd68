import type { Database, DatabaseTransaction } from '../database/database';
import type { FieldEncryption } from '../encryption/fieldEncryption';

/** What may stand in an entry: plain values; what is personal goes through `fingerprint`. */
export type AuditValues = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface AuditEntry {
  actorKind: 'staff' | 'citizen' | 'command' | 'system';
  actorId: string | null;
  /** Those whose absence the actor covered: kept in `after`. */
  standsInFor?: readonly string[];
  /** verb_noun: close_report. */
  action: string;
  objectKind: string;
  objectId: string;
  before?: AuditValues;
  after?: AuditValues;
  /** Where a request came from. */
  clientAddress?: string;
  requestId?: string;
  at: Date;
}

/** Writes an entry in the transaction of what it tells of: neither is there without the other. */
export async function recordAudit(db: Database | DatabaseTransaction, entry: AuditEntry): Promise<void> {
  const { standsInFor = [], after } = entry;
  const said = standsInFor.length === 0 ? after : { ...after, standsInFor };
  await db
    .insertInto('audit_entries')
    .values({
      occurred_at: entry.at,
      actor_kind: entry.actorKind,
      actor_id: entry.actorId,
      action: entry.action,
      object_kind: entry.objectKind,
      object_id: entry.objectId,
      client_address: entry.clientAddress ?? null,
      request_id: entry.requestId ?? null,
      before: entry.before === undefined ? null : JSON.stringify(entry.before),
      after: said === undefined ? null : JSON.stringify(said),
    })
    .execute();
}

/** Stands for a personal value: the same value gives the same one, so that a change can be seen, and it cannot be turned back. */
export function fingerprint(encryption: FieldEncryption, value: string): string {
  return `#${encryption.blindIndex(value, 'audit_entries').slice(0, 12)}`;
}
