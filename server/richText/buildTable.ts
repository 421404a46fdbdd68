import { addNodes, buildBlocks, isDropped, type BuildRules } from './buildBlocks';
import type { Flow } from './flow';
import type { RawElement, RawNode } from './rawHtml';
import type { Cell, Table } from './richText';
import { spanOf } from './whitelist';

/** Rows and cells; what stands in a table but in no cell comes in front of it, as in a browser. */
export function buildTable(element: RawElement, flow: Flow, rules: BuildRules): void {
  const table: Table = { type: 'table', head: [], body: [] };
  const strays: RawNode[] = [];
  readRows(element, table, 'body', strays, rules);
  flow.within('p', () => addNodes(strays, flow, { marks: new Set(), link: undefined }, rules));
  if (table.head.length + table.body.length > 0) flow.addBlock(table);
}

function readRows(element: RawElement, table: Table, part: 'head' | 'body', strays: RawNode[], rules: BuildRules): void {
  for (const child of element.children) {
    if (typeof child === 'string') strays.push(child);
    else if (/^(thead|tbody|tfoot)$/.test(child.name)) {
      if (!isDropped(child, rules)) readRows(child, table, child.name === 'thead' ? 'head' : 'body', strays, rules);
    } else if (child.name === 'tr') {
      if (isDropped(child, rules)) continue;
      const cells = readCells(child, strays, rules);
      if (cells.length > 0) table[part].push(cells);
    } else if (!/^col(group)?$/.test(child.name)) strays.push(child);
  }
}

function readCells({ children }: RawElement, strays: RawNode[], rules: BuildRules): Cell[] {
  const cells: Cell[] = [];
  for (const child of children) {
    if (typeof child === 'string' || (child.name !== 'td' && child.name !== 'th')) strays.push(child);
    else if (!isDropped(child, rules)) {
      cells.push({ tag: child.name, columns: spanOf(child.attributes.colspan), rows: spanOf(child.attributes.rowspan), blocks: buildBlocks(child.children, rules) });
    }
  }
  return cells;
}
