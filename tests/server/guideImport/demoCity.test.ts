import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettableClock } from '../../../server/clock';
import type { GuideContent } from '../../../server/contract/guideContent';
import { seedDemoCity } from '../../../server/database/seed/demoCity';
import { FolderStorage } from '../../../server/files/folderStorage';
import type { FileStorage } from '../../../server/files/fileStorage';
import { checkGuide } from '../../../server/guideRules/checkGuide';
import { openTestDatabase, testServerUrl, type TestDatabase } from '../../support/testDatabase';
import { emptyTables, GuideFiles, importFile } from './guideFiles';

const guidesFolder = join(__dirname, '../../../server/database/seed/demoGuides');
const written = readdirSync(guidesFolder).flatMap((name) => JSON.parse(readFileSync(join(guidesFolder, name), 'utf8')) as { implementationCode: string }[]);

describe('the demo city', () => {
  const files = new GuideFiles();
  let database: TestDatabase;
  let storage: FileStorage;
  beforeAll(async () => {
    database = await openTestDatabase();
    storage = await FolderStorage.open(join(files.folder, 'stored'), new SettableClock());
  });
  beforeEach(() => emptyTables(database.pool));
  afterAll(async () => {
    files.remove();
    await database.close();
  });

  const seed = (): Promise<number> => seedDemoCity(database.pool, storage, new SettableClock());
  const count = async (table: string, condition = 'true'): Promise<unknown> =>
    (await database.pool.query(`select count(*) as amount from ${table} where ${condition}`)).rows[0]?.['amount'];

  test('an empty database gets departments, offices with their windows, and every guide', async () => {
    const added = await seed();
    expect(added).toBe(written.length);
    expect(added).toBeGreaterThanOrEqual(40);
    expect(await count('service_guides')).toBe(added);
    expect(await count('offices')).toBe(2);
    expect(await count('window_counters')).toBeGreaterThanOrEqual(56);
    expect(await count('service_guides', `office_codes = '{}' and content ->> 'address' is null`)).toBe(0);
  });

  test('every form and sample that a guide names can be opened', async () => {
    await seed();
    const { rows } = await database.pool.query<{ hash: string; media_type: string }>('select hash, media_type from stored_files');
    const named = await database.pool.query<{ hash: string }>(
      `select distinct file ->> 'hash' as hash from service_guides, jsonb_path_query(content, 'strict $.**?(@.hash.type() == "string")') as file`,
    );
    expect(rows.map(({ hash }) => hash).sort()).toEqual(named.rows.map(({ hash }) => hash).sort());
    for (const { hash } of rows) {
      const opened = await storage.open(hash);
      opened?.bytes.destroy();
      expect(opened?.byteSize).toBeGreaterThan(500);
    }
    expect(new Set(rows.map(({ media_type: type }) => type))).toEqual(new Set(['image/png', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']));
  });

  test('every guide passes the check without a fault', async () => {
    await seed();
    const { rows } = await database.pool.query<{ content: GuideContent }>('select content from service_guides');
    const faults = rows.flatMap(({ content }) => checkGuide(content).findings.filter(({ severity }) => severity === 'fault').map(({ rule }) => `${content.name}: ${rule}`));
    expect(faults).toEqual([]);
  });

  test('some guides have been improved since they were first published, and some are read most', async () => {
    await seed();
    expect(await count('service_guides', 'version = 2')).toBe(4);
    expect(await count('service_guide_history', 'version = 1')).toBe(4);
    expect(await count('guide_views')).toBe(6);
  });

  // The embedded database has one process, and nobody to race with.
  if (testServerUrl !== undefined) {
    test('processes that start together fill the database once', async () => {
      const [first, second] = await Promise.all([seed(), seed()]);
      expect([first, second].sort((one, other) => one - other)).toEqual([0, written.length]);
      expect(await count('service_guides', 'version > 2')).toBe(0);
    });
  }

  test('a second start adds nothing', async () => {
    const added = await seed();
    expect(await seed()).toBe(0);
    expect(await count('service_guides')).toBe(added);
  });

  test('a database with one guide of its own is left alone', async () => {
    await importFile(database.pool, files.csv([['事项名称', '实施主体', '实施编码', '事项类型'], ['补领', '真局', 'A-1', '7']]));
    expect(await seed()).toBe(0);
    expect(await count('service_guides')).toBe(1);
    expect(await count('offices')).toBe(0);
  });

  test('telephone numbers are plainly invented', async () => {
    await seed();
    expect(await count('service_guides', `content ->> 'consultationPhone' !~ '^0000-' or content ->> 'supervisionPhone' !~ '^0000-'`)).toBe(0);
    expect(await count('offices', `phone !~ '^0000-'`)).toBe(0);
  });
});
