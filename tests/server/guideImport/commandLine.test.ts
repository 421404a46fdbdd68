import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { GuideFiles } from './guideFiles';

const root = join(__dirname, '..', '..', '..');

describe('npm run import:guides', () => {
  const files = new GuideFiles();
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase({ migrated: false });
  });
  afterAll(async () => {
    files.remove();
    await database.close();
  });

  const run = (args: string[], environment: Record<string, string> = {}) => {
    const { DATABASE_URL: _, ...inherited } = process.env;
    const where = database.url === undefined ? { DATA_DIR: join(files.folder, 'data') } : { DATABASE_URL: database.url };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'server/importGuides.ts'), ...args], {
      cwd: root,
      env: { ...inherited, ...where, ...environment },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  const header = ['事项名称', '实施主体', '实施编码', '事项类型', '备注'];
  test('a right file ends with 0, the counts and the columns that were not used', () => {
    const { status, stdout } = run([files.csv([header, ['补领', '县公安局', 'A-1', '7', '']])]);
    expect(stdout).toContain('没有用到的列：备注。');
    expect(stdout).toMatch(/读取 1，新增 1，更新 0，未变 0，出错 0；用时 [\d.]+ 秒。\n导入完成。\n$/u);
    expect(status).toBe(0);
  });

  test('a file with errors ends with 1, with and without --partial', () => {
    const path = files.csv([header, ['换领', '县公安局', 'A-2', '7', ''], ['', '县公安局', 'A-3', '7', '']]);
    const all = run([path]);
    expect(all.stdout).toMatch(/^第 3 行 「事项名称」没有填写\n/u);
    expect(all.stdout).toContain('新增 0');
    const partial = run([path, '--partial']);
    expect(partial.stdout).toContain('新增 1');
    expect(partial.stdout).toContain(`${path}.errors.csv`);
    expect([all.status, partial.status]).toEqual([1, 1]);
  });

  test('a template can be filled in, imported with its files, exported, and imported again without a change', async () => {
    const template = join(files.folder, '模板.xlsx');
    expect(run(['--template', template])).toMatchObject({ status: 0, stdout: expect.stringContaining('模板.xlsx') });
    const filled = await files.edit(template, {
      基本信息: [{ '实施编码*': 'A-9', '事项名称*': '居民身份证补领', '实施主体*': '县公安局', '事项类型*': '行政确认', 承诺办结时限: 20 }],
      申请材料: [{ '实施编码*': 'A-9', '材料名称*': '补领登记表', 空白表格: '登记表.pdf' }],
    });
    const attachments = filled.replace('.xlsx', '-附件');
    mkdirSync(attachments);
    writeFileSync(join(attachments, '登记表.pdf'), '%PDF-1.4\n%%EOF\n');
    const imported = run([filled]);
    expect(imported).toMatchObject({ status: 0, stdout: expect.stringContaining('新增 1，更新 0，未变 0，出错 0') });

    const exported = join(files.folder, '导出.xlsx');
    const { status, stdout } = run(['--export', exported]);
    expect(stdout).toContain('1 个附件');
    expect(status).toBe(0);
    expect(existsSync(join(files.folder, '导出-附件', '登记表.pdf'))).toBe(true);
    expect(run([exported]).stdout).toMatch(/新增 0，更新 0，未变 \d+，出错 0/u);
    expect(run([exported, '--files', join(files.folder, 'none')])).toMatchObject({ status: 1, stderr: expect.stringContaining('没有这个附件文件夹') });
  });

  test('a file that cannot be read ends with 1 and one sentence instead of a stack', () => {
    const { status, stderr } = run([files.write('xlsx', 'PK no workbook')]);
    expect(stderr).toMatch(/^Excel 文件已损坏.*\n没有写入任何内容。\n$/u);
    expect(status).toBe(1);
  });

  test.each<[string, string[], Record<string, string>, string]>([
    ['no file', [], {}, '用法'],
    ['a template that is no workbook', ['--template', 'a.csv'], {}, '用法'],
    ['an export of another file', ['--export', 'a.xlsx', 'b.xlsx'], {}, '用法'],
    ['a bucket without its address', [files.csv([header])], { FILE_STORAGE: 's3' }, 'S3_ENDPOINT'],
    ['an unknown option', ['a.csv', '--force'], {}, '用法'],
    ['a wrong address of the database', [files.csv([header])], { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    ['a database that is not there', [files.csv([header])], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, '连接不上'],
  ])('%s ends with 2', (_, args, environment, sentence) => {
    const { status, stderr } = run(args, environment);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(2);
  });
});
