import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from '../../../server/clock';
import { seedDemoAnnouncements } from '../../../server/database/seed/demoAnnouncements';
import { seedDemoCity } from '../../../server/database/seed/demoCity';
import { demoStaff, seedDemoStaff } from '../../../server/database/seed/demoStaff';
import { openFieldEncryption } from '../../../server/encryption/openFieldEncryption';
import { openFileStorage } from '../../../server/files/openFileStorage';
import { readConfig } from '../../../server/config';
import { demoMiniProgram } from '../../../wechat-sandbox/accounts';
import { demoCitizens, unionIdOf } from '../../../wechat-sandbox/demoCitizens';
import { sandboxSettings } from '../../support/sandboxSettings';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';

let database: TestDatabase;
const clock = new SettableClock(new Date('2027-03-03T02:30:00Z'));

async function count(sql: string): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(sql);
  return rows[0]?.n ?? 0;
}

beforeAll(async () => {
  database = await openTestDatabase();
  const config = readConfig({ ...sandboxSettings('http://127.0.0.1:9'), DATA_DIR: await mkdtemp(join(tmpdir(), 'demo-')) });
  const files = await openFileStorage(config, clock);
  const encryption = openFieldEncryption(config);
  await seedDemoCity(database.pool, files, clock);
  await seedDemoStaff(database.pool, encryption, clock);
  await seedDemoAnnouncements({ pool: database.pool, encryption, files, clock });
  const before = await count('select count(*)::int as n from announcement_events');
  // At every start.
  await seedDemoStaff(database.pool, encryption, clock);
  await seedDemoAnnouncements({ pool: database.pool, encryption, files, clock });
  expect(await count('select count(*)::int as n from announcement_events')).toBe(before);
}, 240_000);
afterAll(() => database.close());

test('the demo county has more than sixty announcements of a year, of every kind, with corrections, withdrawals, an archive and attachments', async () => {
  const { rows } = await database.pool.query<{ kind: string; n: number }>(`select kind, count(*)::int as n from announcements where status <> 'unpublished' group by kind`);
  expect(rows.map(({ kind }) => kind).sort()).toEqual(['notice', 'policy_document', 'policy_explained', 'service_notice', 'urgent_notice']);
  expect(rows.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThan(60);
  expect(await count(`select (max(first_published_at)::date - min(first_published_at)::date) as n from announcements`)).toBeGreaterThan(330);
  expect(await count('select count(*)::int as n from announcement_versions where version > 1')).toBeGreaterThanOrEqual(5);
  for (const status of ['withdrawn', 'archived']) expect(await count(`select count(*)::int as n from announcements where status = '${status}'`)).toBeGreaterThanOrEqual(2);
  expect(await count(`select count(*)::int as n from announcements where content ? 'attachments'`)).toBeGreaterThanOrEqual(5);
});

test('something stands in every state that staff can find a draft in', async () => {
  const { rows } = await database.pool.query<{ status: string }>('select distinct status from announcement_drafts');
  expect(rows.map(({ status }) => status).sort()).toEqual(['draft', 'published', 'returned', 'scheduled', 'submitted']);
});

test('no demo announcement was approved by whoever wrote it', async () => {
  expect(await count('select count(*)::int as n from announcement_drafts d join announcement_draft_authors a on a.draft_id = d.id and a.staff_id = d.approved_by')).toBe(0);
});

test('every role has a member, whom the sandbox lets one choose by the same name, number and unionid', async () => {
  const { rows } = await database.pool.query<{ role: string }>('select distinct role from staff_roles');
  expect(rows).toHaveLength(9);
  for (const member of demoStaff) {
    const citizen = demoCitizens.find(({ phoneNumber }) => phoneNumber === member.phoneNumber);
    expect(citizen?.name).toBe(member.name);
    if (member.unionId !== undefined && citizen !== undefined) expect(unionIdOf(citizen, demoMiniProgram)).toBe(member.unionId);
  }
});

test('somebody is away today, and somebody else covers for them', async () => {
  expect(await count(`select count(*)::int as n from staff_stand_ins where starts_at <= '${clock.now().toISOString()}' and ends_at > '${clock.now().toISOString()}'`)).toBe(1);
});
