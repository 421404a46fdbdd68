import { sql, type ExpressionBuilder } from 'kysely';
import { beginningInShanghai } from '../../clock';
import type { AuditFilter } from '../../contract/audit';
import type { Database } from '../../database/database';
import type { Tables } from '../../database/tables';
import type { FieldEncryption } from '../../encryption/fieldEncryption';
import { findStaffByName } from '../../staff/findByName';
import type { AuditScope } from './auditPolicy';

/** The filter with what had to be looked up. */
export interface AuditSearch extends Omit<AuditFilter, 'actorName'> {
  scope: AuditScope;
  actorIds?: readonly string[];
}

export async function toSearch(db: Database, encryption: FieldEncryption, scope: AuditScope, { actorName, ...filter }: AuditFilter): Promise<AuditSearch> {
  return { ...filter, scope, ...(actorName === undefined ? {} : { actorIds: await findStaffByName(db, encryption, actorName) }) };
}

function matches({ scope, from, to, actorIds, action, objectKind, objectId }: AuditSearch) {
  return (eb: ExpressionBuilder<Tables, 'audit_entries'>) =>
    eb.and([
      eb.or([
        sql<boolean>`department_ids && ${scope.departmentIds}::bigint[]`,
        ...(scope.withoutDepartment ? [sql<boolean>`coalesce(cardinality(department_ids), 0) = 0`] : []),
      ]),
      ...(from === undefined ? [] : [eb('occurred_at', '>=', beginningInShanghai(from))]),
      ...(to === undefined ? [] : [eb('occurred_at', '<', beginningInShanghai(to, 1))]),
      ...(actorIds === undefined ? [] : [sql<boolean>`actor_kind = 'staff' and actor_id = any(${actorIds}::text[])`]),
      ...(action === undefined ? [] : [eb('action', '=', action)]),
      ...(objectKind === undefined ? [] : [eb('object_kind', '=', objectKind)]),
      ...(objectId === undefined ? [] : [eb('object_id', '=', objectId)]),
    ]);
}

export type AuditRow = Awaited<ReturnType<typeof findEntries>>[number];
/** The time exactly, and the id: where a list goes on. */
export type AuditKey = readonly [string, string];

/** Newest first. */
export function findEntries(db: Database, search: AuditSearch, after: AuditKey | undefined, limit: number) {
  return db
    .selectFrom('audit_entries')
    .where(matches(search))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(occurred_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .select(['id', 'occurred_at', 'actor_kind', 'actor_id', 'actor_name_encrypted', 'action', 'object_kind', 'object_id', 'client_address', 'before', 'after'])
    .select([sql<string>`occurred_at::text`.as('occurred_exactly'), sql<boolean>`position is not null`.as('is_sealed')])
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Counts up to `most`. */
export async function countEntries(db: Database, search: AuditSearch, most: number): Promise<number> {
  const { n } = await db
    .selectFrom(db.selectFrom('audit_entries').where(matches(search)).select('id').limit(most).as('counted'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** What members are called now, for entries that do not know what they were called then. */
export async function findNames(db: Database, staffIds: readonly string[]): Promise<Map<string, string>> {
  const ids = staffIds.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('staff_members').where(sql<boolean>`id = any(${ids}::uuid[])`).select(['id', 'name_encrypted']).execute();
  return new Map(rows.map((row) => [row.id, row.name_encrypted]));
}
