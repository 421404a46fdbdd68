/** One mistake in one row. */
export interface RowError {
  /** The name of the sheet, where the file has several. */
  sheet?: string;
  row: number;
  /** The heading as the file spells it; null when the row as a whole is wrong. */
  column: string | null;
  message: string;
}
