import { convertParts } from '../../../server/richText/docx/convert';
import { placeImages } from '../../../server/richText/placeImages';
import { readDocx, type ReadDocx } from '../../../server/richText/readDocx';
import { sanitiseHtml } from '../../../server/richText/sanitiseHtml';
import { documentOf, docxFile, external, internal, paragraph, pictureRun, tinyPng } from './docxFile';

const level = (at: number, format: string, text: string, start = 1): string => `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = (id: number, levels: string, override = ''): string => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${override}</w:num>`;
const codes = ({ warnings }: ReadDocx): string[] => warnings.map(({ code }) => code);

describe('a notice with a red head', () => {
  const body = [
    paragraph('云岫县人民政府办公室文件', { colour: 'FF0000', halfPoints: 72, isCentred: true }),
    paragraph('云政办发〔２０２６〕12号', { font: '仿宋', halfPoints: 32, isCentred: true }),
    paragraph('云岫县人民政府办公室', { font: '方正小标宋简体', halfPoints: 44, isCentred: true }),
    paragraph('关于开展集市整治的通知', { font: '方正小标宋简体', halfPoints: 44, isCentred: true }),
    paragraph('各镇人民政府，县直各部门：', { font: '仿宋_GB2312', halfPoints: 32 }),
    paragraph('　　按照《某办法》（国办发〔2022〕36号），通知如下。', { font: '仿宋_GB2312', halfPoints: 32 }),
    paragraph('一、总体要求', { font: '黑体', halfPoints: 32 }),
    paragraph('（一）工作目标', { font: '楷体_GB2312', halfPoints: 32 }),
    paragraph('1.摊位整齐。', { font: '仿宋_GB2312', halfPoints: 32 }),
    paragraph('二、本段是仿宋，不是标题，它只是正文。', { font: '仿宋_GB2312', halfPoints: 32 }),
    paragraph('云岫县人民政府办公室', { font: '仿宋_GB2312', halfPoints: 32 }),
    paragraph('二〇二六年十一月三日', { font: '仿宋_GB2312', halfPoints: 32 }),
    paragraph('（此件公开发布）', { font: '仿宋_GB2312', halfPoints: 32 }),
  ].join('');

  test('gives its fields and its headings', async () => {
    expect(await readDocx(docxFile({ body }))).toEqual({
      title: '云岫县人民政府办公室关于开展集市整治的通知',
      documentNumber: '云政办发〔2026〕12号',
      issuingBody: '云岫县人民政府办公室',
      writtenOn: '2026-11-03',
      html: '<p>各镇人民政府，县直各部门：</p><p>按照《某办法》（国办发〔2022〕36号），通知如下。</p><h2>一、总体要求</h2><h3>（一）工作目标</h3><p>1.摊位整齐。</p><p>二、本段是仿宋，不是标题，它只是正文。</p><p>云岫县人民政府办公室</p><p>二〇二六年十一月三日</p><p>（此件公开发布）</p>',
      images: [],
      warnings: [],
    });
  });

  test('without one takes the issuer from above the date', async () => {
    const read = await readDocx(docxFile({ body: paragraph('正文。') + paragraph('云岫县民政局') + paragraph('2026年1月31日') }));
    expect(read).toMatchObject({ issuingBody: '云岫县民政局', writtenOn: '2026-01-31' });
    expect(read).not.toHaveProperty('title');
    expect(read).not.toHaveProperty('documentNumber');
  });

  test('gives no date that does not exist', async () => {
    expect(await readDocx(docxFile({ body: paragraph('2026年2月30日') }))).not.toHaveProperty('writtenOn');
  });

  test('knows headings by their styles, and fonts that styles give', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Own"><w:name w:val="own"/><w:basedOn w:val="1"/></w:style><w:style w:type="paragraph" w:styleId="L2"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Hei"><w:name w:val="y"/><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>';
    const { html } = await readDocx(docxFile({ styles, body: paragraph('甲', { style: '1' }) + paragraph('乙', { style: 'L2' }) + paragraph('三、丙', { style: 'Hei' }) + paragraph('丁', { style: 'Gone' }) }));
    expect(html).toBe('<h2>甲</h2><h3>乙</h3><h2>三、丙</h2><p>丁</p>');
  });
});

describe('lists', () => {
  test('keep the numbers people see', async () => {
    const read = await readDocx(
      docxFile({
        numbering: numbering(1, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '（%2）')) + numbering(2, level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2'), '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
        body: [paragraph('甲', { list: [1, 0], font: '黑体' }), paragraph('子', { list: [1, 1] }), paragraph('丑', { list: [1, 1] }), paragraph('乙', { list: [1, 0] }), paragraph('寅', { list: [1, 1] }), paragraph('七', { list: [2, 0] }), paragraph('七一', { list: [2, 1] }), paragraph('八', { list: [2, 0] })].join(''),
      }),
    );
    expect(read.html).toBe('<h2>一、甲</h2><p>（1）子</p><p>（2）丑</p><p>二、乙</p><p>（1）寅</p><p>7. 七</p><p>7.1 七一</p><p>8. 八</p>');
  });

  test('of bullets are lists', async () => {
    const read = await readDocx(docxFile({ numbering: numbering(3, level(0, 'bullet', '·') + level(1, 'bullet', 'o')), body: paragraph('甲', { list: [3, 0] }) + paragraph('子', { list: [3, 1] }) + paragraph('乙', { list: [3, 0] }) }));
    expect(read.html).toBe('<ul><li>甲<ul><li>子</li></ul></li><li>乙</li></ul>');
  });
});

