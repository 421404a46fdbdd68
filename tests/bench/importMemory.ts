import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { systemClock } from '../../server/clock';
import { migrate } from '../../server/database/migrate';
import { openPool } from '../../server/database/openPool';
import { importGuides } from '../../server/guideImport/importGuides';
import { openGuideFile } from '../../server/guideImport/openGuideFile';
import { openTestDatabase } from '../support/testDatabase';

/** What the product promises for 100,000 rows. */
const limitMegabytes = 256;
const rowCount = 100_000;
const formats = ['csv', 'xlsx', 'json'] as const;
type Format = (typeof formats)[number];

export interface ImportMemory {
  engine: 'pglite' | 'postgresql';
  format: Format;
  megabytesInFile: number;
  /** Peak of the resident set over what the process had before it opened the file; on PGlite the database's own growth is in it. */
  peakMegabytes: number;
  /** The same of the JavaScript heap alone, which is the import's part on both engines. */
  heapMegabytes: number;
  seconds: number;
}

const headers = ['实施编码', '事项名称', '实施主体', '事项类型', '服务对象', '办件类型', '法定办结时限（工作日）', '承诺办结时限（工作日）', '到办事现场次数', '事项简介', '受理条件', '收费', '申请材料', '办理地点', '办公时间', '咨询电话', '监督电话'];

/** Row `index` of the file: always the same, no two alike, about as long as guides are. */
function guideRow(index: number): string[] {
  const subject = `第${index}类经营活动`;
  return [
    `11510000MB${String(index).padStart(8, '0')}-000-${String((index * 7919) % 1_000_003)}`,
    `${subject}登记与备案`,
    `云岫县第${index % 60}局`,
    ['行政许可', '行政确认', '公共服务', '其他行政权力'][index % 4] ?? '',
    index % 3 === 0 ? '自然人' : '自然人、法人',
    index % 2 === 0 ? '即办件' : '承诺件',
    String(20 + (index % 40)),
    String(1 + (index % 19)),
    String(index % 3),
    `在云岫县从事${subject}的个人和单位，应当在开始经营前办理；已经办理过的，内容有变化时再办。`.repeat(2),
    `一、有固定的经营场所；\n二、有与${subject}相适应的人员；\n三、近三年没有因${subject}受到处罚。`,
    '不收费',
    `${subject}申请表｜原件1份\n经营场所使用证明｜复印件1份\n居民身份证（免提交）\n从业人员名册（${index}）`,
    `云岫县政务服务中心二楼 ${index % 90} 号窗口`,
    '工作日 9:00—12:00，13:30—17:00',
    `0000-${String(10_000_000 + index)}`,
    '0000-12345678',
  ];
}

async function writeFileOf(format: Format, path: string): Promise<void> {
  if (format === 'xlsx') {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
    const sheet = workbook.addWorksheet('事项');
    sheet.addRow(headers).commit();
    for (let index = 0; index < rowCount; index += 1) sheet.addRow(guideRow(index)).commit();
    await workbook.commit();
    return;
  }
  const file = createWriteStream(path);
  const write = async (text: string): Promise<void> => {
    if (!file.write(text)) await once(file, 'drain');
  };
  await write(format === 'csv' ? `\ufeff${headers.join(',')}\r\n` : '[\n');
  for (let index = 0; index < rowCount; index += 1) {
    const row = guideRow(index);
    if (format === 'csv') await write(`${row.map((cell) => `"${cell}"`).join(',')}\r\n`);
    else await write(`${index === 0 ? '' : ',\n'}${JSON.stringify(Object.fromEntries(row.map((cell, column) => [headers[column] ?? '', cell])))}`);
  }
  await write(format === 'csv' ? '' : '\n]\n');
  file.end();
  await once(file, 'finish');
}

interface Report {
  peakMegabytes: number;
  heapMegabytes: number;
  seconds: number;
}

