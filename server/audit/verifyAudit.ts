import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Queryable } from '../database/pool';
import { emptyChain, hashEntry, sealedColumns, type ChainHead, type SealedColumns } from './chain';

export interface AuditVerdict {
  /** Entries whose seal was checked. */
  checked: number;
  /** What is not as it was sealed, in Chinese, each naming the entry. */
  findings: string[];
}

/** Kept for the report; more of them say nothing new. */
const mostFindings = 50;
const pageSize = 1_000;
/** Sealing takes seconds: what is older should be sealed. */
const unsealedMilliseconds = 60_000;

type SealedRow = SealedColumns & { position: number; previousHash: string; hash: string };

/**
 * Recomputes the whole chain and compares its head with the heads that were written outside the database. Memory does not grow
 * with the trail.
 */
export async function verifyAudit(db: Queryable, headFile: string, now: Date): Promise<AuditVerdict> {
  const findings: string[] = [];
  const find = (finding: string): void => void (findings.length < mostFindings && findings.push(finding));
  const heads = await readHeads(headFile);
  let head: ChainHead = emptyChain;
  const { rows: outsiders } = await db.query<{ id: string; position: number }>('select id, position from audit_entries where position < 1 order by position limit 50');
  for (const { id, position } of outsiders) find(`第 ${position} 条是插入的（编号 ${id}）：链从第 1 条开始。`);
  let checked = 0;
  for (let rows = await page(db, 0); rows.length > 0; rows = await page(db, head.position)) {
    for (const row of rows) {
      if (row.position <= head.position) find(`第 ${row.position} 条有两份（编号 ${row.id}），其中一份是插入的。`);
      else if (row.position > head.position + 1) find(`第 ${head.position + 1} 到 ${row.position - 1} 条不在了。`);
      else if (row.previousHash !== head.hash) find(`第 ${row.position} 条与前一条接不上（编号 ${row.id}）。`);
      if (row.hash !== hashEntry({ position: row.position - 1, hash: row.previousHash }, row)) find(`第 ${row.position} 条被改过（编号 ${row.id}）。`);
      const outside = heads.get(row.position);
      if (outside !== undefined && outside !== row.hash) find(`第 ${row.position} 条与库外留存的不一致：从这里往前有改动后重新封存。`);
      head = { position: row.position, hash: row.hash };
      checked += 1;
    }
  }
  if (heads.size === 0 && checked > 0) find(`没有库外留存的文件 ${headFile}，看不出末尾有没有被截去。`);
  const highest = Math.max(0, ...heads.keys());
  if (highest > head.position) find(`末尾少了：库外留存到第 ${highest} 条，库里只到第 ${head.position} 条。`);
  else if (heads.size > 0 && (await isSealedBefore(db, highest, new Date(now.getTime() - unsealedMilliseconds)))) {
    find(`库外只留存到第 ${highest} 条，库里到第 ${head.position} 条：之后的末尾有没有被截去看不出。请检查文件能否写入、磁盘是否已满，或者核对的是不是最全的一份。`);
  }
  const { rows: late } = await db.query<{ n: number }>('select count(*) as n from audit_entries where position is null and occurred_at < $1', [
    new Date(now.getTime() - unsealedMilliseconds),
  ]);
  if ((late[0]?.n ?? 0) > 0) find(`有 ${late[0]?.n ?? 0} 条超过一分钟没有封存，请检查服务是否在运行。`);
  return { checked, findings };
}

/** Whether an entry after this position was sealed before that time. */
async function isSealedBefore(db: Queryable, position: number, time: Date): Promise<boolean> {
  const { rows } = await db.query<{ found: boolean }>('select exists (select from audit_entries where position > $1 and sealed_at < $2) as found', [position, time]);
  return rows[0]?.found === true;
}

async function page(db: Queryable, after: number): Promise<SealedRow[]> {
  // With ties, so that a position that stands twice is never cut in two.
  const { rows } = await db.query<SealedRow>(
    `select ${sealedColumns}, position, previous_hash as "previousHash", hash from audit_entries where position > $1
     order by position fetch first ${pageSize} rows with ties`,
    [after],
  );
  return rows;
}

/** Position → hash; only the last ten thousand, which is hours of a busy day. */
async function readHeads(path: string): Promise<Map<number, string>> {
  const heads = new Map<number, string>();
  if (!existsSync(path)) return heads;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    const head = readHead(line);
    if (head === undefined) continue;
    heads.set(head.position, head.hash);
    const [oldest] = heads.keys();
    if (heads.size > 10_000 && oldest !== undefined) heads.delete(oldest);
  }
  return heads;
}

/** A line that was cut short by a power failure says nothing. */
function readHead(line: string): ChainHead | undefined {
  try {
    const { position, hash } = JSON.parse(line) as Partial<ChainHead>;
    return typeof position === 'number' && typeof hash === 'string' ? { position, hash } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
