import { readFileSync } from 'node:fs';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { emptyTables, GuideFiles, importFile, refusal, storedGuides } from './guideFiles';

const basic = [
  ['实施编码', '事项名称', '实施主体', '事项类型', '承诺办结时限', '承诺办结时限单位', '承诺办结时限说明', '人生大事', '办理形式'],
  ['A-1', '补领', '县公安局', '行政确认', 20, '自然日', '不含邮寄', '找工作、交社保、结婚', '窗口、邮寄'],
  ['A-2', '换领', '县公安局', '行政确认', '3 个月', '', '', '', ''],
];
const faqs = [['实施编码', '问题', '回答'], ['A-1', '要带什么', '户口簿'], ['A-1', '能代办吗', '不能']];
const offices = [['大厅编码', '大厅名称', '大厅地址'], ['YX-ZX', '政务服务中心', '示范路 1 号']];
const windows = [['大厅编码', '窗口编号', '窗口名称', '楼层'], ['YX-ZX', 'A01', '户政', '一楼']];

describe('workbooks of several sheets', () => {
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

  const bring = async (sheets: Record<string, readonly (readonly unknown[])[]>, options = {}) => importFile(database.pool, await files.workbook(sheets), options);

  test('rows of every sheet become one guide, and process steps go to the process that they name', async () => {
    const summary = await bring({
      常见问题: faqs,
      基本信息: basic,
      办理流程: [['实施编码', '办理方式', '环节名称', '环节时限'], ['A-1', '窗口', '受理', '当场'], ['A-1', '网上', '申请', ''], ['A-1', '窗口', '发证', '']],
      申请材料: [['实施编码', '事项名称', '材料名称', '份数', '原件或复印件', '是否免提交'], ['A-1', '补领', '户口簿', 1, '原件', ''], ['A-1', '补领', '照片', '', '', '是']],
      办理窗口: [['实施编码', '大厅编码', '窗口编号'], ['A-1', 'YX-ZX', 'A01']],
      窗口: windows,
      大厅: offices,
      填写说明: [['请勿修改']],
      备忘: [['随便写写']],
    });
    expect(summary).toMatchObject({ errors: [], added: 2, unknownHeaders: [], notes: ['没有读取的工作表：「备忘」。'] });
    expect(summary.records).toEqual([{ name: '大厅', added: 1, changed: 0 }, { name: '窗口', added: 1, changed: 0 }]);
    expect(await storedGuides(database.pool)).toEqual([
      {
        implementationCode: 'A-1', name: '补领', department: '县公安局', itemType: 'confirmation', audiences: ['natural_person', 'legal_person'],
        committedLimit: { amount: 20, unit: 'calendar_day', note: '不含邮寄' }, lifeEvents: ['le.work', 'le.marriage'], channels: ['window', 'post'],
        faqs: [{ question: '要带什么', answer: '户口簿' }, { question: '能代办吗', answer: '不能' }],
        onSiteSteps: [{ name: '受理', limit: '当场' }, { name: '发证' }], onlineSteps: [{ name: '申请' }],
        requiredMaterials: [{ name: '户口簿', count: 1, copyKind: 'original', isWaived: false }, { name: '照片', isWaived: true }],
        places: [{ officeCode: 'YX-ZX', windowNumbers: ['A01'] }],
      },
      {
        implementationCode: 'A-2', name: '换领', department: '县公安局', itemType: 'confirmation', audiences: ['natural_person', 'legal_person'],
        committedLimit: { amount: 3, unit: 'month' },
      },
    ]);
  });

  test('questions alone can be brought in again: other fields, and guides without rows, stay as they are', async () => {
    await bring({ 基本信息: basic, 常见问题: [...faqs, ['A-2', '多久', '三个月']] });
    const [, second] = await storedGuides(database.pool);
    const summary = await bring({ 常见问题: [['实施编码', '问题', '回答'], ['A-1', '要带什么', '身份证']] });
    expect(summary).toMatchObject({ read: 1, added: 0, changed: 1, unchanged: 0 });
    const [first, stillSecond] = await storedGuides(database.pool);
    expect(first).toMatchObject({ name: '补领', faqs: [{ question: '要带什么', answer: '身份证' }] });
    expect(stillSecond).toEqual(second);
  });

  test('a row with the code alone publishes an empty list', async () => {
    await bring({ 基本信息: basic, 常见问题: faqs, 办理流程: [['实施编码', '办理方式', '环节名称'], ['A-1', '窗口', '受理'], ['A-1', '网上', '申请']] });
    await bring({ 常见问题: [...faqs.slice(0, 1), ['A-1', '', '']], 办理流程: [['实施编码', '办理方式', '环节名称'], ['A-1', '网上', '']] });
    expect((await storedGuides(database.pool))[0]).toMatchObject({ faqs: [], onSiteSteps: [{ name: '受理' }], onlineSteps: [] });
  });

  test('a time limit keeps its note when the file has no column for it', async () => {
    await bring({ 基本信息: basic, 常见问题: faqs });
    await importFile(database.pool, files.csv([['实施编码', '事项名称', '实施主体', '事项类型', '承诺办结时限（工作日）'], ['A-1', '补领', '县公安局', '7', '15']]));
    expect((await storedGuides(database.pool))[0]).toMatchObject({ committedLimit: { amount: 15, unit: 'working_day', note: '不含邮寄' } });
  });

  test('mistakes name sheet, row and column, and say what to do', async () => {
    const summary = await bring({
      基本信息: [...basic, ['A-3', '三', '县公安局', '行政确认', '', '月', '', '', '']],
      常见问题: [...faqs, ['A-9', '问', '答'], ['A-1', '没有回答', '']],
      办理窗口: [['实施编码', '大厅编码', '窗口编号'], ['A-1', 'YX-ZX', 'A01、A02'], ['A-2', 'YX-XX', '']],
      办理流程: [['实施编码', '办理方式', '环节名称'], ['A-1', '', '受理']],
      大厅: [...offices, ['YX-ZX', '两次', '示范路']],
      窗口: [...windows, ['YX-YY', 'B01', '社保', '二楼']],
    });
    const told = summary.errors.map(({ sheet, row, column, message }) => `${sheet ?? ''} ${row} ${column ?? ''} ${message}`);
    for (const [place, sentence] of [
      ['基本信息 4 承诺办结时限单位', '一起填'],
      ['常见问题 4 实施编码', '不在工作表「基本信息」里，数据库里也没有'],
      ['常见问题 5 回答', '没有填写'],
      ['办理窗口 3 大厅编码', '工作表「大厅」里加上'],
      ['办理流程 2 办理方式', '没有填写'],
      ['大厅 2 大厅编码', '与第 3 行重复'],
      ['窗口 3 大厅编码', '工作表「大厅」里加上'],
    ]) expect(told).toContainEqual(expect.stringMatching(new RegExp(`^${place ?? ''} .*${sentence ?? ''}`, 'u')));
    expect(summary).toMatchObject({ isWritten: false, records: [] });
    expect((await database.pool.query('select from offices')).rows).toEqual([]);
  });

  test('a window that the office does not have is named', async () => {
    const summary = await bring({ 基本信息: basic, 大厅: offices, 窗口: windows, 办理窗口: [['实施编码', '大厅编码', '窗口编号'], ['A-1', 'YX-ZX', 'A01、A02']] });
    expect(summary.errors).toEqual([{ sheet: '办理窗口', row: 2, column: '窗口编号', message: expect.stringContaining('编号为“A02”的窗口') }]);
  });

  test('in part, a guide with a wrong row in any sheet is left out whole', async () => {
    const path = await files.workbook({ 基本信息: basic, 常见问题: [...faqs, ['A-1', '没有回答', ''], ['A-2', '多久', '三个月']] });
    const summary = await importFile(database.pool, path, { isPartial: true });
    expect(summary).toMatchObject({ added: 1, wrongRows: 1, isWritten: true });
    expect(await storedGuides(database.pool)).toMatchObject([{ implementationCode: 'A-2', faqs: [{ question: '多久' }] }]);
    expect(readFileSync(`${path}.errors.csv`, 'utf8')).toMatch(/^\ufeff工作表,行号,出错原因\r\n常见问题,4,「回答」没有填写\r\n$/u);
  });

  test('a list that is too long is told of once', async () => {
    const summary = await bring({ 基本信息: basic, 特别程序: [['实施编码', '特别程序名称'], ...Array.from({ length: 21 }, () => ['A-1', '听证'])] });
    expect(summary.errors).toEqual([{ sheet: '特别程序', row: 22, column: null, message: expect.stringContaining('最多 20 行') }]);
  });

  test('offices, windows and synonyms are added and changed, never removed; the same again touches nothing', async () => {
    const synonyms = [['说法', '正式名称'], ['上户口', '出生登记、户口登记'], ['黑户', '无'], ['旧', '词']];
    await bring({ 大厅: offices, 窗口: windows, 群众说法: synonyms });
    const heard: string[] = [];
    const listener = await database.pool.openListener((_, payload) => heard.push(payload), () => undefined);
    await listener.listen('content_changed');
    await listener.listen('documents_changed');
    expect(await bring({ 大厅: offices, 窗口: windows, 群众说法: synonyms })).toMatchObject({ records: [0, 1, 2].map(() => ({ added: 0, changed: 0 })) });
    await database.pool.query(`select pg_notify('content_changed', 'end of test')`);
    while (!heard.includes('end of test')) await new Promise((resolve) => setTimeout(resolve, 5));
    await listener.close();
    expect(heard).toEqual(['end of test']);

    await bring({ 大厅: [['大厅编码', '大厅名称', '大厅地址', '大厅电话'], ['YX-ZX', '新名', '示范路 1 号', '0000-1']], 群众说法: [synonyms[0] ?? [], ['旧', '']] });
    expect((await database.pool.query('select code, name, phone from offices')).rows).toEqual([{ code: 'YX-ZX', name: '新名', phone: '0000-1' }]);
    expect((await database.pool.query('select number, name from window_counters')).rows).toEqual([{ number: 'A01', name: '户政' }]);
    expect((await database.pool.query('select phrase, official_terms from search_synonyms order by phrase')).rows).toEqual([
      { phrase: '上户口', official_terms: ['出生登记', '户口登记'] },
      { phrase: '黑户', official_terms: [] },
    ]);
  });

  test('a topic that is not in the catalogue is refused with the names that are', async () => {
    const summary = await bring({ 基本信息: [['实施编码', '事项名称', '实施主体', '事项类型', '自然人主题'], ['A-1', '补领', '县公安局', '7', '证件办理、星际移民']], 常见问题: faqs });
    expect(summary.errors).toEqual([{ sheet: '基本信息', row: 2, column: '自然人主题', message: expect.stringMatching(/“星际移民”.*户籍办理/u) }]);
  });

  test('a sheet that lacks its column is named', async () => {
    expect(await refusal(database.pool, await files.workbook({ 基本信息: basic, 常见问题: [['问题', '回答'], ['问', '答']] }))).toContain('工作表「常见问题」：缺少必需的列：实施编码');
  });

  test('a workbook of one sheet with another name is read as before', async () => {
    const summary = await bring({ 事项: basic, 说明: [['请勿修改']] });
    expect(summary).toMatchObject({ added: 2, notes: ['只读取了工作表「事项」，没有读取：「说明」。'] });
  });
});
