import { guidanceSheetName, sheetKeys, sheetOf, type SheetKey } from '../columns/sheets';
import { HeaderNotFoundError } from '../guideFileError';
import type { GuideSource, OpenedSource, OpenedTable } from '../guideSource';
import { openGuideTable } from '../guideTable';
import type { Sheet } from './workbook';
import { WorkbookReader } from './workbookReader';

/**
 * An .xlsx workbook: the sheets that are named like the template's, or, when there is none, the first visible sheet that has a
 * header. Read as a stream, in bounded memory. Formulas count with their last result, merged cells with what people see, dates as
 * text; what is hidden in a shown sheet is read too.
 */
export function xlsxGuides(path: string): GuideSource {
  return {
    rowWord: '行',
    open: async () => {
      const reader = await WorkbookReader.open(path);
      try {
        return await openSheets(reader);
      } catch (error) {
        await reader.close();
        throw error;
      }
    },
  };
}

async function openSheets(reader: WorkbookReader): Promise<OpenedSource> {
  const named = new Map<Sheet, SheetKey>();
  for (const sheet of reader.sheets) {
    const key = sheetKeys.find((each) => sheetOf(each).name === sheet.name.trim());
    if (key !== undefined) named.set(sheet, key);
  }
  const isGroup = [...named.values()].some((key) => key !== 'basic');
  if (!isGroup) return openFirstTable(reader);

  const tables: OpenedTable[] = [];
  const ignored: string[] = [];
  for (const sheet of reader.sheets) {
    const key = named.get(sheet);
    const table = key === undefined ? undefined : await openOne(reader, sheet, key, sheet.name.trim());
    if (table !== undefined) tables.push(table);
    else if (sheet.name.trim() !== guidanceSheetName) ignored.push(sheet.name);
  }
  // An older file may have a sheet that is named like one of ours by chance.
  if (tables.length === 0) return openFirstTable(reader);
  return opened(reader, tables, ignored.length === 0 ? [] : [`没有读取的工作表：${quoted(ignored)}。`]);
}

/** Undefined for a sheet without a header, such as an empty one. */
async function openOne(reader: WorkbookReader, sheet: Sheet, key: SheetKey, sheetName: string): Promise<OpenedTable | undefined> {
  try {
    return await openGuideTable(reader.rows(sheet), { sheet: key, sheetName, isWidthFixed: false });
  } catch (error) {
    if (error instanceof HeaderNotFoundError) return undefined;
    throw error;
  }
}

async function openFirstTable(reader: WorkbookReader): Promise<OpenedSource> {
  let missing: unknown = new HeaderNotFoundError('文件里没有内容。');
  const candidates = reader.sheets.filter(({ name }) => name.trim() !== guidanceSheetName);
  for (const sheet of candidates.length === 0 ? reader.sheets : candidates) {
    try {
      const table = await openGuideTable(reader.rows(sheet), { sheet: 'basic', isWidthFixed: false });
      const others = candidates.filter((other) => other !== sheet).map(({ name }) => name);
      return opened(reader, [table], others.length === 0 ? [] : [`只读取了工作表「${sheet.name}」，没有读取：${quoted(others)}。`]);
    } catch (error) {
      if (!(error instanceof HeaderNotFoundError)) throw error;
      if (sheet === candidates[0] || candidates.length === 0) missing = error;
    }
  }
  throw missing;
}

function opened(reader: WorkbookReader, tables: OpenedTable[], notes: string[]): OpenedSource {
  return {
    tables,
    notes,
    close: async () => {
      for (const table of tables) await table.rows[Symbol.asyncIterator]().return?.();
      await reader.close();
    },
  };
}

function quoted(names: readonly string[]): string {
  return names.slice(0, 10).map((name) => `「${name}」`).join('、');
}
