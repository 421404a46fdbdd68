import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettableClock } from '../../../server/clock';
import { FolderStorage } from '../../../server/files/folderStorage';
import { FileFolder } from '../../../server/guideImport/files/fileFolder';
import type { ImportSummary } from '../../../server/guideImport/importReport';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { emptyTables, GuideFiles, importFile, storedGuides } from './guideFiles';

const basic = [['实施编码', '事项名称', '实施主体', '事项类型', '流程图'], ['A-1', '补领', '县公安局', '7', '图.pdf']];
const materialHeader = ['实施编码', '材料名称', '空白表格', '填写样例'];
const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`);
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
// The beginning of the container of .doc and .xls.
const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);

describe('files of guides', () => {
  const files = new GuideFiles();
  let database: TestDatabase;
  let storage: FolderStorage;
  let storedIn = '';
  let folders = 0;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(async () => {
    await emptyTables(database.pool);
    folders += 1;
    storedIn = join(files.folder, `stored-${folders}`);
    storage = await FolderStorage.open(storedIn, new SettableClock());
  });
  afterAll(async () => {
    files.remove();
    await database.close();
  });

  const folderOf = (contents: Record<string, Buffer>): string => {
    folders += 1;
    const folder = join(files.folder, `attachments-${folders}`);
    for (const [name, bytes] of Object.entries(contents)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    return folder;
  };
  const bring = async (materials: readonly (readonly string[])[], folder?: string, options = {}): Promise<ImportSummary> =>
    importFile(database.pool, await files.workbook({ 基本信息: basic, 申请材料: [materialHeader, ...materials] }), {
      ...(folder === undefined ? {} : { files: { folder: await FileFolder.open(folder), storage } }),
      ...options,
    });
  const recorded = async (): Promise<unknown[]> => (await database.pool.query('select hash, media_type from stored_files order by media_type')).rows;

  test('what cells name is stored once and described in the guide', async () => {
    const folder = folderOf({ '图.pdf': pdf('图'), '表.doc': compound, '子夹/表.pdf': pdf('表') });
    expect(await bring([['A-1', '登记表', '表.doc', '子夹/表.pdf'], ['A-1', '又一份', '表.doc', '']], folder)).toMatchObject({ errors: [], added: 1 });
    const blankForm = { hash: hashOf(compound), name: '表.doc', mediaType: 'application/msword', byteSize: compound.length };
    expect(await storedGuides(database.pool)).toMatchObject([
      {
        processPicture: { hash: hashOf(pdf('图')), name: '图.pdf', mediaType: 'application/pdf' },
        requiredMaterials: [{ blankForm, filledSample: { hash: hashOf(pdf('表')), name: '表.pdf' } }, { blankForm }],
      },
    ]);
    expect(await recorded()).toEqual([
      { hash: hashOf(compound), media_type: 'application/msword' },
      ...[hashOf(pdf('图')), hashOf(pdf('表'))].sort().map((hash) => ({ hash, media_type: 'application/pdf' })),
    ]);
    (await storage.open(blankForm.hash))?.bytes.destroy();
    expect(await bring([['A-1', '登记表', '表.doc', '子夹/表.pdf'], ['A-1', '又一份', '表.doc', '']], folder)).toMatchObject({ unchanged: 1 });
  });

  test.each([
    ['a file that is not there', '没有.pdf', {}, '附件文件夹里没有“没有.pdf”'],
    ['a file that is not what its name says', '表.docx', { '表.docx': pdf('x') }, '扩展名不符'],
    ['text', '表.pdf', { '表.pdf': Buffer.from('hello') }, '不是可以收的类型'],
    ['an empty file', '表.pdf', { '表.pdf': Buffer.alloc(0) }, '是空的'],
    ['more than 10 MB', '表.pdf', { '表.pdf': Buffer.concat([pdf('x'), Buffer.alloc(10 * 2 ** 20)]) }, '超过 10 MB'],
    ['another kind of file', '表.exe', {}, '扩展名应是'],
    ['a way out of the folder', '../stored-1/x.pdf', {}, '应是文件夹里的文件名'],
    ['a path of another system', 'a\\b.pdf', {}, '应是文件夹里的文件名'],
  ])('%s is an error of its row', async (_, name, contents, sentence) => {
    const summary = await bring([['A-1', '登记表', name, '']], folderOf({ '图.pdf': pdf('图'), ...contents }));
    expect(summary.errors).toEqual([{ sheet: '申请材料', row: 2, column: '空白表格', message: expect.stringContaining(sentence) }]);
    expect(await recorded()).toEqual([]);
  });

  test('nothing is stored by a dry run, or when a row is wrong', async () => {
    const folder = folderOf({ '图.pdf': pdf('图') });
    expect(await bring([], folder, { isDryRun: true })).toMatchObject({ added: 1, errors: [] });
    expect(await bring([['A-1', '', '', '图.pdf']], folder)).toMatchObject({ wrongRows: 1 });
    expect(await recorded()).toEqual([]);
    expect(readdirSync(storedIn)).toEqual(['incoming']);
  });

  test('without the folder a file stays that is stored under its name in the same field, and no other', async () => {
    await bring([['A-1', '登记表', '图.pdf', '']], folderOf({ '图.pdf': pdf('图') }));
    expect(await bring([['A-1', '登记表', '图.pdf', '']])).toMatchObject({ unchanged: 1, errors: [] });
    expect(await bring([['A-1', '登记表', '', '图.pdf']])).toMatchObject({ errors: [{ sheet: '申请材料', row: 2, column: '填写样例', message: expect.stringContaining('--files') }] });
  });

  test('in JSON a file is its name', async () => {
    const path = files.json([{ name: '补领', department: '县公安局', implementationCode: 'A-1', itemType: 'confirmation', results: [{ name: '证', sample: '图.pdf', delivery: ['post'] }] }]);
    await importFile(database.pool, path, { files: { folder: await FileFolder.open(folderOf({ '图.pdf': pdf('图') })), storage } });
    expect(await storedGuides(database.pool)).toMatchObject([{ results: [{ name: '证', sample: { name: '图.pdf', hash: hashOf(pdf('图')) }, delivery: ['post'] }] }]);
  });
});
