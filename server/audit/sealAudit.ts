import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '../clock';
import type { DatabasePool, Queryable } from '../database/pool';
import { emptyChain, hashEntry, sealedColumns, type ChainHead, type SealedColumns } from './chain';

/** Any number will do, as long as every process uses the same one. */
const sealingLock = 7_201_143;

/** Entries sealed in one transaction. */
const mostAtOnce = 500;

/**
 * Chains what was written and is not sealed yet, in the order in which it happened. Entries of transactions that were under way, or
 * begun later, wait for the next time: nothing that commits late is passed over, it only comes later in the chain.
 *
 * @returns how many were sealed, and the head of the chain; undefined while another process is sealing.
 */
export async function sealAudit(pool: DatabasePool, clock: Clock): Promise<{ sealed: number; head: ChainHead } | undefined> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows: locks } = await client.query<{ isMine: boolean }>('select pg_try_advisory_xact_lock($1) as "isMine"', [sealingLock]);
    const result = locks[0]?.isMine === true ? await sealNext(client, clock.now()) : undefined;
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function sealNext(client: Queryable, now: Date): Promise<{ sealed: number; head: ChainHead }> {
  const { rows: heads } = await client.query<ChainHead>('select position, hash from audit_entries where position is not null order by position desc limit 1');
  let head = heads[0] ?? emptyChain;
  // A transaction number of the future is from before the database was restored into another server.
  const { rows } = await client.query<SealedColumns & { key: string }>(
    `select audit_entries.occurred_at::text as key, ${sealedColumns} from audit_entries
     where position is null and (written_in < pg_snapshot_xmin(pg_current_snapshot()) or written_in > pg_snapshot_xmax(pg_current_snapshot()))
     order by audit_entries.occurred_at, audit_entries.id limit ${mostAtOnce}`,
  );
  const seals = rows.map((entry) => {
    const seal = { occurred_at: entry.key, id: entry.id, position: head.position + 1, previous: head.hash, hash: hashEntry(head, entry) };
    head = { position: seal.position, hash: seal.hash };
    return seal;
  });
  if (seals.length > 0) {
    // By the whole primary key: by id alone every round would read the table from end to end.
    await client.query(
      `update audit_entries e set position = s.position, previous_hash = s.previous, hash = s.hash, sealed_at = $2
       from json_to_recordset($1::text::json) as s (occurred_at timestamptz, id uuid, position bigint, previous text, hash text)
       where e.occurred_at = s.occurred_at and e.id = s.id`,
      [JSON.stringify(seals), now],
    );
  }
  return { sealed: seals.length, head };
}

/** Writes the chain's head outside the database, where whoever can change the database need not be able to. */
export async function writeHead(path: string, head: ChainHead, at: Date): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
    // After half a line of a process that was killed, this head would be unreadable as well.
    const isTorn = size > 0 && buffer.toString() !== '\n';
    await file.write(`${isTorn ? '\n' : ''}${JSON.stringify({ ...head, at: at.toISOString() })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
