import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detectMediaTypes } from '../../../server/files/mediaTypes';
import { gb18030Table, pdf, png, svg, workbook } from './fileSamples';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-types-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function detect(content: Buffer | string): Promise<string[]> {
  const path = join(folder, 'no-name-that-could-tell');
  await writeFile(path, content);
  return detectMediaTypes(path);
}

test('pictures, documents and workbooks are told from their bytes', async () => {
  expect(await detect(png)).toEqual(['image/png']);
  expect(await detect(pdf)).toEqual(['application/pdf']);
  expect(await detect(await workbook())).toEqual(['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
});

test.each([
  ['an SVG picture', svg],
  ['an SVG picture with a declaration', `<?xml version="1.0"?>\n${svg}`],
  ['an SVG picture after a byte order mark and blank lines', `\uFEFF \n\t${svg}`],
  ['an SVG picture after a comment', `<!-- a picture -->${svg}`],
  ['an SVG picture in UTF-16', Buffer.from(`\uFEFF${svg}`, 'utf16le')],
  ['a web page', '<!doctype html><p>公告</p>'],
  ['a script element', '<script>alert(1)</script>'],
])('%s passes for nothing', async (_name, content) => {
  expect(await detect(content)).toEqual([]);
});

test('text is plain text, a table of comma-separated values first of all a table', async () => {
  expect(await detect('请带身份证原件。\n窗口：3 号\n')).toEqual(['text/plain']);
  expect(await detect('姓名,电话\n甲,1\n"乙,丙",2\n')).toEqual(['text/csv', 'text/plain']);
  expect(await detect('你好, 云岫')).toEqual(['text/plain', 'text/csv']);
  expect(await detect('a, b and c\nno comma here\n')).toEqual(['text/plain']);
});

test('a table that is longer than what is looked at is still a table', async () => {
  expect(await detect('编号,名称\n'.repeat(20_000))).toEqual(['text/csv', 'text/plain']);
});

test('a table in GB 18030 is a table', async () => {
  expect(await detect(gb18030Table)).toEqual(['text/csv', 'text/plain']);
});

test('bytes that are no text in any known encoding pass for nothing', async () => {
  expect(await detect(Buffer.from([0x41, 0xff, 0xff, 0x41]))).toEqual([]);
  expect(await detect(Buffer.concat([Buffer.from('text, then '), Buffer.from([0])]))).toEqual([]);
  expect(await detect(`${'长'.repeat(60_000)}\u0001`)).toEqual([]);
});

test('a damaged workbook is not taken for a workbook', async () => {
  const whole = await workbook();
  expect(await detect(whole.subarray(0, 60))).not.toContain('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
});
