import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { emptyTables, GuideFiles, importFile, storedGuides } from './guideFiles';

const chinese = ['办事项名称', '部门', '实施编码', '事项类型', '服务对象', '办件类型', '法定办结时限(工作日)', '承诺办结时限（工作日）', '到办事现场次数', '收费', '申请材料', '受理条件', '事项简介', '办理地点', '办公时间', '咨询电话', '监督电话'];
const english = ['Name', 'department', 'implementation_code', 'item_type', 'audience', 'handling type', 'statutory_days', 'committedDays', 'visits', 'fee', 'materials', 'eligibility', 'summary', 'address', 'opening_hours', 'consultation_phone', 'supervision_phone'];
const values = [
  ['居民身份证补领', '县公安局', 'A-1', '行政确认', '自然人', '承诺件', '60', '20', '1', '40元', '1. 居民户口簿｜原件\n2. 照片回执（免提交）', '证件丢失', '给丢了身份证的人', '一楼', '工作日', '0000-1', '0000-2'],
  ['𠮷祥饭店开业', '县市场监督管理局', 'B-2', '1', '自然人、企业法人', '即办件', '20个工作日', '0', '0', '', '申请表；租赁合同', '', '', '', '', '', ''],
];
const workingDays = (amount: number): object => ({ amount, unit: 'working_day' });
const stored = [
  {
    implementationCode: 'A-1', name: '居民身份证补领', department: '县公安局', itemType: 'confirmation', audiences: ['natural_person'], handlingType: 'committed',
    statutoryLimit: workingDays(60), committedLimit: workingDays(20), visits: 1, summary: '给丢了身份证的人', eligibility: '证件丢失', fee: '40元',
    requiredMaterials: [{ name: '居民户口簿', note: '原件', isWaived: false }, { name: '照片回执', isWaived: true }],
    address: '一楼', openingHours: '工作日', consultationPhone: '0000-1', supervisionPhone: '0000-2',
  },
  {
    implementationCode: 'B-2', name: '𠮷祥饭店开业', department: '县市场监督管理局', itemType: 'licence', audiences: ['natural_person', 'legal_person'], handlingType: 'immediate',
    statutoryLimit: workingDays(20), committedLimit: workingDays(0), visits: 0,
    requiredMaterials: [{ name: '申请表', isWaived: false }, { name: '租赁合同', isWaived: false }],
  },
];

