import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { readDocx } from '../../../server/richText/readDocx';
import { RichTextError, richTextRefusals, type RichTextRefusal } from '../../../server/richText/richTextError';
import { documentOf, docxFile, paragraph, wordNamespace } from './docxFile';

const refusal = (bytes: Uint8Array): Promise<string> =>
  readDocx(bytes).then(
    () => 'taken',
    (error: unknown) => {
      if (error instanceof RichTextError) return error.code;
      throw error;
    },
  );
const compound = (name = ''): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]);

/** Another size in the directory and in front of the part than it unpacks to. */
function claiming(file: Buffer, name: string, size: number): Buffer {
  const changed = Buffer.from(file);
  for (let at = changed.indexOf(name); at >= 0; at = changed.indexOf(name, at + 1)) {
    if (changed.readUInt32LE(at - 46) === 0x02014b50) changed.writeUInt32LE(size, at - 46 + 24);
    if (changed.readUInt32LE(at - 30) === 0x04034b50) changed.writeUInt32LE(size, at - 30 + 22);
  }
  return changed;
}

function withFlag(file: Buffer, flag: number): Buffer {
  const changed = Buffer.from(file);
  for (let at = changed.indexOf('PK\x01\x02'); at >= 0; at = changed.indexOf('PK\x01\x02', at + 1)) changed.writeUInt16LE(flag, at + 8);
  return changed;
}

const plain = docxFile({ body: paragraph('文') });
const nested = (depth: number): string => `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;

const hostile: [kind: string, bytes: () => Uint8Array, code: RichTextRefusal][] = [
  ['nothing', () => Buffer.alloc(0), 'docx_empty'],
  ['more than 20 MB', () => Buffer.alloc(20 * 1024 ** 2 + 1), 'docx_too_large'],
  ['an old .doc or .wps', () => compound('WordDocument'), 'docx_old_format'],
  ['a document with a password', () => compound('EncryptedPackage'), 'docx_encrypted'],
  ['a container with encrypted parts', () => withFlag(plain, 1), 'docx_encrypted'],
  ['a text', () => Buffer.from('通知'), 'docx_not_word'],
  ['a PDF', () => Buffer.from('%PDF-1.7'), 'docx_not_word'],
  ['a page saved as .docx', () => Buffer.from('<html>'), 'docx_not_word'],
  ['another container', () => zipSync({ 'a.txt': strToU8('a') }), 'docx_not_word'],
  ['a workbook', () => docxFile({ mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }), 'docx_not_word'],
  ['half a file', () => plain.subarray(0, plain.length / 2), 'docx_damaged'],
  ['a path that leads out', () => docxFile({ others: { '../x': 'x' } }), 'docx_damaged'],
  ['a document with macros by its type', () => docxFile({ mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }), 'docx_macros'],
  ['a document with a macro part', () => docxFile({ others: { 'word/vbaProject.bin': 'x' } }), 'docx_macros'],
  ['a part that unpacks 1,000 times', () => docxFile({ others: { 'word/media/a.png': new Uint8Array(30 * 1024 ** 2) } }), 'docx_zip_bomb'],
  ['a part that is larger than it claims', () => claiming(docxFile({ body: paragraph('文'.repeat(100_000)) }), 'word/document.xml', 2_000), 'docx_zip_bomb'],
  ['parts that claim 200 MB in all', () => claiming(claiming(docxFile({ others: { 'a.bin': new Uint8Array(1), 'b.bin': new Uint8Array(1) } }), 'a.bin', 150 * 1024 ** 2), 'b.bin', 150 * 1024 ** 2), 'docx_zip_bomb'],
  ['thousands of parts', () => docxFile({ others: Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`p${index}`, ''])) }), 'docx_too_many_parts'],
  ['an entity that grows', () => docxFile({ document: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="${wordNamespace}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>` }), 'docx_forbidden_markup'],
  ['an entity that reads a file', () => docxFile({ document: `<!DOCTYPE w:document SYSTEM "file:///etc/passwd"><w:document xmlns:w="${wordNamespace}"/>` }), 'docx_forbidden_markup'],
  ['a declaration far down', () => docxFile({ document: `<!--${'x'.repeat(200_000)}--><!DOCTYPE a><w:document xmlns:w="${wordNamespace}"/>` }), 'docx_forbidden_markup'],
  ['a declaration in another part', () => docxFile({ others: { 'word/styles.xml': '<!DOCTYPE a><a/>' } }), 'docx_forbidden_markup'],
  ['XML that is not well-formed', () => docxFile({ document: documentOf('<w:p>').replace('</w:body>', '') }), 'docx_damaged'],
  ['an unknown entity', () => docxFile({ body: '<w:p><w:r><w:t>&nbsp;</w:t></w:r></w:p>' }), 'docx_damaged'],
  ['a root of another kind', () => docxFile({ document: '<html/>' }), 'docx_damaged'],
  ['the prefix of Word for something else', () => docxFile({ document: '<w:document xmlns:w="urn:x"/>' }), 'docx_damaged'],
  ['text in another encoding', () => docxFile({ others: { 'word/document.xml': Buffer.from(documentOf(''), 'utf16le') } }), 'docx_damaged'],
  ['tables in tables in tables', () => docxFile({ body: nested(80) }), 'docx_too_complex'],
  ['nothing but empty paragraphs', () => docxFile({ body: Array.from({ length: 30_001 }, (_, index) => `<w:p w:rsidR="${(index * 7_919) % 100_003}"/>`).join('') }), 'docx_too_complex'],
  ['a look for each of a million characters', () => docxFile({ body: `<w:p>${Array.from({ length: 260_000 }, (_, index) => `<w:r><w:t>${(index * 7_919) % 100_003}</w:t></w:r>`).join('')}</w:p>` }), 'docx_too_complex'],
  ['tables below the limit of the parser', () => docxFile({ body: nested(14).replace('<w:p/>', paragraph('文')) }), 'html_too_deep'],
  ['a text beyond what may be published', () => docxFile({ body: paragraph('文字'.repeat(300_000)) }), 'html_too_long'],
];

test.each(hostile)('%s', async (_kind, bytes, code) => {
  expect(await refusal(bytes())).toBe(code);
});

test('each refusal says in Chinese what to do', () => {
  for (const sentence of Object.values(richTextRefusals)) expect(sentence).toMatch(/^[^！!]*(请|只能)[^！!]*。$/);
});

test('a style based on itself ends', async () => {
  const styles = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>';
  expect(await refusal(docxFile({ styles, body: paragraph('文', { style: 'A' }) }))).toBe('taken');
});

test('a damaged file is refused or read, never another error', async () => {
  const sound = docxFile({ body: paragraph('一、标题', { font: '黑体' }) + paragraph('正文') });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), async (changes) => {
      const damaged = Buffer.from(sound);
      for (const [at, value] of changes) damaged[at] = value;
      expect(await refusal(damaged)).toMatch(/^(taken|docx_[a-z_]+)$/);
    }),
    { numRuns: 60 },
  );
});
