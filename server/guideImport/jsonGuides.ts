import { Readable, pipeline } from 'node:stream';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { fieldOfHeader, guideColumns, guideFields, type GuideField } from './guideColumns';
import { GuideFileError } from './guideFileError';
import { cellText, emptyCell, textCell, type Cell, type GuideSource, type OpenedGuides, type SourceRow } from './guideSource';
import { detectTextEncoding, readText } from './textEncoding';

/** Characters; more than any guide has, far less than would fill the memory. */
const longestItem = 2_000_000;
const mostUnknownKeys = 100;

/** A .json file: an array of objects whose keys are headings of the column table. */
export function jsonGuides(path: string): GuideSource {
  return { rowWord: '条', open: async () => openItems(readItems(path)) };
}

/** Guides that are in memory already, such as the demo's; the same keys and rules as a .json file. */
export function guidesInMemory(items: readonly object[]): GuideSource {
  return { rowWord: '条', open: async () => openItems(Readable.from(items)) };
}

async function openItems(items: AsyncIterable<unknown>): Promise<OpenedGuides> {
  const unknownHeaders = new Set<string>();
  const spelled = new Map<GuideField, string>();
  async function* read(): AsyncGenerator<SourceRow> {
    let number = 0;
    for await (const item of items) {
      number += 1;
      yield toSourceRow(number, item, unknownHeaders, spelled);
    }
    if (number === 0) throw new GuideFileError('文件里没有内容：数组是空的。');
  }
  return {
    headers: guideFields.map((field) => guideColumns[field].label),
    headerOf: (field) => spelled.get(field) ?? guideColumns[field].label,
    unknownHeaders,
    notes: [],
    rows: read(),
  };
}

function toSourceRow(number: number, item: unknown, unknown: Set<string>, spelled: Map<GuideField, string>): SourceRow {
  const cells = new Map<GuideField, Cell>();
  let problem: string | undefined;
  if (typeof item !== 'object' || item === null || Array.isArray(item)) problem = '不是对象';
  else {
    for (const [key, value] of Object.entries(item)) {
      const field = fieldOfHeader(key);
      if (field === undefined) {
        if (unknown.size < mostUnknownKeys) unknown.add(key.slice(0, 100));
        continue;
      }
      if (cells.has(field)) problem = `有两个键都是${guideColumns[field].label}`;
      if (!spelled.has(field)) spelled.set(field, key);
      cells.set(field, toCell(value));
    }
  }
  return {
    number,
    cells,
    ...(problem === undefined ? {} : { problem }),
    original: () => guideFields.map((field) => cellText(cells.get(field) ?? emptyCell)),
  };
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return emptyCell;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return { kind: 'number', value };
  return { kind: 'json', value };
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