/** In the child: the database is opened and migrated first, so that only the import is measured. */
async function measureHere(path: string): Promise<Report> {
  const log = { info: () => undefined, error: () => undefined };
  const url = process.env['DATABASE_URL'];
  const pool = await openPool({ DATABASE_POOL_SIZE: 2, DATA_DIR: process.env['DATA_DIR'] ?? '', ...(url === undefined ? {} : { DATABASE_URL: url }) }, log);
  await migrate(pool);
  const before = process.memoryUsage();
  let [rss, heap] = [before.rss, before.heapUsed];
  const sample = (): void => {
    const now = process.memoryUsage();
    rss = Math.max(rss, now.rss);
    heap = Math.max(heap, now.heapUsed);
  };
  const timer = setInterval(sample, 20);
  const began = performance.now();
  if (path !== '') {
    const summary = await importGuides(pool, await openGuideFile(path), { clock: systemClock, onProgress: sample });
    if (summary.added !== rowCount) throw new Error(`imported ${summary.added} rows of ${rowCount}: ${JSON.stringify(summary.errors[0])}`);
  }
  sample();
  const seconds = (performance.now() - began) / 1000;
  clearInterval(timer);
  await pool.end();
  return { peakMegabytes: (rss - before.rss) / 2 ** 20, heapMegabytes: (heap - before.heapUsed) / 2 ** 20, seconds };
}

async function measureInChild(path: string, environment: Record<string, string>): Promise<Report> {
  const { DATABASE_URL: _, ...rest } = process.env;
  const child = fork(__filename, ['--measure', path], { env: { ...rest, ...environment } });
  const report = await new Promise<Report>((resolve, reject) => {
    child.on('message', (message) => resolve(message as Report));
    child.on('exit', (status) => reject(new Error(`the import ended with status ${status ?? 'none'}`)));
  });
  return report;
}

/** Imports 100,000 generated rows from each format, each in a process of its own; PostgreSQL only where TEST_DATABASE_URL names one. */
export async function measureImportMemory(): Promise<ImportMemory[]> {
  const folder = mkdtempSync(join(tmpdir(), 'import-memory-'));
  const results: ImportMemory[] = [];
  try {
    for (const format of formats) {
      const path = join(folder, `guides.${format}`);
      await writeFileOf(format, path);
      const megabytesInFile = statSync(path).size / 2 ** 20;
      if (process.env['TEST_DATABASE_URL'] !== undefined) {
        const database = await openTestDatabase();
        try {
          results.push({ engine: 'postgresql', format, megabytesInFile, ...(await measureInChild(path, { DATABASE_URL: database.url ?? '' })) });
        } finally {
          await database.close();
        }
      }
      const data = { DATA_DIR: join(folder, `data-${format}`) };
      // Creating the database takes more memory than any import: that is done by another process.
      await measureInChild('', data);
      results.push({ engine: 'pglite', format, megabytesInFile, ...(await measureInChild(path, data)) });
      rmSync(data.DATA_DIR, { recursive: true, force: true });
      rmSync(path);
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function describeImportMemory(results: readonly ImportMemory[]): string {
  const lines = results.map(
    ({ engine, format, megabytesInFile, peakMegabytes, heapMegabytes, seconds }) =>
      `${engine.padEnd(10)} ${format.padEnd(4)} file ${megabytesInFile.toFixed(0).padStart(4)} MB  peak +${peakMegabytes.toFixed(0).padStart(3)} MB` +
      `  (JavaScript heap +${heapMegabytes.toFixed(0)} MB)  ${seconds.toFixed(1)} s  ${peakMegabytes <= limitMegabytes ? 'ok' : `OVER ${limitMegabytes} MB`}`,
  );
  return [`Import of ${rowCount} guides, memory above the start (limit ${limitMegabytes} MB):`, ...lines].join('\n');
}

if (process.argv[2] === '--measure') {
  measureHere(process.argv[3] ?? '').then(
    (report) => process.send?.(report, () => process.disconnect()),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
} else if (process.argv[1] === __filename) {
  measureImportMemory().then(
    (results) => process.stdout.write(`${describeImportMemory(results)}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
}
