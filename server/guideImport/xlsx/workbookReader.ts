import { GuideFileError } from '../guideFileError';
import type { TableRow } from '../guideTable';
import { findMergedRanges } from './mergedRanges';
import { MergedCells } from './mergedCells';
import { SharedStrings } from './sharedStrings';
import { readSheetRows } from './sheetRows';
import { readWorkbook, type Sheet, type Workbook } from './workbook';
import { XlsxArchive } from './xlsxArchive';

/** A workbook opened for one reading: the texts that its sheets share are read once for all of them. */
export class WorkbookReader {
  private strings: Promise<SharedStrings> | undefined;

  private constructor(
    private readonly archive: XlsxArchive,
    private readonly workbook: Workbook,
  ) {}

  /** @throws GuideFileError */
  static async open(path: string): Promise<WorkbookReader> {
    let archive: XlsxArchive | undefined;
    try {
      archive = await XlsxArchive.open(path);
      return new WorkbookReader(archive, await readWorkbook(archive));
    } catch (error) {
      archive?.close();
      throw damaged(error);
    }
  }

  get sheets(): readonly Sheet[] {
    return this.workbook.sheets;
  }

  /** The rows of a sheet, read as a stream; several sheets may be read at once. */
  async *rows(sheet: Sheet): AsyncGenerator<TableRow> {
    const { archive, workbook } = this;
    try {
      this.strings ??= this.readStrings();
      const strings = await this.strings;
      const sharedString = strings.get.bind(strings);
      const merged = new MergedCells(await findMergedRanges(await archive.read(sheet.path)));
      const context = { sharedString, isDateStyle: workbook.isDateStyle, isFrom1904: workbook.isFrom1904 };
      for await (const row of readSheetRows(await archive.read(sheet.path), context)) yield merged.apply(row);
    } catch (error) {
      throw damaged(error);
    }
  }

  async close(): Promise<void> {
    // Strings that could not be read have been told of and hold nothing.
    const strings = await this.strings?.catch(() => undefined);
    strings?.close();
    this.archive.close();
  }

  private async readStrings(): Promise<SharedStrings> {
    const path = this.workbook.sharedStringsPath;
    return SharedStrings.read(path !== undefined && this.archive.has(path) ? await this.archive.read(path) : undefined);
  }
}

/** Whatever the ZIP, inflate and XML readers say comes down to this for the person with the file. */
function damaged(error: unknown): Error {
  if (error instanceof GuideFileError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EACCES') return new GuideFileError(`临时文件夹不能写入（${code}），读取 Excel 需要它。`, { cause: error });
  return new GuideFileError('Excel 文件已损坏或不完整，读不下去。请用表格软件打开、另存为新的 .xlsx 再导入。', { cause: error });
}
