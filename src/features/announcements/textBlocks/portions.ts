import { fitting } from '../../../components/portions';
import type { Block } from './blocks';
import { bytesOf, linkBytes, tableBytes } from './cut';

/** More short lines than this do not stand in one portion. */
const mostBlocks = process.env.TARO_ENV === 'h5' ? Infinity : 100;

/** As measured on Taro's JSON: an element with its class and place, a text, and what a picture adds. */
const elementBytes = 75;
const pictureBytes = 420;

/** About how many bytes a block sends to the page in WeChat. */
export const sizeOf = (block: Block): number => {
  switch (block.kind) {
    case 'text':
      return 3 * elementBytes + block.leaves.reduce((sum, { text, marks, href }) => sum + 2 * elementBytes + bytesOf(text) + (marks.length > 0 ? 20 : 0) + (href === null ? 0 : linkBytes), 0);
    case 'picture':
      return pictureBytes;
    case 'table':
      return 6 * elementBytes + tableBytes(block);
  }
};

/** After how many blocks each portion ends: the first one, and one more at each press. Worked out once a text. */
export const portionEnds = (blocks: readonly Block[], budgets: { first: number; more: number }): number[] => {
  const ends: number[] = [];
  for (let end = 0; end < blocks.length; ) {
    end += fitting(blocks.slice(end, end + mostBlocks), ends.length === 0 ? budgets.first : budgets.more, sizeOf);
    ends.push(end);
  }
  return ends;
};