describe('reading the formats of guides', () => {
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

  const objects = (headers: readonly string[]): object[] => values.map((row) => Object.fromEntries(row.map((cell, index) => [headers[index] ?? '', cell])));
  const write = {
    csv: async (headers: string[]) => files.csv([headers, ...values]),
    json: async (headers: string[]) => files.json(objects(headers)),
    xlsx: async (headers: string[]) => files.xlsx((sheet) => [headers, ...values].forEach((row) => sheet.addRow(row))),
  };

  test.each([
    ['csv', 'Chinese', chinese], ['csv', 'English', english],
    ['xlsx', 'Chinese', chinese], ['xlsx', 'English', english],
    ['json', 'Chinese', chinese], ['json', 'English', english],
  ] as const)('.%s with %s headers gives the same guides', async (format, _, headers) => {
    const summary = await importFile(database.pool, await write[format]([...headers]));
    expect(summary).toMatchObject({ read: 2, added: 2, errors: [], unknownHeaders: [] });
    expect(await storedGuides(database.pool)).toEqual(stored);
  });

  test('JSON takes numbers, lists and lists of objects where a table has text', async () => {
    const path = files.json([
      {
        name: '居民身份证补领', department: '县公安局', implementationCode: 'A-1', itemType: 7, audiences: ['natural_person'], handlingType: 'committed', statutoryDays: 60, committedDays: 20,
        visits: 1, fee: '40元', requiredMaterials: [{ name: '居民户口簿', note: '原件' }, '照片回执（免提交）'], eligibility: '证件丢失', summary: '给丢了身份证的人',
        address: '一楼', openingHours: '工作日', consultationPhone: '0000-1', supervisionPhone: '0000-2',
      },
    ]);
    await importFile(database.pool, path);
    expect(await storedGuides(database.pool)).toEqual([stored[0]]);
  });

  test('the words of the contract and those of people mean the same', async () => {
    const item = { name: '补领', department: '县公安局', implementationCode: 'A-1', itemType: '行政确认' };
    const summary = await importFile(database.pool, files.json([
      { ...item, audiences: '法人', channels: ['window', '邮寄'], onlineDepth: '全程网办', lifeEvents: ['找工作、交社保', 'le.marriage'], isCharged: true, isBookable: '否', effectiveOn: '2026年1月5日',
        committedLimit: { amount: 2, unit: '自然日' }, statutoryLimit: '3个月', requiredMaterials: [{ 材料名称: '表', 原件或复印件: '原件和复印件', count: '2份' }], fees: [{ item: '工本费', standard: '40 元' }], relatedCodes: 'A-2、A-3' },
      { ...item, implementationCode: 'A-2', fees: '40 元/证', legalBases: '1. 《护照法》\n2. 《居民身份证法》' },
    ]));
    expect(summary).toMatchObject({ errors: [], unknownHeaders: [] });
    expect(await storedGuides(database.pool)).toMatchObject([
      { audiences: ['legal_person'], channels: ['window', 'post'], onlineDepth: 'full', lifeEvents: ['le.work', 'le.marriage'], isCharged: true, isBookable: false, effectiveOn: '2026-01-05',
        committedLimit: { amount: 2, unit: 'calendar_day' }, statutoryLimit: { amount: 3, unit: 'month' }, requiredMaterials: [{ name: '表', copyKind: 'original_and_copy', count: 2, isWaived: false }],
        fees: [{ item: '工本费', standard: '40 元' }], relatedCodes: ['A-2', 'A-3'] },
      { fee: '40 元/证', legalBases: [{ law: '《护照法》', isVerified: false }, { law: '《居民身份证法》', isVerified: false }] },
    ]);
  });

  // The bytes of "部门,事项名称,实施编码,事项类型\n县公安局,㐀领,A-1,行政许可" in GB18030: 㐀 takes four of them.
  const gb18030 = Buffer.from('b2bfc3c52ccac2cfeec3fbb3c62ccab5caa9b1e0c2eb2ccac2cfeec0e0d0cd0acfd8b9abb0b2bed62c8139ee39c1ec2c412d312cd0d0d5fed0edbfc9', 'hex');
  const header = '部门,事项名称,实施编码,事项类型\n县公安局,㐀领,A-1,行政许可';
  test.each([
    ['GB18030', gb18030],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${header}`)],
    ['UTF-16 separated by tabs, as Excel names "Unicode text"', Buffer.from(`\ufeff${header.replaceAll(',', '\t')}`, 'utf16le')],
  ])('a .csv in %s is read', async (_, bytes) => {
    await importFile(database.pool, files.write('csv', bytes));
    expect(await storedGuides(database.pool)).toMatchObject([{ name: '㐀领', department: '县公安局' }]);
  });

  test('a workbook may have a title, blank rows, merged departments, section titles, formulas, dates and numbers', async () => {
    const path = await files.xlsx((sheet, workbook) => {
      workbook.addWorksheet('填表说明').addRow(['请勿修改']);
      sheet.addRow(['云岫县事项清单']);
      sheet.mergeCells('A1:F1');
      sheet.addRow([]);
      sheet.addRow(['部门', '事项名称', '实施编码', '事项类型', '承诺办结时限', '办公时间']);
      sheet.addRow(['一、公安类']);
      sheet.mergeCells('A4:F4');
      sheet.addRow(['县公安局', '补领', 'A-1', { formula: '1+6', result: 7 }, 3, new Date(Date.UTC(2026, 2, 1))]);
      sheet.addRow([null, { richText: [{ text: '换' }, { text: '领' }] }, 1234567, '行政确认', 5]);
      sheet.mergeCells('A5:A6');
    });
    const summary = await importFile(database.pool, path);
    expect(summary).toMatchObject({ read: 2, added: 2 });
    expect(summary.notes).toEqual([expect.stringContaining('填表说明')]);
    expect(await storedGuides(database.pool)).toMatchObject([
      { implementationCode: '1234567', name: '换领', department: '县公安局', itemType: 'confirmation', committedLimit: workingDays(5) },
      { implementationCode: 'A-1', name: '补领', department: '县公安局', itemType: 'confirmation', committedLimit: workingDays(3), openingHours: '2026-03-01' },
    ]);
  });

  test('rows are numbered as the spreadsheet numbers them, with blank rows and line breaks in cells', async () => {
    const table = [['事项名称', '部门', '实施编码', '事项类型', '事项简介'], ['一', '县公安局', 'A-1', '1', '两\n行'], ['', '', '', '', ''], ['', '县公安局', 'A-2', '1', '']];
    const csv = await importFile(database.pool, files.csv(table));
    const xlsx = await importFile(database.pool, await files.xlsx((sheet) => table.forEach((row) => sheet.addRow(row.map((cell) => (cell === '' ? null : cell))))));
    for (const summary of [csv, xlsx]) expect(summary).toMatchObject({ read: 2, errors: [{ row: 4, column: '事项名称' }] });
  });

  const realItems = join(__dirname, '..', '..', '..', '..', 'shared', 'data', 'guangan-items.csv');
  const whereItIs = existsSync(realItems) ? test : test.skip;
  if (!existsSync(realItems)) process.stdout.write(`skipped: the import of 1,135 real items, because ${realItems} does not exist\n`);
  whereItIs('1,135 real items of one district import as they are', async () => {
    const summary = await importFile(database.pool, realItems);
    expect(summary).toMatchObject({ read: 1135, added: 1135, wrongRows: 0, unknownHeaders: [] });
    const { rows } = await database.pool.query('select item_type, count(*) as amount from service_guides group by 1 order by 1');
    expect(rows).toEqual([
      { item_type: 'confirmation', amount: 50 }, { item_type: 'licence', amount: 536 }, { item_type: 'other_power', amount: 182 },
      { item_type: 'payment', amount: 9 }, { item_type: 'public_service', amount: 348 }, { item_type: 'reward', amount: 2 }, { item_type: 'ruling', amount: 8 },
    ]);
  });
});
