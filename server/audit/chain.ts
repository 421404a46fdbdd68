import { createHash } from 'node:crypto';

/** The columns that a seal covers, as text, in this order. */
export interface SealedColumns {
  occurredAt: string;
  id: string;
  actorKind: string;
  actorId: string | null;
  action: string;
  objectKind: string;
  objectId: string;
  clientAddress: string | null;
  requestId: string | null;
  before: string | null;
  after: string | null;
  departments: string | null;
  actorName: string | null;
}

export interface ChainHead {
  /** 0 before the first entry. */
  position: number;
  hash: string;
}

export const emptyChain: ChainHead = { position: 0, hash: '0'.repeat(64) };

/** SQL for `SealedColumns`; jsonb has one text for one value. */
export const sealedColumns = `to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as "occurredAt", id, actor_kind as "actorKind", actor_id as "actorId", action,
  object_kind as "objectKind", object_id as "objectId", client_address as "clientAddress", request_id as "requestId", before::text as before, after::text as after,
  array_to_string(department_ids, ',') as departments, actor_name_encrypted as "actorName"`;

/**
 * SM3 over the hash before, the position and the columns as a JSON array, whose text no other entry can have. Entries from before there
 * were departments and names have neither in their array, and keep their hash.
 */
export function hashEntry(previous: ChainHead, entry: SealedColumns): string {
  const { occurredAt, id, actorKind, actorId, action, objectKind, objectId, clientAddress, requestId, before, after, departments, actorName } = entry;
  const added = departments === null && actorName === null ? [] : [departments, actorName];
  const text = JSON.stringify([previous.hash, previous.position + 1, occurredAt, id, actorKind, actorId, action, objectKind, objectId, clientAddress, requestId, before, after, ...added]);
  return createHash('sm3').update(text).digest('hex');
}
