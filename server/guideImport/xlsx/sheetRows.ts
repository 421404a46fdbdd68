import type { Readable } from 'node:stream';
import { GuideFileError } from '../guideFileError';
import { emptyCell, type Cell } from '../guideSource';
import type { TableRow } from '../guideTable';
import { readCell, type CellContext } from './cellText';
import { columnIndex } from './mergedRanges';
import { readXml } from './readXml';

/** The limits of the format itself. */
const mostColumns = 16_384;
const longestCell = 1_000_000;

/** The rows of a sheet that have any cell, as they come out of the file. */
export async function* readSheetRows(sheet: Readable, context: CellContext): AsyncGenerator<TableRow> {
  const reader = new SheetReader(context);
  for await (const _ of readXml(sheet, reader)) {
    yield* reader.rows;
    reader.rows = [];
  }
}

class SheetReader {
  rows: TableRow[] = [];
  private row = 0;
  private cells: Cell[] = [];
  private column = -1;
  private type = 'n';
  private style = 0;
  private value: string | undefined;
  private inlineText: string | undefined;
  private hasFormula = false;
  private inside: 'value' | 'inline' | undefined;
  private inPhonetic = false;

  constructor(private readonly context: CellContext) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        this.row = Number(attributes['r'] ?? this.row + 1);
        this.cells = [];
        this.column = -1;
        break;
      case 'c': {
        const letters = /^[A-Z]+/u.exec(attributes['r'] ?? '')?.[0];
        this.column = letters === undefined ? this.column + 1 : columnIndex(letters);
        if (this.column >= mostColumns) throw new GuideFileError(`Excel 第 ${this.row} 行的列多得不正常，已停止读取。`);
        this.type = attributes['t'] ?? 'n';
        this.style = Number(attributes['s'] ?? 0);
        this.value = undefined;
        this.inlineText = undefined;
        this.hasFormula = false;
        break;
      }
      case 'f':
        this.hasFormula = true;
        break;
      case 'v':
        this.inside = 'value';
        break;
      case 't':
        this.inside = this.inPhonetic ? undefined : 'inline';
        break;
      case 'rPh':
        this.inPhonetic = true;
        break;
    }
  }

  text(text: string): void {
    if (this.inside === 'value') this.value = this.join(this.value, text);
    if (this.inside === 'inline') this.inlineText = this.join(this.inlineText, text);
  }

  close(name: string): void {
    this.inside = undefined;
    if (name === 'rPh') this.inPhonetic = false;
    if (name === 'c') {
      const cell = readCell({ type: this.type, style: this.style, value: this.value, inlineText: this.inlineText, hasFormula: this.hasFormula }, this.context);
      if (cell.kind === 'empty') return;
      while (this.cells.length < this.column) this.cells.push(emptyCell);
      this.cells[this.column] = cell;
    }
    if (name === 'row') this.rows.push({ number: this.row, cells: this.cells });
  }

  private join(before: string | undefined, text: string): string {
    const joined = (before ?? '') + text;
    if (joined.length > longestCell) throw new GuideFileError(`Excel 第 ${this.row} 行有一格内容长得不正常，已停止读取。`);
    return joined;
  }
}
