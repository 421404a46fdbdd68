import { SettableClock } from '../../../server/clock';
import { seedDemoCity } from '../../../server/database/seed/demoCity';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { emptyTables, GuideFiles, importFile } from './guideFiles';

describe('the demo city', () => {
  const files = new GuideFiles();
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(() => emptyTables(database.pool));
  afterAll(async () => {
    files.remove();
    await database.close();
  });

  const count = async (table: string, condition = 'true'): Promise<unknown> =>
    (await database.pool.query(`select count(*) as amount from ${table} where ${condition}`)).rows[0]?.['amount'];

  test('an empty database gets its departments and guides, a few of them sparse as real ones are', async () => {
    const added = await seedDemoCity(database.pool, new SettableClock());
    expect(added).toBeGreaterThanOrEqual(30);
    expect(await count('service_guides')).toBe(added);
    expect(await count('departments')).toBe(12);
    expect(await count('service_guides', 'summary is null')).toBe(4);
  });

  test('a second start adds nothing', async () => {
    const added = await seedDemoCity(database.pool, new SettableClock());
    expect(await seedDemoCity(database.pool, new SettableClock())).toBe(0);
    expect(await count('service_guides')).toBe(added);
  });

  test('a database with one guide of its own is left alone', async () => {
    await importFile(database.pool, files.csv([['事项名称', '实施主体', '实施编码', '事项类型'], ['补领', '真局', 'A-1', '7']]));
    expect(await seedDemoCity(database.pool, new SettableClock())).toBe(0);
    expect(await count('service_guides')).toBe(1);
  });

  test('telephone numbers are plainly invented', async () => {
    await seedDemoCity(database.pool, new SettableClock());
    expect(await count('service_guides', `consultation_phone !~ '^0000-' or supervision_phone !~ '^0000-'`)).toBe(0);
  });
});
