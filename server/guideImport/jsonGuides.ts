import { Readable, pipeline } from 'node:stream';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { columnOfHeader } from './columns/column';
import { sheetOf, type SheetKey } from './columns/sheets';
import { GuideFileError } from './guideFileError';
import { cellText, emptyCell, jsonCell, singleTable, type Cell, type GuideSource, type OpenedTable, type SourceRow } from './guideSource';
import { labelOf } from './guideTable';
import { detectTextEncoding, readText } from './textEncoding';

/** Characters; more than any guide has, far less than would fill the memory. */
const longestItem = 2_000_000;
const mostUnknownKeys = 100;

/** A .json file: an array of objects whose keys are headings or names of the contract's fields. */
export function jsonGuides(path: string): GuideSource {
  const spelled: SpelledColumns = new Map();
  return { rowWord: '条', open: async () => singleTable(openItems(readItems(path), 'basic', spelled)) };
}

/** The columns that the items carry, with the first spelling of each: known once the list has been read. */
type SpelledColumns = Map<string, string>;

/** Rows that are in memory already, such as the demo's; the same keys and rules as a .json file. */
export function rowsInMemory(rows: Partial<Record<SheetKey, readonly object[]>>): GuideSource {
  const given = Object.entries(rows) as [SheetKey, readonly object[]][];
  return {
    rowWord: '条',
    open: async () => ({
      tables: given.map(([sheet, items]) => ({ ...openItems(Readable.from(items), sheet, new Map()), ...(given.length > 1 ? { sheetName: sheetOf(sheet).name } : {}) })),
      notes: [],
      close: async () => undefined,
    }),
  };
}

function openItems(items: AsyncIterable<unknown>, sheet: SheetKey, spelled: SpelledColumns): OpenedTable {
  const { columns } = sheetOf(sheet);
  // When wrong rows are given back, the list has been read once: columns that no item carries would clear what is stored.
  const names = [...spelled.keys()];
  const unknownHeaders = new Set<string>();

  function toSourceRow(number: number, item: unknown): SourceRow {
    const cells = new Map<string, Cell>();
    let problem: string | undefined;
    if (typeof item !== 'object' || item === null || Array.isArray(item)) problem = '不是对象';
    else {
      for (const [key, value] of Object.entries(item)) {
        const name = columnOfHeader(columns, key);
        if (name === undefined) {
          if (unknownHeaders.size < mostUnknownKeys) unknownHeaders.add(key.slice(0, 100));
          continue;
        }
        if (cells.has(name)) problem = `有两个键都是${labelOf(sheet, name)}`;
        if (!spelled.has(name)) spelled.set(name, key);
        cells.set(name, jsonCell(value));
      }
    }
    return { number, cells, ...(problem === undefined ? {} : { problem }), original: () => names.map((name) => cellText(cells.get(name) ?? emptyCell)) };
  }

  async function* read(): AsyncGenerator<SourceRow> {
    let number = 0;
    for await (const item of items) {
      number += 1;
      yield toSourceRow(number, item);
    }
    if (number === 0) throw new GuideFileError('文件里没有内容：数组是空的。');
  }
  return {
    sheet,
    headers: names.map((name) => labelOf(sheet, name)),
    headerOf: (name) => spelled.get(name) ?? labelOf(sheet, name),
    unknownHeaders,
    rows: read(),
  };
}

async function* readItems(path: string): AsyncGenerator<unknown> {
  const text = readText(path, await detectTextEncoding(path));
  let itemsRead = 0;
  let sinceItem = 0;
  async function* bounded(): AsyncGenerator<string> {
    for await (const piece of text) {
      sinceItem += piece.length;
      if (sinceItem > longestItem) throw new GuideFileError(`JSON 第 ${itemsRead + 1} 条太长，或文件不是由一条条事项组成的数组。`);
      yield piece;
    }
  }
  const items = streamArray.withParserAsStream();
  pipeline(Readable.from(bounded()), items, () => undefined);
  try {
    for await (const { value } of items as AsyncIterable<{ value: unknown }>) {
      itemsRead += 1;
      sinceItem = 0;
      yield value;
    }
  } catch (error) {
    if (error instanceof GuideFileError) throw error;
    throw new GuideFileError(
      itemsRead === 0
        ? '不是可以导入的 JSON：内容应是一个数组，每条事项是一个对象，例如 [{"事项名称": "…"}]。'
        : `JSON 在第 ${itemsRead} 条之后不远处格式有误，或者文件不完整，读不下去。`,
      { cause: error },
    );
  }
}
