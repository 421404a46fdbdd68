import { open, type FileHandle } from 'node:fs/promises';
import type { GuideSource, OpenedTable } from './guideSource';
import { describeRowError } from './importReport';
import type { RowError } from './rowError';

interface RejectedRow {
  row: number;
  sheet: string | undefined;
  reasons: RowError[];
}

/**
 * Writes the wrong rows with their reasons. Of a single table they are written as they stood in the source, with row number and
 * reasons before them: corrected, the file can be imported as it is; the source is read a second time instead of keeping rows in
 * memory. Of a workbook with several sheets only the places and reasons are written: it is corrected itself.
 *
 * @param rejected in the order of the source.
 */
export async function writeRejectedRows(path: string, source: GuideSource, rejected: AsyncGenerator<RejectedRow>): Promise<void> {
  const opened = await source.open();
  const file = await open(path, 'w');
  const output = new CsvOutput(file);
  const [table, ...others] = opened.tables;
  try {
    if (table !== undefined && others.length === 0) await writeRows(output, table, rejected);
    else await writePlaces(output, rejected);
    await output.flush();
  } finally {
    await rejected.return(undefined);
    await file.close();
    await opened.close();
  }
}

async function writeRows(output: CsvOutput, table: OpenedTable, rejected: AsyncGenerator<RejectedRow>): Promise<void> {
  let next = await rejected.next();
  await output.write(['行号', '出错原因', ...table.headers]);
  for await (const row of table.rows) {
    if (next.done === true) break;
    if (next.value.row !== row.number) continue;
    await output.write([String(row.number), describeReasons(next.value), ...row.original()]);
    next = await rejected.next();
  }
}

async function writePlaces(output: CsvOutput, rejected: AsyncGenerator<RejectedRow>): Promise<void> {
  await output.write(['工作表', '行号', '出错原因']);
  for await (const each of rejected) await output.write([each.sheet ?? '', String(each.row), describeReasons(each)]);
}

function describeReasons({ reasons }: RejectedRow): string {
  return reasons.map((error) => describeRowError(error)).join('；');
}

class CsvOutput {
  // The byte order mark lets Excel know that this is UTF-8.
  private text = '\ufeff';

  constructor(private readonly file: FileHandle) {}

  async write(cells: readonly string[]): Promise<void> {
    this.text += `${cells.map((cell) => (/[",\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
    if (this.text.length > 100_000) await this.flush();
  }

  async flush(): Promise<void> {
    await this.file.write(this.text);
    this.text = '';
  }
}
