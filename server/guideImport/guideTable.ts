import { guideFieldLabels } from '../guideFields/labels';
import { columnOfHeader } from './columns/column';
import { requiredColumns, sheetOf, type SheetKey } from './columns/sheets';
import { GuideFileError, HeaderNotFoundError } from './guideFileError';
import { cellText, emptyCell, type Cell, type OpenedTable, type SourceRow } from './guideSource';

/** A row of a table as its file format gives it. */
export interface TableRow {
  /** As the spreadsheet program numbers it, from 1. */
  number: number;
  cells: readonly Cell[];
  /** A heading merged across columns, not data. */
  isTitle?: boolean;
}

export interface TableOptions {
  sheet: SheetKey;
  /** Set where the file has several sheets. */
  sheetName?: string;
  /** A row shorter than the header is an error (CSV, where it means a lost comma), not empty cells (XLSX). */
  isWidthFixed: boolean;
}

/** Sheets often begin with a title, a date and a remark before the header. */
const headerSearchRows = 20;

/** The label of a column, or of a whole list where the sheet has a row for each item. */
export function labelOf(sheet: SheetKey, column: string): string {
  return sheetOf(sheet).columns[column]?.label ?? (guideFieldLabels as Record<string, string>)[column] ?? column;
}

/**
 * Finds the header of a table and reads what follows as rows of a sheet.
 *
 * @throws GuideFileError when the header is missing, ambiguous or lacks a required column.
 */
export async function openGuideTable(rows: AsyncIterable<TableRow>, options: TableOptions): Promise<OpenedTable> {
  const iterator = rows[Symbol.asyncIterator]();
  const { headers, columns } = await findHeader(iterator, options);
  const { sheet, sheetName } = options;

  async function* read(): AsyncGenerator<SourceRow> {
    try {
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
        const row = next.value;
        if (row.isTitle === true || row.cells.every((cell) => cell.kind === 'empty')) continue;
        yield toSourceRow(row, headers, columns, options.isWidthFixed);
      }
    } finally {
      await iterator.return?.();
    }
  }

  return {
    sheet,
    ...(sheetName === undefined ? {} : { sheetName }),
    headers,
    headerOf: (column) => headers[columns.indexOf(column)] ?? labelOf(sheet, column),
    unknownHeaders: new Set(headers.filter((text, index) => text !== '' && columns[index] === undefined)),
    rows: read(),
  };
}

interface Header {
  headers: string[];
  columns: (string | undefined)[];
}

async function findHeader(iterator: AsyncIterator<TableRow>, options: TableOptions): Promise<Header> {
  const { columns: known } = sheetOf(options.sheet);
  let seen = 0;
  try {
    while (seen < headerSearchRows) {
      const next = await iterator.next();
      if (next.done === true) break;
      const headers = next.value.cells.map((cell) => cellText(cell).trim().replace(/\s+/gu, ' '));
      if (headers.every((text) => text === '')) continue;
      seen += 1;
      const columns = headers.map((text) => columnOfHeader(known, text));
      if (new Set(columns.filter((column) => column !== undefined)).size < 2) continue;
      while (headers.at(-1) === '') headers.pop();
      checkHeader(headers, columns, options);
      return { headers, columns: columns.slice(0, headers.length) };
    }
    const labels = requiredColumns(options.sheet).map((column) => labelOf(options.sheet, column));
    const where = options.sheetName === undefined ? '' : `工作表「${options.sheetName}」里`;
    throw new HeaderNotFoundError(seen === 0 ? `${where === '' ? '文件里' : where}没有内容。` : `${where}没有找到表头。请在第一行写上列名，至少要有：${labels.join('、')}。`);
  } catch (error) {
    await iterator.return?.();
    throw error;
  }
}

function checkHeader(headers: readonly string[], columns: readonly (string | undefined)[], { sheet, sheetName }: TableOptions): void {
  const where = sheetName === undefined ? '' : `工作表「${sheetName}」：`;
  for (const [index, column] of columns.entries()) {
    const first = columns.indexOf(column);
    if (column !== undefined && first < index) {
      throw new GuideFileError(`${where}「${headers[first] ?? ''}」和「${headers[index] ?? ''}」两列都是${labelOf(sheet, column)}，请只保留一列。`);
    }
  }
  const missing = requiredColumns(sheet).filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new GuideFileError(
      `${where}缺少必需的列：${missing.map((column) => labelOf(sheet, column)).join('、')}。文件现有的列：${headers.filter((text) => text !== '').join('、')}。`,
    );
  }
}

function toSourceRow(row: TableRow, headers: readonly string[], columns: readonly (string | undefined)[], isWidthFixed: boolean): SourceRow {
  const cells = new Map<string, Cell>();
  for (const [index, column] of columns.entries()) {
    if (column !== undefined) cells.set(column, row.cells[index] ?? emptyCell);
  }
  const surplus = row.cells.slice(headers.length).some((cell) => cell.kind !== 'empty');
  const problem = surplus
    ? `比表头多出内容：表头有 ${headers.length} 列，这里有 ${row.cells.length} 格（内容里有逗号时要用英文双引号括起来）`
    : isWidthFixed && row.cells.length < headers.length
      ? `比表头少：表头有 ${headers.length} 列，这里只有 ${row.cells.length} 格`
      : undefined;
  return {
    number: row.number,
    cells,
    ...(problem === undefined ? {} : { problem }),
    original: () => row.cells.map(cellText),
  };
}
