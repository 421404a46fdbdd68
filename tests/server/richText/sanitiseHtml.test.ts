import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { RichTextError } from '../../../server/richText/richTextError';
import { sanitiseHtml } from '../../../server/richText/sanitiseHtml';
import { htmlSoup } from './htmlArbitrary';
import { xssVectors } from './xssVectors';

const picture = `file:${'0a'.repeat(32)}`;
const clean = (html: string): string => sanitiseHtml(html).html;

const attributesOf: Record<string, RegExp> = {
  a: /^( href="(https:\/\/|mailto:|tel:)[^"<>]*" rel="noopener")$/i,
  img: /^ src="file:[0-9a-f]{64}" alt="[^"<>]*"$/,
  td: /^( colspan="([2-9]|[1-4]\d|50)")?( rowspan="([2-9]|[1-4]\d|50)")?$/,
  th: /^( colspan="([2-9]|[1-4]\d|50)")?( rowspan="([2-9]|[1-4]\d|50)")?$/,
};
const allowed = /^(p|h2|h3|h4|ul|ol|li|table|thead|tbody|tr|th|td|strong|em|u|br|a|img|blockquote)$/;

/** Read by a grammar of its own, not by the parser that the sanitiser uses. */
function offences(html: string): string[] {
  const found: string[] = [];
  const rest = html.replace(/<(\/?)([a-z0-9]+)((?: [a-z]+="[^"]*")*)>/g, (_tag, slash: string, name: string, attributes: string) => {
    const expected = slash === '/' ? /^$/ : (attributesOf[name] ?? /^$/);
    if (!allowed.test(name) || !expected.test(attributes)) found.push(`${slash}${name}${attributes}`);
    return '';
  });
  if (/[<>]/.test(rest)) found.push(rest);
  return found;
}

describe('what is allowed', () => {
  test('stays as it is', () => {
    const html =
      `<h2>一、对象</h2><h3>（一）范围</h3><h4>1.</h4><p>文<strong>粗<em>斜</em></strong><u>线</u><br>行</p><ul><li>甲<ul><li>乙</li></ul></li></ul><ol><li>一</li></ol>` +
      `<table><thead><tr><th colspan="2">表头</th></tr></thead><tbody><tr><td rowspan="50">格</td><td></td></tr></tbody></table>` +
      `<p><a href="https://yunxiu.example/" rel="noopener">网</a><a href="mailto:a@yunxiu.example" rel="noopener">信</a><a href="tel:0000-12345601" rel="noopener">话</a></p><p><img src="${picture}" alt="图"></p><blockquote><p>引</p></blockquote>`;
    expect(sanitiseHtml(html)).toEqual({ html, removed: [] });
  });

  test('is made of its relatives', () => {
    expect(clean('<h1>大</h1><h6>小</h6><b>粗</b><i>斜</i><div>段</div>散')).toBe('<h2>大</h2><h4>小</h4><p><strong>粗</strong><em>斜</em></p><p>段</p><p>散</p>');
    expect(clean('<strong>前<p>段</p>后</strong>')).toBe('<p><strong>前</strong></p><p><strong>段</strong></p><p><strong>后</strong></p>');
    expect(clean('甲<br><br>乙<br>丙<br>')).toBe('<p>甲</p><p>乙<br>丙</p>');
  });

  test('keeps the numbers that people see', () => {
    expect(clean('<ol start="3"><li>丙</li><li>丁</li></ol>')).toBe('<p>3. 丙</p><p>4. 丁</p>');
    expect(clean('<ol type="A"><li>甲</li><li value="4">丁</li></ol>')).toBe('<p>A. 甲</p><p>D. 丁</p>');
    expect(clean('<ol reversed><li>乙</li><li>甲</li></ol>')).toBe('<p>2. 乙</p><p>1. 甲</p>');
    expect(clean('<ol style="list-style-type:cjk-ideographic"><li>甲</li></ol>')).toBe('<p>一、甲</p>');
  });

  test('limits merged cells', () => {
    expect(clean('<table><tr><td colspan=9999 rowspan="0">格</td></tr></table>')).toBe('<table><tbody><tr><td colspan="50">格</td></tr></tbody></table>');
  });
});

