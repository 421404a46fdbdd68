import { blocksOf, type TableBlock } from '../textBlocks/blocks';
import type { Element, Node } from '../textBlocks/parse';
import { BlockView, type Reading } from './BlockView';

const isElement = (node: Node): node is Element => typeof node !== 'string';
const span = (cell: Element, name: 'colspan' | 'rowspan'): number => Number(cell.attributes[name] ?? 1);

const Row = ({ row, isHead, reading }: { row: Element; isHead: boolean; reading: Reading }) => (
  <tr>
    {row.children.filter(isElement).map((cell, index) => {
      const words = blocksOf(cell.children).map((block, at) => <BlockView key={at} block={block} reading={reading} />);
      const spans = { colSpan: span(cell, 'colspan'), rowSpan: span(cell, 'rowspan') };
      return cell.tag === 'th' ? (
        <th key={index} className="rich-th" {...spans} {...(isHead ? { scope: 'col' } : {})}>
          {words}
        </th>
      ) : (
        <td key={index} className="rich-td" {...spans}>
          {words}
        </td>
      );
    })}
  </tr>
);

/** A table in the browser. A wide one is moved sideways within its box, also by keyboard; its words do not shrink. */
export const GridTable = ({ block: { head, rows, isContinued }, reading }: { block: TableBlock; reading: Reading }) => (
  <div className="rich-table">
    <div className="hint rich-table-hint">{isContinued ? '续上表' : '表格太宽时，可以左右滑动'}</div>
    <div className="rich-table-box" role="region" aria-label="表格" tabIndex={0}>
      <table className="rich-grid">
        {head.length === 0 ? null : (
          <thead>
            {head.map((row, index) => (
              <Row key={index} row={row} isHead reading={reading} />
            ))}
          </thead>
        )}
        <tbody>
          {rows.map((row, index) => (
            <Row key={index} row={row} isHead={false} reading={reading} />
          ))}
        </tbody>
      </table>
    </div>
  </div>
);
