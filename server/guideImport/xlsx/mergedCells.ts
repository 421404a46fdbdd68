import { emptyCell, type Cell } from '../guideSource';
import type { TableRow } from '../guideTable';
import type { MergedRange } from './mergedRanges';

/** Columns of one range that are filled from its first cell; a title may be merged over the whole sheet. */
const widestRange = 100;

/** Gives every row of a vertically merged cell the value that people see there; calls must come in the order of rows. */
export class MergedCells {
  private next = 0;
  private active: { range: MergedRange; value: Cell }[] = [];

  constructor(private readonly ranges: readonly MergedRange[]) {}

  apply(row: TableRow): TableRow {
    this.active = this.active.filter(({ range }) => range.lastRow >= row.number);
    for (let range = this.ranges[this.next]; range !== undefined && range.firstRow <= row.number; range = this.ranges[this.next]) {
      this.next += 1;
      if (range.lastRow >= row.number) this.active.push({ range, value: row.number === range.firstRow ? (row.cells[range.firstColumn] ?? emptyCell) : emptyCell });
    }
    if (this.active.length === 0) return row;
    if (this.isTitle(row)) return { ...row, isTitle: true };
    const cells = [...row.cells];
    for (const { range, value } of this.active) {
      // Across columns a merged cell means nothing for the columns it covers; down the rows it means the same for each.
      if (range.lastRow === range.firstRow || range.lastColumn - range.firstColumn > widestRange) continue;
      while (cells.length <= range.firstColumn) cells.push(emptyCell);
      cells[range.firstColumn] = value;
    }
    return { ...row, cells };
  }

  /** All that the row shows is one cell that reaches over several columns. */
  private isTitle(row: TableRow): boolean {
    const filled = row.cells.flatMap((cell, index) => (cell.kind === 'empty' ? [] : [index]));
    const wide = this.active.filter(({ range }) => range.lastColumn > range.firstColumn);
    if (wide.length === 0) return false;
    return filled.every((index) => wide.some(({ range }) => range.firstColumn === index)) && filled.length <= 1;
  }
}
