import type { GuideField } from './guideColumns';

/** One value as the file has it, before anybody asked what it means. */
export type Cell =
  | { kind: 'empty' }
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number }
  /** A spreadsheet cell formatted as a date; `text` is ISO 8601. */
  | { kind: 'date'; text: string }
  /** A list or an object of a JSON file. */
  | { kind: 'json'; value: unknown }
  | { kind: 'unreadable'; reason: string };

export const emptyCell: Cell = { kind: 'empty' };

export function textCell(text: string): Cell {
  return text.trim() === '' ? emptyCell : { kind: 'text', text };
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

/** A guide's row before validation. */
export interface SourceRow {
  /** What the person sees: the row number of the spreadsheet, or the position in the JSON array, from 1. */
  number: number;
  /** Fields that the row carries; one that is absent leaves what is stored as it is, an empty one clears it. */
  cells: ReadonlyMap<GuideField, Cell>;
  /** The whole row is wrong, whatever its cells say. */
  problem?: string;
  /** The row as it stood under `OpenedGuides.headers`. */
  original(): string[];
}

/** A file (or list) opened for one reading. */
export interface OpenedGuides {
  headers: readonly string[];
  /** The heading that the file uses for a field. */
  headerOf(field: GuideField): string;
  /** Headings that mean nothing to us; complete once `rows` is read to its end. */
  unknownHeaders: ReadonlySet<string>;
  /** What else the person should know, in Chinese; complete once `rows` is read to its end. */
  notes: readonly string[];
  /** Blank rows and titles across the sheet are left out. */
  rows: AsyncIterable<SourceRow>;
}

/** Where guides come from; can be opened several times and gives the same rows each time. */
export interface GuideSource {
  /** 行 for a table, 条 for a list. */
  rowWord: string;
  /** @throws GuideFileError when the file as a whole cannot be read; so may `rows`. */
  open(): Promise<OpenedGuides>;
}
