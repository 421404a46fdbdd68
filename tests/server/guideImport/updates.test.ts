import { SettableClock } from '../../../server/clock';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { emptyTables, GuideFiles, importFile, storedGuides } from './guideFiles';

const header = ['事项名称', '实施主体', '实施编码', '事项类型', '收费', '申请材料', '服务对象'];
const rows = [
  ['补领', '县公安局', 'A-1', '7', '40元', '户口簿；照片', '自然人'],
  ['换领', '县公安局', 'A-2', '7', '20元', '旧证', '自然人'],
];
const first = new Date('2026-03-01T00:00:00Z');
const later = new Date('2026-03-02T00:00:00Z');

describe('importing again', () => {
  const files = new GuideFiles();
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(async () => {
    await emptyTables(database.pool);
    await importFile(database.pool, files.csv([header, ...rows]), { clock: new SettableClock(first) });
  });
  afterAll(async () => {
    files.remove();
    await database.close();
  });

  const again = (path: string, options = {}) => importFile(database.pool, path, { clock: new SettableClock(later), ...options });
  /** Any write to a row, even of the same values, gives it another ctid. */
  const versions = async (): Promise<unknown[]> =>
    (await database.pool.query(`select implementation_code as code, updated_at, ctid::text from service_guides order by 1`)).rows;

  test('the same file touches nothing and announces nothing', async () => {
    const before = await versions();
    const heard: string[] = [];
    const listener = await database.pool.openListener((_, payload) => heard.push(payload), () => undefined);
    await listener.listen('content_changed');
    expect(await again(files.csv([header, ...rows]))).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    await database.pool.query(`select pg_notify('content_changed', 'end of test')`);
    while (!heard.includes('end of test')) await new Promise((resolve) => setTimeout(resolve, 5));
    await listener.close();
    expect(heard).toEqual(['end of test']);
    expect(await versions()).toEqual(before);
  });

  test('new, changed and unchanged are told apart, and only what changed is written', async () => {
    const [unchanged] = await versions();
    const summary = await again(files.csv([header, rows[0] ?? [], ['换领', '县公安局', 'A-2', '7', '免费', '旧证', '自然人'], ['首次申领', '县民政局', 'A-3', '7', '', '', '']]));
    expect(summary).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
    expect(await versions()).toMatchObject([unchanged, { code: 'A-2', updated_at: later }, { code: 'A-3', updated_at: later }]);
    expect(await storedGuides(database.pool)).toMatchObject([{ fee: '40元' }, { fee: '免费' }, { department: '县民政局', audiences: ['natural_person', 'legal_person'] }]);
  });

  test('a column that the file does not have stays as it is', async () => {
    const summary = await again(files.csv([header.slice(0, 4), ['补领新名', '县公安局', 'A-1', '7']]));
    expect(summary).toMatchObject({ changed: 1 });
    expect(await storedGuides(database.pool)).toMatchObject([{ name: '补领新名', fee: '40元', audiences: ['natural_person'], requiredMaterials: [{ name: '户口簿' }, { name: '照片' }] }, { name: '换领' }]);
  });

  test('an empty cell in a column that the file has clears the field', async () => {
    await again(files.csv([header, ['补领', '县公安局', 'A-1', '7', '', '', '']]));
    expect(await storedGuides(database.pool)).toEqual([
      { implementationCode: 'A-1', name: '补领', department: '县公安局', itemType: 'confirmation', audiences: ['natural_person', 'legal_person'] },
      expect.objectContaining({ fee: '20元' }),
    ]);
  });

  test('in JSON that is decided for each item', async () => {
    const item = { 实施主体: '县公安局', 事项类型: 7 };
    await again(files.json([{ ...item, 实施编码: 'A-1', 事项名称: '补领', 收费: null }, { ...item, 实施编码: 'A-2', 事项名称: '换领' }]));
    expect(await storedGuides(database.pool)).toEqual([expect.not.objectContaining({ fee: expect.anything() }), expect.objectContaining({ fee: '20元' })]);
  });

  test('a guide can move to a department that is made for it', async () => {
    await again(files.csv([header, ['补领', '县新局', ...(rows[0] ?? []).slice(2)]]));
    expect(await storedGuides(database.pool)).toMatchObject([{ department: '县新局' }, { department: '县公安局' }]);
  });

  test('a dry run counts and changes nothing', async () => {
    const before = await versions();
    const summary = await again(files.csv([header, ['补领', '县公安局', 'A-1', '7', '免费', '', ''], ['三', '县新局', 'A-3', '7', '', '', '']]), { isDryRun: true });
    expect(summary).toMatchObject({ added: 1, changed: 1, isWritten: false });
    expect(await versions()).toEqual(before);
  });

  test('departments come in the order in which the file names them', async () => {
    await again(files.csv([header.slice(0, 4), ...['乙局', '甲局', '丙局'].map((name, index) => ['名', name, `B-${index}`, '1'])]));
    const { rows: departments } = await database.pool.query('select name from departments order by id');
    expect(departments.map(({ name }) => name)).toEqual(['县公安局', '乙局', '甲局', '丙局']);
  });
});
