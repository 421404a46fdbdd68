import { readFileSync } from 'node:fs';
import { deflateRawSync, crc32 } from 'node:zlib';
import type ExcelJS from 'exceljs';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { GuideFiles, refusal } from './guideFiles';

/** A ZIP archive with one deflated entry each, as a workbook is; written here because no library writes lies. */
function zip(parts: Record<string, Buffer>, claimedSize?: number): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = deflateRawSync(content, { level: 9 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(claimedSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    locals.push(local);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, place, Buffer.from(name)]));
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listed, Buffer.from('PK\u0005\u0006'), end]);
}

const workbookParts = (sheet: string | Buffer): Record<string, Buffer> => ({
  'xl/workbook.xml': Buffer.from('<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': Buffer.from('<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
  'xl/worksheets/sheet1.xml': Buffer.from(sheet),
});

describe('files that cannot be imported', () => {
  const files = new GuideFiles();
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(async () => {
    files.remove();
    await database.close();
  });

  const header = '事项名称,实施主体,实施编码,事项类型';
  const row = '补领,县公安局,A-1,7';
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const headerXml = `<worksheet><sheetData><row>${header.split(',').map(cell).join('')}</row>`;

  test.each<[string, string, string | Buffer, string]>([
    ['an empty file', 'csv', '', '空的'],
    ['a header without rows', 'csv', header, '只有表头'],
    ['a header that lacks two columns', 'csv', '事项名称,实施主体\n补领,县公安局', '缺少必需的列：实施编码、事项类型'],
    ['no header at all', 'csv', row, '没有找到表头'],
    ['two columns for one field', 'csv', `${header},部门\n${row},县公安局`, '「实施主体」和「部门」'],
    ['a quote that is not closed', 'csv', `${header}\n"${row}`, '第 2 行'],
    ['a quote in the wrong place', 'csv', `${header}\n${row}\n"补领"x,县公安局,A-2,7`, '第 3 行'],
    ['bytes in no known encoding', 'csv', Buffer.from([0xff, 0xff, 0x41, 0x0a, 0xff]), '编码'],
    ['bytes that are not text', 'csv', Buffer.from('a\0b'), '不是文本'],
    ['a workbook with the wrong extension', 'csv', zip({}), '.xlsx'],
    ['JSON that is cut off', 'json', `[${JSON.stringify({ 事项名称: '补领', 实施主体: '县公安局', 实施编码: 'A-1', 事项类型: 7 })},{"事项`, '第 1 条之后'],
    ['JSON that is no array', 'json', '{"items": []}', '应是一个数组'],
    ['JSON that is empty', 'json', '[]', '数组是空的'],
    ['JSON nested without end', 'json', '['.repeat(3_000_000), '第 1 条太长'],
    ['an old workbook', 'xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版 Excel'],
    ['text that calls itself a workbook', 'xlsx', header, '不是 Excel 工作簿'],
    ['an archive that is no workbook', 'xlsx', zip({ 'a.txt': Buffer.from('a') }), '不完整'],
    ['a workbook of broken XML', 'xlsx', zip(workbookParts(`${headerXml}</row>`)), '已损坏'],
    ['a sheet that unpacks to far more than it is', 'xlsx', zip(workbookParts(Buffer.alloc(130 * 2 ** 20, ' '))), '大得不正常'],
    ['a sheet that unpacks to more than it says', 'xlsx', zip(workbookParts(`${headerXml}${' '.repeat(9_000)}`), 400), '已损坏'],
    ['a cell without end', 'xlsx', zip(workbookParts(`${headerXml}<row>${cell('字'.repeat(5_000_000))}`)), '长得不正常'],
    ['elements nested without end', 'xlsx', zip(workbookParts(`${headerXml}${'<row>'.repeat(100_000)}`)), '层次深得不正常'],
    ['an entity bomb', 'xlsx', zip(workbookParts(`<!DOCTYPE a [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>${headerXml}<row>${cell('&b;')}</row></sheetData></worksheet>`)), '已损坏'],
    ['another kind of file', 'docx', 'x', '只能导入'],
  ])('%s is refused with a sentence', async (_, extension, content, sentence) => {
    const message = await refusal(database.pool, files.write(extension, content));
    expect(message).toMatch(/^(GuideFile|HeaderNotFound)Error: /u);
    expect(message).toContain(sentence);
  });

  test('a workbook that is cut off is refused with a sentence', async () => {
    const whole = await files.xlsx((sheet: ExcelJS.Worksheet) => sheet.addRow(header.split(',')));
    const bytes = readFileSync(whole);
    expect(await refusal(database.pool, files.write('xlsx', bytes.subarray(0, bytes.length / 2)))).toContain('已损坏或不完整');
  });

  test('a missing file is named', async () => {
    expect(await refusal(database.pool, `${files.folder}/none.csv`)).toContain('没有这个文件');
  });

  test('after a refusal the pool serves the next import', async () => {
    const { rows } = await database.pool.query<{ one: number }>('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
  });
});
