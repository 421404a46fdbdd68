import { readFileSync, existsSync } from 'node:fs';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { emptyTables, GuideFiles, importFile, places, storedGuides } from './guideFiles';

const header = ['事项名称', '实施主体', '实施编码', '事项类型'];
const good = ['居民身份证补领', '县公安局', 'A-1', '行政确认'];

describe('errors in rows', () => {
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

  const long = (length: number): string => '𠮷'.repeat(length);
  test.each([
    ['事项名称', '', '没有填写'],
    ['事项名称', '两\n行', '换行'],
    ['事项名称', '响铃\u0007', '控制字符'],
    ['事项名称', '反\u202e向', '控制字符'],
    ['事项名称', long(201), '有 201 个字，最多 200 个'],
    ['实施主体', '　', '没有填写'],
    ['实施编码', 'A_1', '只能由'],
    ['实施编码', 'Ａ1', '只能由'],
    ['实施编码', 'a'.repeat(65), '最多 64'],
    ['实施编码', '5.11602E+11', '科学记数'],
    ['事项类型', '2', '行政处罚'],
    ['事项类型', '11', '不认识'],
    ['服务对象', '自然人、外星人', '外星人'],
    ['办件类型', '随办件', '随办件'],
    ['法定办结时限', '20天', '没有说是工作日还是自然日'],
    ['法定办结时限（工作日）', '3 个月', '单位是工作日'],
    ['承诺办结时限', '1.5', '不是整数'],
    ['承诺办结时限', '-1', '不是整数'],
    ['到办事现场次数', '100', '最多 99'],
    ['申请材料', `身份证\n${long(501)}`, '最多 500'],
    ['咨询电话', '0000-1\n0000-2', '换行'],
  ])('a wrong cell is named by row and column: %s = %j', async (column, value, reason) => {
    const headers = header.includes(column) ? header : [...header, column];
    const wrong = headers.map((name, index) => (name === column ? value : (good[index] ?? '')));
    const summary = await importFile(database.pool, files.csv([headers, wrong]));
    expect(summary.errors).toEqual([{ row: 2, column, message: expect.stringContaining(reason) }]);
    expect(summary).toMatchObject({ wrongRows: 1, isWritten: false });
  });

  test.each([
    ['a name of 200 characters outside the basic plane', 0, long(200), { name: long(200) }],
    ['a name with blanks around and a decomposed letter', 0, ' Cafe\u0301许可　', { name: 'Café许可' }],
    ['a code of 64 characters', 2, 'a-'.repeat(32), { implementationCode: 'a-'.repeat(32) }],
    ['a type code with a leading zero', 3, '04', { itemType: 'levy' }],
  ])('%s is right', async (_, index, value, expected) => {
    await importFile(database.pool, files.csv([header, good.map((cell, at) => (at === index ? value : cell))]));
    expect(await storedGuides(database.pool)).toMatchObject([expected]);
  });

  test('every mistake of a row is named, not only the first', async () => {
    const summary = await importFile(database.pool, files.csv([header, ['', '县公安局', 'A 1', '9 9']]));
    expect(places(summary)).toEqual(['2 实施编码', '2 事项名称', '2 事项类型']);
  });

  test('rows that do not fit the header are named', async () => {
    const summary = await importFile(database.pool, files.write('csv', '事项名称,实施主体,实施编码,事项类型\n补领,县公安局,A-1\n换领,县公安局,A-2,行政确认,多\n'));
    expect(summary.errors).toMatchObject([{ row: 2, column: null }, { row: 3, column: null }]);
  });

  test('codes that spreadsheets have spoilt, formulas without or with a wrong result and dates are named', async () => {
    const path = await files.xlsx((sheet) => {
      sheet.addRow([...header, '承诺办结时限']);
      sheet.addRow(['一', '县公安局', Number('115113010833722043'), '1', 1]);
      sheet.addRow(['二', '县公安局', 'A-2', { formula: 'VLOOKUP(1,A:A,1)', result: { error: '#N/A' } }, 1]);
      sheet.addRow(['三', '县公安局', 'A-3', '1', new Date(Date.UTC(2026, 0, 3))]);
      sheet.addRow(['四', '县公安局', 'A-4', { formula: '1+0' }, 1]);
    });
    expect(places(await importFile(database.pool, path))).toEqual(['2 实施编码', '3 事项类型', '4 承诺办结时限', '5 事项类型']);
  });

  test('a JSON item is named by its position', async () => {
    const item = { name: '补领', department: '县公安局', item_code: 'A-1', task_type: 7 };
    const summary = await importFile(database.pool, files.json([item, { ...item, item_code: 'A-2', name: null }, 3, { ...item, item_code: { a: 1 } }, { ...item, item_code: 'A-5', materials: [{}] }]));
    expect(places(summary)).toEqual(['2 name', '3', '4 item_code', '5 materials']);
  });

  test.each([
    ['committedLimit', { amount: 1, unit: 'fortnight' }, 'unit'],
    ['committedLimit', { amount: 1.5, unit: 'month' }, 'amount'],
    ['faqs', [{ question: '问', answer: '答', extra: 1 }], '不认识的键“extra”'],
    ['faqs', [{ question: '问' }], '第 1 项「回答」没有填写'],
    ['faqs', '问：答', '工作表「常见问题」'],
    ['keywords', ['a', 1], '文字的数组'],
    ['isCharged', '也许', '“是”或“否”'],
    ['effectiveOn', '2026-02-30', '不是日期'],
    ['onlineAddress', 'http://a.example', 'https://'],
    ['places', [{ officeCode: 'NO' }], '没有编码为“NO”的大厅'],
    ['relatedCodes', Number('115113010833722043000'), '后几位已丢失'],
  ])('what the contract does not allow is an error of its key: %s = %j', async (key, value, reason) => {
    const summary = await importFile(database.pool, files.json([{ name: '补领', department: '县公安局', item_code: 'A-1', task_type: 7, [key]: value }]));
    expect(summary.errors).toEqual([{ row: 1, column: key, message: expect.stringContaining(reason) }]);
  });

  test('a lone half of a character cannot reach the database', async () => {
    const path = files.write('json', '[{"name": "\\ud842领", "department": "县公安局", "item_code": "A-1", "task_type": "7", "summary": "\\u0000"}]');
    expect(places(await importFile(database.pool, path))).toEqual(['1 name', '1 summary']);
  });

  test('a code that stands twice is an error in both rows, and each names the other', async () => {
    const summary = await importFile(database.pool, files.csv([header, good, ['换领', '县公安局', 'A-2', '1'], ['', '县公安局', 'A-1', '1']]));
    expect(places(summary)).toEqual(['2 实施编码', '4 事项名称', '4 实施编码']);
    expect(summary.errors[0]?.message).toContain('第 4 行');
    expect(summary.errors[2]?.message).toContain('第 2 行');
  });

  test('the first 50 errors are listed and all are counted', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => ['名', '县公安局', `A-${index}`, '错']);
    const summary = await importFile(database.pool, files.csv([header, ...rows]));
    expect(summary.errors.map(({ row }) => row)).toEqual(Array.from({ length: 50 }, (_, index) => index + 2));
    expect(summary).toMatchObject({ errorCount: 1_200, wrongRows: 1_200, read: 1_200 });
  });

  test('one wrong row keeps everything back', async () => {
    const summary = await importFile(database.pool, files.csv([header, good, ['', '县教育局', 'A-2', '1']]));
    expect(summary).toMatchObject({ isWritten: false, added: 0 });
    const { rows } = await database.pool.query('select name from departments union all select name from service_guides');
    expect(rows).toEqual([]);
  });

  test('a partial import takes the good rows and gives the others back with reasons, ready to be corrected', async () => {
    const wrong = ['换领, "急"', '县公安局', 'A-2', '错'];
    const path = files.csv([header, good, wrong, good.with(2, 'A-3'), good.with(2, 'A-3')]);
    const summary = await importFile(database.pool, path, { isPartial: true });
    expect(summary).toMatchObject({ isWritten: true, added: 1, wrongRows: 3, rejectedRowsPath: `${path}.errors.csv` });
    expect(await storedGuides(database.pool)).toMatchObject([{ implementationCode: 'A-1' }]);

    const rejected = readFileSync(`${path}.errors.csv`, 'utf8');
    expect(rejected.split('\r\n').slice(1).map((line) => line.split(',')[0])).toEqual(['3', '4', '5', '']);
    expect(rejected).toMatch(/「事项类型」不认识/u);
    const corrected = rejected.replace(/,错\r/u, ',行政确认\r').replace(/^5,(.*),A-3,/mu, '5,$1,A-4,');
    expect(await importFile(database.pool, files.write('csv', corrected))).toMatchObject({ added: 3, wrongRows: 0 });
    expect(await storedGuides(database.pool)).toContainEqual(expect.objectContaining({ implementationCode: 'A-2', name: wrong[0] }));
  });

  test('a partial import without errors writes no file of errors', async () => {
    const path = files.csv([header, good]);
    await importFile(database.pool, path, { isPartial: true });
    expect(existsSync(`${path}.errors.csv`)).toBe(false);
  });
});
