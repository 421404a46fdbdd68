import { parseHtml, type RawElement, type RawNode } from '../../richText/rawHtml';
import { toPlainText } from '../../richText/plainText';
import type { Check } from './checkContent';
import { advice } from './finding';

/** More than this and a phone shows a cell of two characters a line. */
const widestTable = 4;
/** Less text than this beside a picture says nothing by itself. */
const fewestCharacters = 30;

function elementsIn(html: string): RawElement[] {
  const all: RawElement[] = [];
  const visit = (node: RawNode): void => {
    if (typeof node === 'string') return;
    all.push(node);
    node.children.forEach(visit);
  };
  parseHtml(html).root.children.forEach(visit);
  return all;
}

const columnsOf = (row: RawElement): number =>
  row.children.reduce((sum, cell) => sum + (typeof cell === 'string' || (cell.name !== 'td' && cell.name !== 'th') ? 0 : Number(cell.attributes['colspan'] ?? 1)), 0);

/** What is hard to read on a phone, or for people who do not see it. */
export const checkShape: Check = ({ body }) => {
  const elements = elementsIn(body);
  const pictures = elements.filter(({ name }) => name === 'img');
  const findings = [];
  const undescribed = pictures.filter(({ attributes }) => (attributes['alt'] ?? '').trim() === '').length;
  if (undescribed > 0) findings.push(advice('picture_undescribed', 'body', `有 ${undescribed} 张图片没有说明，看不见图片的人不知道是什么。请给图片写一句说明。`));
  const widest = Math.max(0, ...elements.filter(({ name }) => name === 'tr').map(columnsOf));
  if (widest > widestTable) findings.push(advice('table_wide', 'body', `有 ${widest} 列的表格，手机上要左右拖动才能看全。建议拆成几个小表格，或改成附件。`));
  const text = toPlainText(body.replace(/<img\b[^>]*>/gu, ''));
  if (pictures.length > 0 && [...text].length < fewestCharacters) findings.push(advice('only_picture', 'body', '正文几乎只有图片，搜不到也读不出来。请把图片里的文字写成正文。'));
  return findings;
};
