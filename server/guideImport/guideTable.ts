import { fieldOfHeader, guideColumns, requiredFields, type GuideField } from './guideColumns';
import { GuideFileError, HeaderNotFoundError } from './guideFileError';
import { cellText, emptyCell, type Cell, type OpenedGuides, type SourceRow } from './guideSource';

/** A row of a table as its file format gives it. */
export interface TableRow {
  /** As the spreadsheet program numbers it, from 1. */
  number: number;
  cells: readonly Cell[];
  /** A heading merged across columns, not data. */
  isTitle?: boolean;
}

/** Sheets often begin with a title, a date and a remark before the header. */
const headerSearchRows = 20;

/**
 * Finds the header of a table and reads what follows as guides.
 *
 * @param isWidthFixed a row shorter than the header is an error (CSV, where it means a lost comma), not empty cells (XLSX).
 * @throws GuideFileError when the header is missing, ambiguous or lacks a required column.
 */
export async function openGuideTable(rows: AsyncIterable<TableRow>, options: { isWidthFixed: boolean; notes?: string[] }): Promise<OpenedGuides> {
  const iterator = rows[Symbol.asyncIterator]();
  const header = await findHeader(iterator);
  const { headers, fields } = header;
  const unknownHeaders = new Set(headers.filter((text, index) => text !== '' && fields[index] === undefined));

  async function* read(): AsyncGenerator<SourceRow> {
    try {
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
        const row = next.value;
        if (row.isTitle === true || row.cells.every((cell) => cell.kind === 'empty')) continue;
        yield toSourceRow(row, headers, fields, options.isWidthFixed);
      }
    } finally {
      await iterator.return?.();
    }
  }

  return {
    headers,
    headerOf: (field) => headers[fields.indexOf(field)] ?? guideColumns[field].label,
    unknownHeaders,
    notes: options.notes ?? [],
    rows: read(),
  };
}

interface Header {
  headers: string[];
  fields: (GuideField | undefined)[];
}

async function findHeader(iterator: AsyncIterator<TableRow>): Promise<Header> {
  let seen = 0;
  try {
    while (seen < headerSearchRows) {
      const next = await iterator.next();
      if (next.done === true) break;
      const headers = next.value.cells.map((cell) => cellText(cell).trim().replace(/\s+/gu, ' '));
      if (headers.every((text) => text === '')) continue;
      seen += 1;
      const fields = headers.map((text) => fieldOfHeader(text));
      if (new Set(fields.filter((field) => field !== undefined)).size < 2) continue;
      while (headers.at(-1) === '') headers.pop();
      checkHeader(headers, fields);
      return { headers, fields: fields.slice(0, headers.length) };
    }
    throw new HeaderNotFoundError(
      seen === 0 ? '文件里没有内容。' : `没有找到表头。请在第一行写上列名，至少要有：${requiredFields.map((field) => guideColumns[field].label).join('、')}。`,
    );
  } catch (error) {
    await iterator.return?.();
    throw error;
  }
}

function checkHeader(headers: readonly string[], fields: readonly (GuideField | undefined)[]): void {
  for (const [index, field] of fields.entries()) {
    const first = fields.indexOf(field);
    if (field !== undefined && first < index) {
      throw new GuideFileError(`「${headers[first] ?? ''}」和「${headers[index] ?? ''}」两列都是${guideColumns[field].label}，请只保留一列。`);
    }
  }
  const missing = requiredFields.filter((field) => !fields.includes(field));
  if (missing.length > 0) {
    throw new GuideFileError(
      `缺少必需的列：${missing.map((field) => guideColumns[field].label).join('、')}。文件现有的列：${headers.filter((text) => text !== '').join('、')}。`,
    );
  }
}

function toSourceRow(row: TableRow, headers: readonly string[], fields: readonly (GuideField | undefined)[], isWidthFixed: boolean): SourceRow {
  const cells = new Map<GuideField, Cell>();
  for (const [index, field] of fields.entries()) {
    if (field !== undefined) cells.set(field, row.cells[index] ?? emptyCell);
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
