import { fitting } from '../../../components/portions';
import type { Block } from './blocks';
import { bytesOf } from './cut';
import { linksOf, tableHtml } from './tableHtml';

/** As measured on Taro's JSON: an element with its class and place, a text, and what a link or picture adds. */
const elementBytes = 75;
const linkBytes = 260;
const pictureBytes = 420;

/** About how many bytes a block sends to the page in WeChat. */
export const sizeOf = (block: Block): number => {
  switch (block.kind) {
    case 'text':
      return 3 * elementBytes + block.leaves.reduce((sum, { text, marks, href }) => sum + 2 * elementBytes + bytesOf(text) + (marks.length > 0 ? 20 : 0) + (href === null ? 0 : linkBytes), 0);
    case 'picture':
      return pictureBytes;
    case 'table':
      // In JSON every quotation mark takes two.
      return 6 * elementBytes + bytesOf(tableHtml(block, (hash) => hash)) * 1.15 + linksOf(block).length * linkBytes;
  }
};

/** How many blocks stand there after so many presses. */
export const shownCount = (blocks: readonly Block[], budgets: { first: number; more: number }, presses: number): number => {
  let count = 0;
  for (let portion = 0; portion <= presses && count < blocks.length; portion += 1) count += fitting(blocks.slice(count), portion === 0 ? budgets.first : budgets.more, sizeOf);
  return count;
};
