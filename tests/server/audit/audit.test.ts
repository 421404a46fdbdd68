import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { AuditSealer } from '../../../server/audit/auditSealer';
import { hashEntry, type SealedColumns } from '../../../server/audit/chain';
import { recordAudit } from '../../../server/audit/recordAudit';
import { sealAudit } from '../../../server/audit/sealAudit';
import { verifyAudit } from '../../../server/audit/verifyAudit';
import { SettableClock } from '../../../server/clock';
import { eventually } from '../../support/eventually';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';

let database: TestDatabase;
let headFile: string;
let sealer: AuditSealer;
const clock = new SettableClock(new Date('2026-11-24T02:00:00Z'));
const log = { error: (details: object) => void errors.push(details) };
const errors: object[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await tamper('truncate audit_entries');
  headFile = join(mkdtempSync(join(tmpdir(), 'audit-')), 'deep', 'heads.log');
  sealer = new AuditSealer(database.pool, clock, headFile, log);
});
afterEach(() => expect(errors.splice(0)).toEqual([]));
afterAll(() => database.close());

jest.setTimeout(120_000);

let written = 0;
function record(objectId: string, db = database.db): Promise<void> {
  written += 1;
  return recordAudit(db, {
    actorKind: 'staff',
    actorId: 'a',
    action: 'close_report',
    objectKind: 'feedback',
    objectId,
    before: { outcome: null },
    after: { outcome: 'corrected', list: ['一', '二'] },
    at: new Date(clock.now().getTime() + written),
  });
}
const verify = () => verifyAudit(database.pool, headFile, new Date(clock.now().getTime() + 10_000));
/** As somebody would who owns the database. */
async function tamper(sql: string): Promise<void> {
  await database.pool.query('alter table audit_entries disable trigger user');
  await database.pool.query(sql);
  await database.pool.query('alter table audit_entries enable trigger user');
}
async function sealed(...ids: string[]): Promise<void> {
  for (const id of ids) await record(id);
  await sealAll();
}
/** A transaction of another database on the same server holds the sealer up as well, for as long as it runs; other tests have some. */
const patienceMilliseconds = 45_000;
const sealAll = (): Promise<void> =>
  eventually(async () => {
    await sealer.seal();
    expect((await database.pool.query('select from audit_entries where position is null')).rows).toEqual([]);
  }, patienceMilliseconds);

test('what is written is sealed in its order, and the head stands outside the database', async () => {
  await sealed('1', '2', '3');
  await sealed('4');
  const { rows } = await database.pool.query<{ object_id: string; position: number; hash: string }>('select object_id, position, hash from audit_entries order by position');
  expect(rows.map(({ object_id: id, position }) => [id, position])).toEqual([['1', 1], ['2', 2], ['3', 3], ['4', 4]]);
  const heads = readFileSync(headFile, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { position: number; hash: string });
  // One a round; how many rounds it takes depends on what else the server is doing.
  for (const { position, hash } of heads) expect([position, hash]).toEqual([position, rows[position - 1]?.hash]);
  expect(heads.at(-1)?.position).toBe(4);
  expect(await verify()).toEqual({ checked: 4, findings: [] });
});

test('entries cannot be changed, taken out or sealed again, not even by the server itself', async () => {
  await sealed('1');
  await record('2');
  for (const sql of [
    `update audit_entries set action = 'other'`,
    `update audit_entries set position = 9, previous_hash = '', hash = '', sealed_at = now() where object_id = '1'`,
    `update audit_entries set position = 9, previous_hash = '', hash = '', sealed_at = now(), action = 'other' where object_id = '2'`,
    `update audit_entries set action = action`,
    `insert into audit_entries (occurred_at, actor_kind, action, object_kind, object_id, position, previous_hash, hash, sealed_at) values (now(), 'staff', 'x_y', 'x', 'x', 3, '', '', now())`,
    'delete from audit_entries',
    'truncate audit_entries',
  ]) {
    await expect(database.pool.query(sql)).rejects.toThrow(/only ever added|has no seal/);
  }
});

