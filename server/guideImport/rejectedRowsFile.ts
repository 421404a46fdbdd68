import { open } from 'node:fs/promises';
import { describeRowError } from './importReport';
import type { GuideSource } from './guideSource';
import type { RowError } from './readGuideRow';

/**
 * Writes the wrong rows as they stood in the source, with row number and reasons before them: corrected, the file can be
 * imported as it is. Reads the source a second time instead of keeping rows in memory.
 *
 * @param rejected in the order of the source.
 */
export async function writeRejectedRows(path: string, source: GuideSource, rejected: AsyncIterable<{ row: number; reasons: RowError[] }>): Promise<void> {
  const opened = await source.open();
  const file = await open(path, 'w');
  const wrong = rejected[Symbol.asyncIterator]();
  try {
    let next = await wrong.next();
    // The byte order mark lets Excel know that this is UTF-8.
    let text = `\ufeff${csvLine(['行号', '出错原因', ...opened.headers])}`;
    for await (const row of opened.rows) {
      if (next.done === true) break;
      if (next.value.row !== row.number) continue;
      const reasons = next.value.reasons.map((error) => describeRowError(error)).join('；');
      text += csvLine([String(row.number), reasons, ...row.original()]);
      if (text.length > 100_000) {
        await file.write(text);
        text = '';
      }
      next = await wrong.next();
    }
    await file.write(text);
  } finally {
    await wrong.return?.(undefined);
    await file.close();
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
