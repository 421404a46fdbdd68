/** Spreadsheet programs read the file as UTF-8 with it, and as something else without. */
export const byteOrderMark = '\ufeff';

/** What a spreadsheet program would take for a formula and carry out. */
const formula = /^[=+\-@\t\r\n]|^\s+[=+\-@]/;

/** One cell: a formula is made text by an apostrophe, quotes are doubled. */
export function csvCell(value: string): string {
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;