describe('what is not allowed', () => {
  test.each(xssVectors)('%s', (vector) => {
    for (const html of [vector, `<p>前${vector}后</p>`, `<table><tr><td>${vector}</td></tr></table>`, `<a href="https://a.example">${vector}`]) {
      const once = clean(html);
      expect(offences(once)).toEqual([]);
      expect(clean(once)).toBe(once);
    }
  });

  test('is reported by kind', () => {
    const removedFrom = (html: string): string[] => sanitiseHtml(html).removed;
    expect(removedFrom('<script>1</script>')).toEqual(['script']);
    expect(removedFrom('<iframe></iframe>')).toEqual(['embedded']);
    expect(removedFrom('<form><input></form>')).toEqual(['control']);
    expect(removedFrom('<p onclick=x>文</p>')).toEqual(['event_handler']);
    expect(removedFrom('<a href="http://a.example">文</a>')).toEqual(['link']);
    expect(removedFrom('<img src="https://a.example/a.png">')).toEqual(['picture']);
    expect(removedFrom('<!-- x -->')).toEqual(['comment']);
    expect(removedFrom('<span style="display: none">x</span>')).toEqual(['hidden']);
    expect(removedFrom('<blink>文</blink>')).toEqual(['unknown_tag']);
  });

  test('leaves the text of unknown elements and of refused links', () => {
    expect(clean('<blink>文</blink><a href="javascript:x">字</a>')).toBe('<p>文字</p>');
  });
});

describe('paste clutter', () => {
  test('of Word becomes clean text', () => {
    const pasted = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style><!-- p.MsoNormal {mso-style-name:x} --></style><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment--><p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'><b><span style='font-size:22.0pt;font-family:方正小标宋简体'>关于开展集市
整治的通知<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312'>\u3000\u3000请各单位<span lang=EN-US>&nbsp;&nbsp;&nbsp; </span>于<span lang=EN-US>11</span>月前完成。<o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>带身份证<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`;
    expect(clean(pasted)).toBe('<p><strong>关于开展集市整治的通知</strong></p><p>请各单位 于11月前完成。</p><p>• 带身份证</p>');
  });

  test('of WPS becomes clean text', () => {
    expect(clean('<p style="text-indent:2em"><font face="仿宋" color="#000">　　甲<font size=3>乙</font></font><span></span></p><p>&nbsp;</p><p><span>\u3000</span><br/></p>')).toBe('<p>甲乙</p>');
  });

  test('full-width spaces go from the beginning of paragraphs only', () => {
    expect(clean('<p>　　第一条　内容</p><p>甲<br>　　乙　</p>')).toBe('<p>第一条　内容</p><p>甲<br>乙</p>');
  });
});

describe('bounds', () => {
  const codeOf = (html: string): string => {
    try {
      sanitiseHtml(html);
    } catch (error) {
      if (error instanceof RichTextError) return error.code;
      throw error;
    }
    return 'taken';
  };

  test('length, of what comes in and of what would come out', () => {
    expect(codeOf('a'.repeat(500_001))).toBe('html_too_long');
    expect(codeOf('&'.repeat(400_000))).toBe('html_too_long');
    expect(codeOf('a'.repeat(400_000))).toBe('taken');
  });

  test('nesting', () => {
    const nested = (depth: number): string => `${'<blockquote>'.repeat(depth)}文${'</blockquote>'.repeat(depth)}`;
    expect(codeOf(nested(49))).toBe('taken');
    expect(codeOf(nested(50))).toBe('html_too_deep');
    expect(codeOf(nested(10_000))).toBe('html_too_deep');
    expect(codeOf('<font>'.repeat(80_000))).toBe('html_too_deep');
  });

  test.each([
    ['blanks', ' '.repeat(499_000)],
    ['full-width spaces', `文${'\u3000'.repeat(490_000)}文`],
    ['closing tags', '</b>'.repeat(120_000)],
    ['breaks', '<br>'.repeat(120_000)],
    ['alternating marks', '<b>a</b>a'.repeat(50_000)],
    ['blank leaves', '<b> </b><i> </i>'.repeat(30_000)],
    ['open brackets', '<'.repeat(100_000)],
    ['an attribute without end', `<a href="${' '.repeat(490_000)}`],
    ['ampersands', '&a'.repeat(100_000)],
    ['a long style', `<p style="${'display '.repeat(60_000)}">文</p>`],
  ])('%s in such numbers get an answer', (_kind, html) => {
    expect(codeOf(html)).toMatch(/^(taken|html_too_deep|html_too_long)$/);
  });
});

describe('whatever is written', () => {
  test('nothing but the whitelist comes out, and it comes out the same again', () => {
    fc.assert(
      fc.property(htmlSoup, (html) => {
        const once = sanitiseHtml(html).html;
        expect(offences(once)).toEqual([]);
        expect(sanitiseHtml(once)).toEqual({ html: once, removed: [] });
      }),
      { numRuns: 2_000 },
    );
  });

  test('what comes out is balanced', () => {
    fc.assert(
      fc.property(htmlSoup, (html) => {
        let implied = 0;
        const parser = new Parser({ onclosetag: () => undefined, onopentag: () => undefined, oncomment: () => (implied += 1) });
        parser.end(clean(html));
        expect(implied).toBe(0);
        const open: string[] = [];
        for (const [, slash, name] of clean(html).matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
          if (slash === '/') expect(open.pop()).toBe(name);
          else if (name !== undefined && name !== 'br' && name !== 'img') open.push(name);
        }
        expect(open).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
