import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { SettableClock } from '../../../server/clock';
import type { GuideContent, GuideFile } from '../../../server/contract/guideContent';
import { FolderStorage } from '../../../server/files/folderStorage';
import { FileFolder, fileLimits } from '../../../server/guideImport/files/fileFolder';
import { loadTopics } from '../../../server/guideImport/topics';
import { exportGuides, filesFolderOf } from '../../../server/guideImport/workbook/exportGuides';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { arbitraryContent, type Surroundings } from './arbitraryGuides';
import { emptyTables, GuideFiles, importFile, storedGuides } from './guideFiles';

const offices = [
  { code: 'YX-ZX', windows: ['A01', '007', '1—6 号'] },
  { code: 'YX-XH', windows: ['1'] },
];
const officeSheets = {
  大厅: [['大厅编码', '大厅名称', '大厅地址', '纬度', '经度'], ['YX-ZX', '中心', '=示范路', 38.9, 82.6], ['YX-XH', '便民中心', '和风街', null, null]],
  窗口: [['大厅编码', '窗口编号', '窗口名称', '楼层'], ...offices.flatMap(({ code, windows }) => windows.map((number) => [code, number, '窗口', '一楼']))],
  群众说法: [['说法', '正式名称'], ['上户口', '出生登记、户口登记'], ['黑户', '无']],
};

const isFile = (value: unknown): boolean => typeof value === 'object' && value !== null && 'hash' in value;

describe('export and import', () => {
  const files = new GuideFiles();
  let database: TestDatabase;
  let storage: FolderStorage;
  let around: Surroundings;
  beforeAll(async () => {
    database = await openTestDatabase();
    storage = await FolderStorage.open(join(files.folder, 'stored'), new SettableClock());
    // Two files of one name, and one name in other letters.
    const stored: GuideFile[] = [];
    for (const [name, content] of [['表.pdf', 'a'], ['表.pdf', 'b'], ['𠮷"表".PDF', 'c'], ['𠮷"表".pdf', 'd']] as const) {
      const { hash, mediaType, byteSize } = await storage.put(Buffer.from(`%PDF-1.4\n${content}\n%%EOF\n`), fileLimits);
      stored.push({ hash, name, mediaType, byteSize });
    }
    around = { topics: await loadTopics(database.pool), files: stored, offices };
  });
  afterAll(async () => {
    files.remove();
    await database.close();
  });

  const put = async (contents: readonly GuideContent[]): Promise<void> => {
    await emptyTables(database.pool);
    await importFile(database.pool, await files.workbook(officeSheets));
    await database.pool.query(`insert into departments (name) values ('=县"公安"局')`);
    for (const [index, content] of contents.entries()) {
      await database.pool.query('insert into service_guides (implementation_code, department_id, content) values ($1, 1, $2)', [`00${index}`, JSON.stringify(content)]);
    }
  };
  const everything = async (): Promise<object> => ({
    guides: await storedGuides(database.pool),
    offices: (await database.pool.query('select code, name, address, latitude, longitude from offices order by sort_order')).rows,
    windows: (await database.pool.query('select number, name, floor from window_counters order by sort_order')).rows,
    synonyms: (await database.pool.query('select phrase, official_terms from search_synonyms order by phrase')).rows,
    files: (await database.pool.query('select hash, media_type, byte_size from stored_files order by hash')).rows,
  });

  test('what is exported is imported as unchanged, and into an empty database exactly as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryContent(around), { minLength: 1, maxLength: 4 }), async (contents) => {
        await put(contents);
        const path = files.path('xlsx');
        const before = await storedGuides(database.pool);
        await exportGuides(database.pool, storage, path);
        expect(await importFile(database.pool, path)).toMatchObject({ errors: [], added: 0, changed: 0, unchanged: contents.length, records: [0, 1, 2].map(() => ({ added: 0, changed: 0 })) });

        const { files: _, ...rest } = (await everything()) as { files: unknown };
        await emptyTables(database.pool);
        const folder = filesFolderOf(path);
        const hasFiles = JSON.stringify(contents).includes('"hash"');
        const summary = await importFile(database.pool, path, hasFiles ? { files: { folder: await FileFolder.open(folder), storage } } : {});
        expect(summary).toMatchObject({ errors: [], added: contents.length });
        const { files: stored, ...again } = (await everything()) as { files: { hash: string }[] };
        expect(again).toEqual(rest);
        expect(again).toMatchObject({ guides: before });
        const used = around.files.filter(({ hash }) => JSON.stringify(contents).includes(hash)).map(({ hash }) => hash);
        expect(stored.map(({ hash }) => hash)).toEqual(used.sort());
        rmSync(folder, { recursive: true, force: true });
        rmSync(path);
      }),
      { numRuns: 25 },
    );
  });

  test('a JSON file may have the contract\'s own form', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryContent(around), async (content) => {
        const contract = JSON.parse(JSON.stringify(content, (_, value: unknown) => (isFile(value) ? undefined : value))) as GuideContent;
        await put([]);
        const item = { implementationCode: '001', department: '县公安局', ...contract };
        expect(await importFile(database.pool, files.json([item]))).toMatchObject({ errors: [], unknownHeaders: [], added: 1 });
        expect(await storedGuides(database.pool)).toEqual([item]);
      }),
      { numRuns: 25 },
    );
  });

  test('texts that a spreadsheet takes for a formula or a number stay texts in the file', async () => {
    const content: GuideContent = { name: '=1+1', itemType: 'licence', audiences: [], summary: '+86', fee: '@x', quantityLimit: '-1', basicCode: '007' };
    await put([content]);
    const path = files.path('xlsx');
    await exportGuides(database.pool, storage, path);
    const cells = await files.cells(path, '基本信息', 2);
    for (const text of ['=1+1', '+86', '@x', '-1', '007', '000']) expect(cells).toContainEqual({ value: text, format: '@' });
  });
});
