import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

export interface MergedRange {
  firstRow: number;
  lastRow: number;
  /** From 0. */
  firstColumn: number;
  lastColumn: number;
}

const mostRanges = 200_000;

/**
 * The merged cells of a sheet, in the order of their first row. They stand after the rows, which need them: this reads the part
 * once without parsing it.
 */
export async function findMergedRanges(sheet: Readable): Promise<MergedRange[]> {
  const ranges: MergedRange[] = [];
  const decoder = new StringDecoder('utf8');
  let kept = '';
  let found = false;
  for await (const chunk of sheet as AsyncIterable<Buffer>) {
    // The rows are by far the most: look at the bytes, and decode only from where the merged cells begin.
    if (!found) {
      const bytes = Buffer.concat([Buffer.from(kept, 'latin1'), chunk]);
      const start = bytes.indexOf('mergeCells');
      if (start === -1) {
        kept = bytes.subarray(-10).toString('latin1');
        continue;
      }
      found = true;
      kept = decoder.write(bytes.subarray(start));
    } else kept += decoder.write(chunk);
    const pattern = /mergeCell\s[^>]*?ref="\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)"/gu;
    let end = 0;
    for (const match of kept.matchAll(pattern)) {
      const [text, firstColumn = '', firstRow, lastColumn = '', lastRow] = match;
      ranges.push({ firstRow: Number(firstRow), lastRow: Number(lastRow), firstColumn: columnIndex(firstColumn), lastColumn: columnIndex(lastColumn) });
      end = match.index + text.length;
    }
    kept = end > 0 ? kept.slice(end) : kept.slice(-500);
    if (ranges.length > mostRanges) break;
  }
  return ranges.sort((one, other) => one.firstRow - other.firstRow);
}

/** A → 0, Z → 25, AA → 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
