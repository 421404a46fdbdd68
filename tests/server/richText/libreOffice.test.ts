import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { prepareImage } from '../../../server/richText/prepareImage';
import { readDocx } from '../../../server/richText/readDocx';
import { redHeadFodt } from './redHeadFodt';

const program = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'soffice')).find((path) => existsSync(path));
if (program === undefined) process.stdout.write('LibreOffice (soffice) is not installed: the test with a document it makes is left out.\n');
const testWithLibreOffice = program === undefined ? test.skip : test;

describe('a document that LibreOffice makes', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'red-head-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function convert(target: string): Promise<Buffer> {
    await writeFile(join(folder, 'notice.fodt'), redHeadFodt);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    await promisify(execFile)(program ?? '', [profile, '--headless', '--convert-to', target, '--outdir', folder, join(folder, 'notice.fodt')], { timeout: 150_000 });
    return readFile(join(folder, `notice.${target}`));
  }

  testWithLibreOffice(
    'is read whole: head, headings, numbers, table, picture',
    async () => {
      const read = await readDocx(await convert('docx'));
      expect(read).toMatchObject({ title: '云岫县人民政府办公室关于开展集市整治的通知', documentNumber: '云政办发〔2026〕12号', issuingBody: '云岫县人民政府办公室', writtenOn: '2026-11-03', warnings: [] });
      expect(read.html).toBe(
        [
          '<p>各镇人民政府，县直各部门：</p><p>为方便群众赶集，现将有关事项通知如下。</p>',
          '<h2>一、整治范围</h2><h3>（一）县城集市</h3><p>县城东门、西门两处集市，咨询电话0000-12345601。</p>',
          '<p>1. 各摊位登记。</p><p>2. 统一划线。</p><p>3. 分批搬迁。</p><ul><li>带身份证</li><li>带营业执照</li></ul>',
          '<h2>二、时间安排</h2>',
          '<table><tbody><tr><td>集市</td><td colspan="2">整治日期</td></tr><tr><td rowspan="2">东门</td><td>登记</td><td>11月5日</td></tr><tr><td>搬迁</td><td>11月20日</td></tr></tbody></table>',
          '<p><img src="image:picture-1" alt="集市平面图"></p>',
          '<p>云岫县人民政府办公室</p><p>二〇二六年十一月三日</p><p>（此件公开发布）</p>',
        ].join(''),
      );
      expect(await prepareImage(read.images[0]?.bytes ?? Buffer.alloc(0))).toMatchObject({ mediaType: 'image/png', width: 1, height: 1 });
    },
    180_000,
  );

  testWithLibreOffice(
    'in the old format is refused',
    async () => {
      await expect(convert('doc').then(readDocx)).rejects.toMatchObject({ code: 'docx_old_format' });
    },
    180_000,
  );
});
