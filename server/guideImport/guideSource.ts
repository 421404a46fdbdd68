import type { SheetKey } from './columns/sheets';

/** One value as the file has it, before anybody asked what it means. */
export type Cell =
  | { kind: 'empty' }
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number }
  /** A spreadsheet cell formatted as a date; `text` is ISO 8601. */
  | { kind: 'date'; text: string }
  /** A list, an object or a truth value of a JSON file. */
  | { kind: 'json'; value: unknown }
  | { kind: 'unreadable'; reason: string };

export const emptyCell: Cell = { kind: 'empty' };

export function textCell(text: string): Cell {
  return text.trim() === '' ? emptyCell : { kind: 'text', text };
}

/** A value of a JSON file. */
export function jsonCell(value: unknown): Cell {
  if (value === null || value === undefined) return emptyCell;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return { kind: 'number', value };
  return { kind: 'json', value };
}

/** A cell as text, for headings and for giving rejected rows back. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
    case 'unreadable':
      return '';
    case 'text':
    case 'date':
      return cell.text;
    case 'number':
      return String(cell.value);
    case 'json':
      return JSON.stringify(cell.value);
  }
}

/** A row of a sheet before validation. */
export interface SourceRow {
  /** What the person sees: the row number of the spreadsheet, or the position in the JSON array, from 1. */
  number: number;
  /** By the name of the column; one that is absent leaves what is stored as it is, an empty one clears it. */
  cells: ReadonlyMap<string, Cell>;
  /** The whole row is wrong, whatever its cells say. */
  problem?: string;
  /** The row as it stood under `OpenedTable.headers`. */
  original(): string[];
}

/** A sheet (or a list) opened for one reading. */
export interface OpenedTable {
  sheet: SheetKey;
  /** Set where a file has several, so that errors say in which they are. */
  sheetName?: string;
  headers: readonly string[];
  /** The heading that the file uses for a column. */
  headerOf(column: string): string;
  /** Headings that mean nothing to us; complete once `rows` is read to its end. */
  unknownHeaders: ReadonlySet<string>;
  /** Blank rows and titles across the sheet are left out. */
  rows: AsyncIterable<SourceRow>;
}

/** A file opened for one reading. */
export interface OpenedSource {
  /** To be read one after the other. */
  tables: readonly OpenedTable[];
  /** What else the person should know, in Chinese. */
  notes: readonly string[];
  close(): Promise<void>;
}

/** Where guides come from; can be opened several times and gives the same rows each time. */
export interface GuideSource {
  /** 行 for a table, 条 for a list. */
  rowWord: string;
  /** @throws GuideFileError when the file as a whole cannot be read; so may the rows. */
  open(): Promise<OpenedSource>;
}

/** A file that is one table. */
export function singleTable(table: OpenedTable, notes: readonly string[] = []): OpenedSource {
  return {
    tables: [table],
    notes,
    close: async () => {
      await table.rows[Symbol.asyncIterator]().return?.();
    },
  };
}
