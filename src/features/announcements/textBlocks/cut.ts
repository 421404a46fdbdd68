import type { Block, Leaf, TableBlock, TextBlock } from './blocks';
import type { Element } from './parse';
import { linksOf, tableHtml } from './tableHtml';

/** So much of a paragraph or table may stand in one piece, in bytes. */
const largestPiece = 6_000;

/** About how many bytes a text takes on its way: Chinese takes three. */
export const bytesOf = (text: string): number => {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) bytes += text.charCodeAt(at) < 0x80 ? 1 : 3;
  return bytes;
};

/** What a link adds to a text. */
export const linkBytes = 260;

/** In JSON every quotation mark takes two; links stand below the table once more. */
export const tableBytes = (block: TableBlock): number => bytesOf(tableHtml(block, (hash) => hash)) * 1.15 + linksOf(block).length * (linkBytes + 150);

/** Cuts what would be too much for one portion, at the end of a sentence or between rows. */
export const cut = (blocks: readonly Block[]): Block[] =>
  // A browser takes a whole table in one piece, and it reads better so.
  process.env.TARO_ENV === 'h5' ? [...blocks] : blocks.flatMap((block): Block[] => (block.kind === 'text' ? cutText(block) : block.kind === 'table' ? cutTable(block) : [block]));

function cutText(block: TextBlock): TextBlock[] {
  const pieces: Leaf[][] = [[]];
  let room = largestPiece;
  for (const leaf of block.leaves.flatMap(cutLeaf)) {
    const size = bytesOf(leaf.text);
    if (size > room && pieces.at(-1)?.length !== 0) {
      pieces.push([]);
      room = largestPiece;
    }
    pieces.at(-1)?.push(leaf);
    room -= size;
  }
  return pieces.map((leaves, index) => (index === 0 ? { ...block, leaves } : { ...block, marker: null, isContinued: true, leaves }));
}

function cutLeaf(leaf: Leaf): Leaf[] {
  const most = largestPiece / 3;
  const found: Leaf[] = [];
  let rest = leaf.text;
  while (rest.length > most) {
    const sentence = Math.max(...['。', '；', '\n'].map((end) => rest.lastIndexOf(end, most - 1))) + 1;
    const torn = /[\uD800-\uDBFF]/.test(rest.charAt(most - 1)) ? 1 : 0;
    const end = sentence > most / 2 ? sentence : most + torn;
    found.push({ ...leaf, text: rest.slice(0, end) });
    rest = rest.slice(end);
  }
  return [...found, { ...leaf, text: rest }];
}

/** Never through cells that reach over several rows. */
function cutTable(block: TableBlock): TableBlock[] {
  const pieces: Element[][] = [[]];
  let size = 0;
  let reach = 0;
  for (const row of block.rows) {
    const rowSize = tableBytes({ ...block, head: [], rows: [row] });
    if (reach <= 0 && size + rowSize > largestPiece && pieces.at(-1)?.length !== 0) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(row);
    size += rowSize;
    reach = Math.max(reach, ...row.children.map((cell) => (typeof cell === 'string' ? 1 : Number(cell.attributes['rowspan'] ?? 1)))) - 1;
  }
  return pieces.map((rows, index) => ({ ...block, rows, isContinued: index > 0 }));
}
