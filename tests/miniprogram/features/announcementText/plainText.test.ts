import fc from 'fast-check';
import { sanitiseHtml } from '../../../../server/richText/sanitiseHtml';
import { plainTextOf, readBlocks, turnedInto, typedOver, writeBlocks } from '../../../../src/features/staff/announcements/plainText/plainBlocks';
import { htmlSoup } from '../../../server/richText/htmlArbitrary';
import { wellMadeHtml } from './wellMadeHtml';

const throughFields = (html: string): string => sanitiseHtml(writeBlocks(readBlocks(html))).html;
const table = '<table><thead><tr><th>镇</th><th colspan="2">时间</th></tr></thead><tbody><tr><td>云溪镇</td><td></td><td>上午</td></tr></tbody></table>';

test('any rich text that nobody types in comes out of the plain editor unchanged', () => {
  fc.assert(
    fc.property(fc.oneof(wellMadeHtml, htmlSoup), (made) => {
      const { html } = sanitiseHtml(made);
      expect(throughFields(html)).toBe(html);
    }),
    { numRuns: 300 },
  );
});

test('typing in one paragraph leaves tables, pictures and the bold words of its neighbours alone', () => {
  const html = `<h2>一、时间</h2><p>自<strong>12月1日</strong>起，见<a href="https://gov.example/" rel="noopener">官网</a>。</p>${table}<p>结尾</p>`;
  const blocks = readBlocks(html).map((block) => (block.type !== 'kept' && plainTextOf(block).startsWith('自') ? typedOver(typedOver(block, '自12月11日起，见官网。'), '自12月11日起施行，见官网。') : block));
  expect(writeBlocks(blocks)).toBe(html.replace('12月1日</strong>起', '12月11日</strong>起施行'));
});

test('what is typed inside bold words is bold, and what is typed after a link is no link', () => {
  const [block] = readBlocks('<p><strong>必须</strong>看<a href="https://gov.example/" rel="noopener">通知</a></p>');
  if (block === undefined || block.type === 'kept') throw new Error('a paragraph was expected');
  expect(writeBlocks([typedOver(typedOver(block, '必要须看通知'), '必要须看通知全文')])).toBe('<p><strong>必要须</strong>看<a href="https://gov.example/" rel="noopener">通知</a>全文</p>');
});

test('every line of a list field is an item, and a paragraph can become a heading or a list', () => {
  const [list, paragraph] = readBlocks('<ol><li>甲</li><li><em>乙</em></li></ol><p>丙</p>');
  if (list === undefined || list.type === 'kept' || paragraph === undefined || paragraph.type === 'kept') throw new Error('text was expected');
  expect(writeBlocks([typedOver(list, '甲\n甲二\n\n乙'), turnedInto(paragraph, 'h3'), turnedInto(paragraph, 'ul')])).toBe('<ol><li>甲</li><li>甲二</li><li><em>乙</em></li></ol><h3>丙</h3><ul><li>丙</li></ul>');
});

test('what cannot be typed in says what it is', () => {
  const picture = `<p><img src="file:${'0a'.repeat(32)}" alt="大厅"></p>`;
  expect(readBlocks(`${table}${picture}<blockquote><p>引文</p></blockquote>`)).toMatchObject([
    { type: 'kept', name: '表格', words: '镇 时间 云溪镇 上午' },
    { type: 'kept', name: '图片', words: '大厅' },
    { type: 'kept', name: '引用', words: '引文' },
  ]);
});
