import writeExcelFile, { type Sheet } from 'write-excel-file/node';
import { sheetOf, type SheetKey } from '../columns/sheets';
import { encodeExcelEscapes } from '../xlsx/cellText';
import { writtenColumns, type WrittenCell } from './sheetRows';

type SheetOfFile = Sheet<never>;
type Row = SheetOfFile['data'][number];

const bodyStyle = { wrap: true, alignVertical: 'top' } as const;
const headerStyle = { fontWeight: 'bold', wrap: true, alignVertical: 'center', backgroundColor: '#E8EEF7' } as const;
/** Keeps a spreadsheet from making a number or a formula of what is typed or edited in the cell. */
const textFormat = '@';
/** What a spreadsheet would take for a formula when the cell is edited. */
const looksLikeFormula = /^[=+\-@\t]/u;

export function headerCell(text: string): Row[number] {
  return { value: text, type: String, ...headerStyle };
}

export function textCell(text: string | null, options: { isCode?: boolean; isBold?: boolean } = {}): Row[number] {
  const format = options.isCode === true || (text !== null && looksLikeFormula.test(text)) ? { format: textFormat } : {};
  const weight = options.isBold === true ? ({ fontWeight: 'bold' } as const) : {};
  if (text === null) return options.isCode === true ? { type: String, ...bodyStyle, ...format } : null;
  return { value: encodeExcelEscapes(text), type: String, ...bodyStyle, ...format, ...weight };
}

/**
 * A sheet of the workbook under its headings, which stay in sight; those of required columns end with a star.
 *
 * @param blankRows rows to be filled in, in which codes stay text.
 */
export function dataSheet(key: SheetKey, rows: readonly WrittenCell[][], blankRows = 0): SheetOfFile {
  const { name, columns } = sheetOf(key);
  const written = writtenColumns(key).flatMap((column) => columns[column] ?? []);
  const isCode = written.map(({ kind }) => kind.isCode === true);
  const cell = (value: WrittenCell, index: number): Row[number] =>
    typeof value === 'number' ? { value, type: Number, ...bodyStyle } : textCell(value, { isCode: isCode[index] === true });
  const blank: Row = written.map((_, index) => textCell(null, { isCode: isCode[index] === true }));
  return {
    sheet: name,
    columns: written.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [
      written.map(({ label, isRequired }) => headerCell(isRequired ? `${label}*` : label)),
      ...rows.map((row) => row.map((value, index) => (value === null ? null : cell(value, index)))),
      ...Array.from({ length: blankRows }, () => blank),
    ],
  };
}

/** Writes the file; one that is there is replaced. */
export async function writeWorkbook(path: string, sheets: readonly SheetOfFile[]): Promise<void> {
  await writeExcelFile([...sheets], { fontFamily: '宋体', fontSize: 11 }).toFile(path);
}
