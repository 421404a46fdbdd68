import { GuideFileError, HeaderNotFoundError } from '../guideFileError';
import type { GuideSource, OpenedGuides } from '../guideSource';
import { openGuideTable, type TableRow } from '../guideTable';
import { findMergedRanges } from './mergedRanges';
import { MergedCells } from './mergedCells';
import { SharedStrings } from './sharedStrings';
import { readSheetRows } from './sheetRows';
import { readWorkbook, type Sheet, type Workbook } from './workbook';
import { XlsxArchive } from './xlsxArchive';

/**
 * An .xlsx workbook: its first visible sheet that has a header. Read as a stream, in bounded memory. Formulas count with their
 * last result, merged cells with what people see, dates as text; what is hidden in a shown sheet is read too.
 */
export function xlsxGuides(path: string): GuideSource {
  return { rowWord: '行', open: () => explainDamage(() => openWorkbook(path)) };
}

async function openWorkbook(path: string): Promise<OpenedGuides> {
  const workbook = await withArchive(path, readWorkbook);
  let missing: unknown;
  for (const sheet of workbook.sheets) {
    try {
      const others = workbook.sheets.filter((other) => other !== sheet).map(({ name }) => `「${name}」`);
      const notes = others.length === 0 ? [] : [`只读取了工作表「${sheet.name}」，没有读取：${others.slice(0, 10).join('、')}。`];
      return await openGuideTable(readRows(path, workbook, sheet), { isWidthFixed: false, notes });
    } catch (error) {
      if (!(error instanceof HeaderNotFoundError)) throw error;
      missing ??= error;
    }
  }
  throw missing;
}

async function* readRows(path: string, workbook: Workbook, sheet: Sheet): AsyncGenerator<TableRow> {
  const archive = await XlsxArchive.open(path);
  let strings: SharedStrings | undefined;
  try {
    const stringsPath = workbook.sharedStringsPath;
    strings = await SharedStrings.read(stringsPath !== undefined && archive.has(stringsPath) ? await archive.read(stringsPath) : undefined);
    const sharedString = strings.get.bind(strings);
    const merged = new MergedCells(await findMergedRanges(await archive.read(sheet.path)));
    const context = { sharedString, isDateStyle: workbook.isDateStyle, isFrom1904: workbook.isFrom1904 };
    for await (const row of readSheetRows(await archive.read(sheet.path), context)) yield merged.apply(row);
  } catch (error) {
    throw damaged(error);
  } finally {
    strings?.close();
    archive.close();
  }
}

async function withArchive<Result>(path: string, use: (archive: XlsxArchive) => Promise<Result>): Promise<Result> {
  const archive = await XlsxArchive.open(path);
  try {
    return await use(archive);
  } finally {
    archive.close();
  }
}

async function explainDamage<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    throw damaged(error);
  }
}

/** Whatever the ZIP, inflate and XML readers say comes down to this for the person with the file. */
function damaged(error: unknown): Error {
  if (error instanceof GuideFileError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EACCES') return new GuideFileError(`临时文件夹不能写入（${code}），读取 Excel 需要它。`, { cause: error });
  return new GuideFileError('Excel 文件已损坏或不完整，读不下去。请用表格软件打开、另存为新的 .xlsx 再导入。', { cause: error });
}
