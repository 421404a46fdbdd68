import { join } from 'node:path';
import { openDatabase } from '../../server/database/database';
import { migrate } from '../../server/database/migrate';
import { openPglitePool } from '../../server/database/pglitePool';
import type { DatabasePool } from '../../server/database/pool';
import { openPostgresPool } from '../../server/database/postgresPool';
import { findAnnouncements, type AnnouncementFilter, type AnnouncementKey } from '../../server/features/announcements/announcementListRepository';
import { startServer } from '../support/serverProcess';
import { localPostgresUrl, withFreshDatabase } from './databases';
import { compareWithBare } from './reads';
import { median } from './table';

const few = 1_000;
const many = 100_000;
const rounds = 41;
const departments = 50;

/** What a page of the list may ask, uncached. */
const questions: Record<string, { filter: AnnouncementFilter; after?: AnnouncementKey }> = {
  'newest page': { filter: {} },
  'a page from the middle': { filter: {}, after: ['2026-01-01T00:00:00Z', 1] },
  'one kind': { filter: { kind: 'policy_document' } },
  'a department with those below it': { filter: { departmentId: '1' } },
  'a department with few': { filter: { departmentId: String(departments) } },
  'a topic': { filter: { topic: 'np.health' } },
  'a year': { filter: { year: 2025 } },
  'a kind in a year of a department': { filter: { kind: 'policy_document', year: 2025, departmentId: '1' } },
  'for a guide, today': { filter: { guideId: '7' } },
};

/** Cached reads beside a bare server; and what a page costs in the database with many announcements, beside few. */
export async function benchAnnouncements(): Promise<void> {
  for (const engine of ['pglite', 'postgresql'] as const) {
    const costs = new Map<number, Map<string, number>>();
    for (const count of [few, many]) {
      await withFreshDatabase(engine, async (settings) => {
        const pool = await openPool(settings);
        await migrate(pool);
        await insertAnnouncements(pool, count);
        costs.set(count, await measure(pool));
        await pool.end();
        if (count === many) return;
        const server = await startServer(settings);
        await compareWithBare(engine, server.address, ['/api/v1/announcements?limit=20', '/api/v1/announcements/1']);
        await server.stop();
      });
    }
    for (const [question, milliseconds] of costs.get(many) ?? []) {
      const before = costs.get(few)?.get(question) ?? 0;
      process.stdout.write(`  ${`${engine}, uncached: ${question}`.padEnd(58)} ${milliseconds.toFixed(2).padStart(8)} ms ${(milliseconds / before).toFixed(2)} x that of ${few}\n`);
    }
  }
  if (localPostgresUrl() === undefined) process.stdout.write('  (PostgreSQL not measured: none answers)\n');
}

async function openPool(settings: Record<string, string>): Promise<DatabasePool> {
  const url = settings['DATABASE_URL'];
  return url === undefined ? openPglitePool(join(settings['DATA_DIR'] ?? '', 'pglite')) : openPostgresPool({ url, max: 2, onError: () => undefined });
}

/** Over five years, of fifty departments of which the first is above half of them; each with a text of some length. */
async function insertAnnouncements(pool: DatabasePool, count: number): Promise<void> {
  await pool.query(`insert into departments (name, parent_id) select '部门' || n, case when n between 2 and 25 then 1 end from generate_series(1, ${departments}) n`);
  await pool.query(
    `insert into announcements (department_id, status, content, version, first_published_at, published_at, created_at)
     select case when n % 1000 = 0 then ${departments} else 1 + n % ${departments - 1} end, 'published',
       jsonb_build_object('kind', (array['notice', 'policy_document', 'policy_explained', 'service_notice', 'notice'])[1 + n % 5], 'title', '关于第' || n || '件事的通知',
         'body', '<p>' || repeat('请带好材料按时到窗口办理。', 100) || '</p>', 'topics', case when n % 20 = 0 then '["np.health"]'::jsonb else '["np.other"]'::jsonb end,
         'guideIds', case when n % 500 = 0 then '["7"]'::jsonb else '[]'::jsonb end),
       1, t, t, t
     from (select n, timestamptz '2026-11-01' - interval '5 years' * n / $1::int as t from generate_series(1, $1::int) n) made`,
    [count],
  );
  // What a GIN index has not yet sorted in would be walked through each time.
  await pool.query('vacuum analyze announcements');
}

async function measure(pool: DatabasePool): Promise<Map<string, number>> {
  const db = openDatabase(pool);
  const costs = new Map<string, number>();
  for (const [question, { filter, after }] of Object.entries(questions)) {
    const taken: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      await findAnnouncements(db, filter, '2026-11-23', after, 21);
      taken.push(performance.now() - began);
    }
    costs.set(question, median(taken));
  }
  return costs;
}
