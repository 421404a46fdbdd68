import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { SaxesParser } from 'saxes';
import { wordForm, type DemoForm } from '../../../scripts/demoFiles/wordForm';
import { indexedPng } from '../../../scripts/demoFiles/indexedPng';
import { detectMediaTypes } from '../../../server/files/mediaTypes';
import { GuideFiles } from './guideFiles';

const seed = join(__dirname, '../../../server/database/seed');
const definitions = readdirSync(join(seed, 'demoForms')).map((name) => JSON.parse(readFileSync(join(seed, 'demoForms', name), 'utf8')) as { forms: DemoForm[]; certificates: { name: string }[] });
const form: DemoForm = { name: '登记表 <&>', rows: [['姓名', '周小满'], ['签名', '']], notes: ['用黑色签字笔填写'] };

describe('the demo county\'s forms and samples', () => {
  const files = new GuideFiles();
  afterAll(() => files.remove());

  test('a form is a Word document of well-formed parts, and the server takes it for one', async () => {
    const bytes = wordForm(form, { isFilled: true });
    const path = files.write('docx', Buffer.from(bytes));
    expect(await detectMediaTypes(path)).toEqual(['application/vnd.openxmlformats-officedocument.wordprocessingml.document']);
    const parts = unzipSync(bytes);
    expect(Object.keys(parts)).toContain('word/document.xml');
    for (const part of Object.values(parts)) {
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(strFromU8(part)).close();
    }
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('登记表 &lt;&amp;&gt;');
  });

  test('the blank form has no sample in it, and the sample says that it is one', () => {
    const text = (isFilled: boolean): string => strFromU8(unzipSync(wordForm(form, { isFilled }))['word/document.xml'] ?? new Uint8Array());
    expect(text(false)).not.toContain('周小满');
    expect(text(true)).toMatch(/填写样例.*周小满/u);
  });

  test('a picture of few colours is a PNG', async () => {
    const path = join(files.folder, 'a.png');
    writeFileSync(path, indexedPng(3, 2, [[255, 255, 255], [0, 0, 0]], Uint8Array.from([0, 1, 0, 1, 0, 1])));
    expect(await detectMediaTypes(path)).toEqual(['image/png']);
  });

  test('the files are those of the definitions, made anew whenever one changes', () => {
    const forms = definitions.flatMap(({ forms: each }) => each);
    const names = [...forms.flatMap(({ name }) => [`${name}.docx`, `${name}（填写样例）.docx`]), ...definitions.flatMap(({ certificates }) => certificates).map(({ name }) => `${name}.png`)];
    expect(readdirSync(join(seed, 'demoFiles')).sort()).toEqual(names.sort());
    for (const each of forms) {
      expect(readFileSync(join(seed, 'demoFiles', `${each.name}.docx`)).equals(wordForm(each, { isFilled: false }))).toBe(true);
      expect(readFileSync(join(seed, 'demoFiles', `${each.name}（填写样例）.docx`)).equals(wordForm(each, { isFilled: true }))).toBe(true);
    }
  });
});