test('tables keep their merged cells', async () => {
  const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
  const body = `<w:tbl><w:tr>${cell('宽', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('高', '<w:vMerge w:val="restart"/>')}${cell('一')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('二')}</w:tr></w:tbl>`;
  expect((await readDocx(docxFile({ body }))).html).toBe('<table><tbody><tr><td colspan="2">宽</td></tr><tr><td rowspan="2">高</td><td>一</td></tr><tr><td>二</td></tr></tbody></table>');
});

describe('pictures', () => {
  test('are taken out and named, and placed once they are stored', async () => {
    const read = await readDocx(docxFile({ relationships: internal('p', 'image', 'media/image1.png'), others: { 'word/media/image1.png': tinyPng }, body: pictureRun('r:embed="p"') + pictureRun('r:embed="p"') }));
    expect(read.images).toEqual([{ name: 'picture-1', mediaType: 'image/png', bytes: tinyPng }]);
    expect(read.html).toBe('<p><img src="image:picture-1" alt="大厅照片"></p>'.repeat(2));
    const hash = 'ab'.repeat(32);
    const placed = placeImages(read.html, new Map([['picture-1', hash]]));
    expect(placed).toBe(`<p><img src="file:${hash}" alt="大厅照片"></p>`.repeat(2));
    expect(sanitiseHtml(placed)).toEqual({ html: placed, removed: [] });
    expect(placeImages(read.html, new Map())).toBe('');
  });

  test('of other formats go with a warning', async () => {
    const read = await readDocx(docxFile({ relationships: internal('p', 'image', 'media/image1.png'), others: { 'word/media/image1.png': '<svg xmlns="http://www.w3.org/2000/svg"/>' }, body: paragraph('文') + pictureRun('r:embed="p"') }));
    expect([read.html, codes(read)]).toEqual(['<p>文</p>', ['picture_unsupported']]);
  });
});

describe('what leads out of the document', () => {
  test('is not fetched and goes with a warning', async () => {
    const relationships = external('i', 'image', 'http://127.0.0.1:9/x.png') + external('f', 'image', 'file:///etc/hostname') + external('t', 'attachedTemplate', 'https://bad.example/t.dotm');
    const read = await readDocx(docxFile({ relationships, body: paragraph('文') + pictureRun('r:link="i"') + pictureRun('r:embed="f"') + pictureRun('r:embed="none"') + '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="i"/></v:shape></w:pict></w:r></w:p>' }));
    expect([read.html, read.images, codes(read)]).toEqual(['<p>文</p>', [], ['external_reference_removed']]);
  });

  test('links stay when they may', async () => {
    const link = (id: string): string => `<w:p><w:hyperlink r:id="${id}"><w:r><w:t>网</w:t></w:r></w:hyperlink></w:p>`;
    const field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "javascript:alert(1)"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>点</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    const read = await readDocx(docxFile({ relationships: external('a', 'hyperlink', 'https://yunxiu.example/') + external('b', 'hyperlink', 'javascript:alert(1)'), body: link('a') + link('b') + field }));
    expect([read.html, codes(read)]).toEqual(['<p><a href="https://yunxiu.example/" rel="noopener">网</a></p><p>网</p><p>点</p>', ['link_removed']]);
  });
});

test('what was deleted, remarked or embedded does not come through', async () => {
  const body = '<w:p><w:r><w:t>留</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>见</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:r><w:commentReference w:id="1"/></w:r><w:r><w:object><o:OLEObject r:id="x"/></w:object></w:r></w:p>';
  const read = await readDocx(docxFile({ body }));
  expect(read.html).toBe('<p>留见增</p>');
  expect(codes(read)).toEqual(['tracked_changes_accepted', 'hidden_text_removed', 'comments_removed', 'embedded_object_removed']);
});

test('markup written as text stays text', async () => {
  expect((await readDocx(docxFile({ body: paragraph('<script>alert(1)</script> & "') }))).html).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;</p>');
});

describe('time and memory', () => {
  const long = Array.from({ length: 6_000 }, (_, index) => paragraph(`第${index}条 办理事项的单位应当在受理之日起五个工作日内答复，编号${(index * 7_919) % 10_007}，${'材料齐全的当场办结'.repeat(index % 7)}。`, { font: '仿宋' })).join('');

  test('a long document leaves other work its turn', async () => {
    const file = docxFile({ body: long });
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const outcome = await readDocx(file).then(({ html }) => html.length, (error: { code: string }) => error.code);
    clearInterval(timer);
    expect(outcome).toBeGreaterThan(300_000);
    // Were it read in one go, there would be none.
    expect(turns).toBeGreaterThan(10);
  });

  test('the converter is stopped when it takes too much of either', async () => {
    const parts = { 'word/document.xml': documentOf(long) };
    await expect(convertParts(parts, { milliseconds: 30, megabytes: 256 })).rejects.toMatchObject({ code: 'docx_too_complex' });
    await expect(convertParts(parts, { milliseconds: 20_000, megabytes: 12 })).rejects.toMatchObject({ code: 'docx_too_complex' });
  });
});
