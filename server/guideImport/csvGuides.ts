import { Readable, pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { GuideFileError } from './guideFileError';
import { singleTable, textCell, type GuideSource } from './guideSource';
import { openGuideTable, type TableRow } from './guideTable';
import { detectTextEncoding, readText } from './textEncoding';

/** Characters; a quote that is never closed would otherwise take in the rest of the file. */
const longestRow = 1_000_000;

/** A .csv file: UTF-8, GB18030 or UTF-16 as Excel writes them, separated by commas or tabs. */
export function csvGuides(path: string): GuideSource {
  return {
    rowWord: '行',
    open: async () => singleTable(await openGuideTable(readRows(path), { sheet: 'basic', isWidthFixed: true })),
  };
}

async function* readRows(path: string): AsyncGenerator<TableRow> {
  const text = readText(path, await detectTextEncoding(path));
  const first = await text.next();
  if (first.done === true) return;
  const firstLine = first.value.slice(0, first.value.search(/[\r\n]|$/u));
  const parser = parse({
    delimiter: firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',',
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: longestRow,
  });
  pipeline(Readable.from(prepend(first.value, text)), parser, () => undefined);
  // A record is a row of the spreadsheet, blank ones too; its line in the file is another number when cells have line breaks.
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      yield { number, cells: record.map(textCell) };
    }
  } catch (error) {
    throw error instanceof CsvError ? new GuideFileError(explain(error), { cause: error }) : error;
  }
}

async function* prepend(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

function explain(error: CsvError): string {
  // The parser is ahead of whoever takes its records, so it alone knows where it is.
  const row = Number(error['records']) + 1;
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return `CSV 第 ${row} 行附近的英文双引号没有成对，读不出这一行。请补上引号，或用表格软件重新另存为 CSV。`;
    default:
      return `CSV 第 ${row} 行格式有误：引号的位置不对。请用表格软件重新另存为 CSV。`;
  }
}
