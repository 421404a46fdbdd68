import fc from 'fast-check';
import { toPlainText, wordCount } from '../../../server/richText/plainText';
import { sanitiseHtml } from '../../../server/richText/sanitiseHtml';
import { htmlSoup } from './htmlArbitrary';

test('a line a paragraph, item and row', () => {
  const html = '<h2>一、对象</h2><p>老<strong>年</strong>人<br>第二行 &lt;b&gt;</p><ul><li>甲</li><li>乙</li></ul><table><tbody><tr><td>姓名</td><td>电话</td></tr></tbody></table><p><img src="file:0" alt="大厅照片"></p>';
  expect(toPlainText(html)).toBe('一、对象\n老年人\n第二行 <b>\n甲\n乙\n姓名 电话\n大厅照片');
});

test.each([
  ['<p>二〇二六年，共12个窗口。</p>', 10],
  ['<p>Hello world 你好</p>', 4],
  ['<p>电话 0000-12345601</p>', 3],
  ['<p></p>', 0],
  ['<p>𠮷野家</p>', 3],
])('%s has %d words', (html, count) => {
  expect(wordCount(html)).toBe(count);
});

test('no letter of the sanitised text is lost, and no tag comes through', () => {
  fc.assert(
    fc.property(htmlSoup, (soup) => {
      const { html } = sanitiseHtml(soup);
      const letters = html.replace(/<img [^>]*>/g, '').replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
      const plain = toPlainText(html.replace(/<img [^>]*>/g, ''));
      expect(plain.replace(/[ \n]/g, '')).toBe(letters.replaceAll(' ', ''));
    }),
    { numRuns: 500 },
  );
});
