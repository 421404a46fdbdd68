import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../database/database';
import type { FieldEncryption } from '../encryption/fieldEncryption';
import type { AuditAction } from './auditActions';
import { auditKinds, type AuditObjectKind, type PersonalValue } from './auditKinds';

/** Stands for a personal value. Only `fingerprint` makes one, so that a value in clear does not compile where one belongs. */
export type Fingerprint = string & { readonly isFingerprint: unique symbol };

/** What may stand in an entry: plain values. */
export type AuditValues = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The same, with fingerprints for what is personal in this kind of object. */
export type AuditValuesOf<Kind extends AuditObjectKind> = AuditValues & { readonly [Name in PersonalValue<Kind>]?: Fingerprint | null };

export interface AuditEntry<Kind extends AuditObjectKind = AuditObjectKind> {
  actorKind: 'staff' | 'citizen' | 'command' | 'system';
  actorId: string | null;
  /** Those whose absence the actor covered: kept in `after`. */
  standsInFor?: readonly string[];
  /** verb_noun: close_report. */
  action: AuditAction;
  objectKind: Kind;
  objectId: string;
  /** Whose auditors may read it, where the object itself does not tell (any more). */
  departmentIds?: readonly number[];
  before?: AuditValuesOf<Kind>;
  after?: AuditValuesOf<Kind>;
  /** Where a request came from. */
  clientAddress?: string;
  requestId?: string;
  at: Date;
}

/** Writes an entry in the transaction of what it tells of: neither is there without the other. */
export async function recordAudit<Kind extends AuditObjectKind>(db: Database | DatabaseTransaction, entry: AuditEntry<Kind>): Promise<void> {
  const { standsInFor = [], after, actorKind, actorId, objectId } = entry;
  const said = standsInFor.length === 0 ? after : { ...after, standsInFor };
  const staffId = actorKind === 'staff' && actorId !== null && /^[0-9a-f-]{36}$/.test(actorId) ? actorId : null;
  await db
    .insertInto('audit_entries')
    .values({
      occurred_at: entry.at,
      actor_kind: actorKind,
      actor_id: actorId,
      // The name as it is now: it may change, and the entry must not.
      actor_name_encrypted: staffId === null ? null : sql<string>`(select name_encrypted from staff_members where id = ${staffId}::uuid)`,
      action: entry.action,
      object_kind: entry.objectKind,
      object_id: objectId,
      department_ids: entry.departmentIds === undefined ? auditKinds[entry.objectKind].departments(objectId) : sql<number[]>`${[...entry.departmentIds]}::bigint[]`,
      client_address: entry.clientAddress ?? null,
      request_id: entry.requestId ?? null,
      before: entry.before === undefined ? null : JSON.stringify(entry.before),
      after: said === undefined ? null : JSON.stringify(said),
    })
    .execute();
}

/** Stands for a personal value: the same value gives the same one, so that a change can be seen, and it cannot be turned back. */
export function fingerprint(encryption: FieldEncryption, value: string): Fingerprint {
  return `#${encryption.blindIndex(value, 'audit_entries').slice(0, 12)}` as Fingerprint;
}