test.each([
  ['a changed entry', `update audit_entries set after = '{"outcome": "explained"}' where position = 2`, /第 2 条被改过/],
  ['another actor', `update audit_entries set actor_id = 'b' where position = 2`, /第 2 条被改过/],
  ['another department', `update audit_entries set department_ids = '{7}' where position = 2`, /第 2 条被改过/],
  ['no department any more', `update audit_entries set department_ids = null where position = 2`, /第 2 条被改过/],
  ['another name of the actor', `update audit_entries set actor_name_encrypted = 'x' where position = 2`, /第 2 条被改过/],
  ['another time', `update audit_entries set occurred_at = occurred_at + interval '1 second' where position = 2`, /第 2 条被改过/],
  ['a removed entry', 'delete from audit_entries where position = 2', /第 2 到 2 条不在了/],
  ['a cut-off tail', 'delete from audit_entries where position > 2', /末尾少了：库外留存到第 4 条，库里只到第 2 条/],
  ['an inserted entry', `insert into audit_entries select occurred_at, gen_random_uuid(), written_in, actor_kind, actor_id, 'forged', object_kind, object_id, client_address, request_id, before, after, position, previous_hash, hash, sealed_at from audit_entries where position = 3`, /第 3 条(有两份|被改过)/],
  ['everything removed', 'delete from audit_entries', /末尾少了/],
])('%s is found and named', async (_, sql, words) => {
  await sealed('1', '2', '3', '4');
  await tamper(sql);
  expect((await verify()).findings.join('\n')).toMatch(words);
});

test('a chain that was sealed anew after a change does not agree with the heads outside', async () => {
  await sealed('1', '2', '3');
  await tamper(`update audit_entries set action = 'other', position = null, previous_hash = null, hash = null, sealed_at = null`);
  await eventually(async () => expect(await sealAudit(database.pool, clock)).toMatchObject({ head: { position: 3 } }), patienceMilliseconds);
  expect((await verify()).findings).toContainEqual(expect.stringContaining('第 3 条与库外留存的不一致'));
});

test('a head that a process sealed but did not live to write is written by the next', async () => {
  await record('1');
  await eventually(async () => expect(await sealAudit(database.pool, clock)).toMatchObject({ head: { position: 1 } }), patienceMilliseconds);
  expect(existsSync(headFile)).toBe(false);
  await new AuditSealer(database.pool, clock, headFile, log).seal();
  expect(await verify()).toEqual({ checked: 1, findings: [] });
});

test('a line of the heads that was cut short by a power failure is passed over, and a missing file is said', async () => {
  expect(await verify()).toEqual({ checked: 0, findings: [] });
  await sealed('1');
  writeFileSync(headFile, `${readFileSync(headFile, 'utf8')}{"position": 2, "ha`);
  expect(await verify()).toEqual({ checked: 1, findings: [] });
  rmSync(headFile);
  expect((await verify()).findings).toEqual([expect.stringContaining('没有库外留存的文件')]);
});

test('after half a line the next head stands on a line of its own and shows a cut-off tail', async () => {
  await sealed('1');
  appendFileSync(headFile, '{"position":2,"ha');
  sealer = new AuditSealer(database.pool, clock, headFile, log);
  await sealed('2');
  await tamper('delete from audit_entries where position = 2');
  expect((await verify()).findings).toEqual([expect.stringContaining('末尾少了：库外留存到第 2 条')]);
});

test('a position before the first is found, which no walk from the first would meet', async () => {
  await sealed('1');
  await tamper(`insert into audit_entries (occurred_at, written_in, actor_kind, action, object_kind, object_id, position, previous_hash, hash, sealed_at) values (now(), pg_current_xact_id(), 'staff', 'forged', 'x', 'x', 0, '', '', now())`);
  expect((await verify()).findings).toEqual([expect.stringContaining('第 0 条是插入的')]);
});

