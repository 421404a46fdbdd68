import type { Queryable } from '../../database/pool';
import { sheetKeys } from '../columns/sheets';
import { loadTopics } from '../topics';
import { guidanceSheet } from './guidanceSheet';
import { dataSheet, writeWorkbook } from './writeWorkbook';

/** Rows whose codes are text from the start: whoever types 007 there keeps it. */
const preparedRows = 300;

/** Writes an empty workbook to be filled in, which explains itself with this installation's topics. */
export async function writeTemplate(client: Queryable, path: string): Promise<void> {
  const context = { topics: await loadTopics(client), pathOf: ({ name }: { name: string }) => name };
  await writeWorkbook(path, [guidanceSheet(context), ...sheetKeys.map((key) => dataSheet(key, [], preparedRows))]);
}