test('heads that stopped being written are said after a minute, since a cut-off tail would not show', async () => {
  await sealed('1');
  await record('2');
  await eventually(async () => expect(await sealAudit(database.pool, clock)).toMatchObject({ head: { position: 2 } }));
  expect((await verify()).findings).toEqual([]);
  const findings = (await verifyAudit(database.pool, headFile, new Date(clock.now().getTime() + 120_000))).findings;
  expect(findings).toEqual([expect.stringContaining('库外只留存到第 1 条，库里到第 2 条')]);
});

test('times finer than a millisecond, as psql writes them, are sealed as well', async () => {
  await database.pool.query(`insert into audit_entries (occurred_at, actor_kind, action, object_kind, object_id) values ('2026-11-24T01:00:00.123456Z', 'system', 'x_y', 'x', 'x')`);
  await sealAll();
  expect(await verify()).toEqual({ checked: 1, findings: [] });
});

test('what stays unsealed for more than a minute is said', async () => {
  await sealed('1');
  await record('2');
  expect((await verifyAudit(database.pool, headFile, new Date(clock.now().getTime() + 120_000))).findings).toEqual([expect.stringContaining('有 1 条超过一分钟没有封存')]);
});

test('sealing at once on several processes makes one chain', async () => {
  for (let index = 0; index < 30; index += 1) await record(String(index));
  const others = [1, 2, 3].map(() => new AuditSealer(database.openAnotherPool(), clock, headFile, log));
  await Promise.all([sealer, ...others].map((each) => each.seal()));
  await sealAll();
  expect(await verify()).toEqual({ checked: 30, findings: [] });
});

test('an entry whose transaction commits late is sealed later and not lost', async () => {
  if (database.url === undefined) return;
  const { pool } = database;
  const slow = await pool.connect();
  await slow.query('begin');
  await slow.query(`insert into audit_entries (occurred_at, actor_kind, action, object_kind, object_id) values ('2026-11-24T01:00:00Z', 'system', 'slow', 'x', 'late')`);
  await record('1');
  await sealer.seal();
  expect((await database.pool.query('select from audit_entries where position is not null')).rows).toEqual([]);
  await slow.query('commit');
  slow.release();
  await sealAll();
  expect(await verify()).toEqual({ checked: 2, findings: [] });
});

test('an entry that is rolled back with its act leaves nothing', async () => {
  await expect(
    database.db.transaction().execute(async (tx) => {
      await recordAudit(tx, { actorKind: 'system', actorId: null, action: 'import_calendar', objectKind: 'working_day_notice', objectId: '1', at: clock.now() });
      throw new Error('the act failed');
    }),
  ).rejects.toThrow('the act failed');
  await sealer.seal();
  expect((await database.pool.query('select from audit_entries')).rows).toEqual([]);
});

test('entries from before there were departments and names keep their hash', () => {
  const old = { occurredAt: '2026-11-24T02:00:00.000000', id: '1', actorKind: 'system', actorId: null, action: 'a', objectKind: 'o', objectId: '1', clientAddress: null, requestId: null, before: null, after: '{}' };
  const text = JSON.stringify(['0', 1, ...Object.values(old)]);
  expect(hashEntry({ position: 0, hash: '0' }, { ...old, departments: null, actorName: null })).toBe(createHash('sm3').update(text).digest('hex'));
});

test('no two different entries have one hash, wherever the border between their columns lies', () => {
  const text = fc.string({ maxLength: 6 });
  const entry = fc.record<SealedColumns>({
    occurredAt: text, id: text, actorKind: text, actorId: fc.option(text), action: text, objectKind: text, objectId: text,
    clientAddress: fc.option(text), requestId: fc.option(text), before: fc.option(text), after: fc.option(text), departments: fc.option(text), actorName: fc.option(text),
  });
  const head = { position: 0, hash: '0' };
  fc.assert(fc.property(entry, entry, (one, other) => (hashEntry(head, one) === hashEntry(head, other)) === (JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort()))));
});
