import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { SettableClock } from '../../../server/clock';
import type { DatabasePool } from '../../../server/database/pool';
import { importGuides, type ImportOptions } from '../../../server/guideImport/importGuides';
import type { ImportSummary } from '../../../server/guideImport/importReport';
import { openGuideFile } from '../../../server/guideImport/openGuideFile';

/** A folder of files for one test file; `remove` it at the end. */
export class GuideFiles {
  readonly folder = mkdtempSync(join(tmpdir(), 'guide-files-'));
  private count = 0;

  path(extension: string): string {
    this.count += 1;
    return join(this.folder, `${this.count}.${extension}`);
  }

  write(extension: string, content: string | Buffer): string {
    const path = this.path(extension);
    writeFileSync(path, content);
    return path;
  }

  csv(table: readonly (readonly string[])[]): string {
    return this.write('csv', table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'));
  }

  json(items: unknown): string {
    return this.write('json', JSON.stringify(items));
  }

  async xlsx(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<string> {
    const path = this.path('xlsx');
    const workbook = new ExcelJS.Workbook();
    fill(workbook.addWorksheet('事项'), workbook);
    await workbook.xlsx.writeFile(path);
    return path;
  }

  /** A workbook of several sheets, each with its headings first. */
  async workbook(sheets: Record<string, readonly (readonly unknown[])[]>): Promise<string> {
    const path = this.path('xlsx');
    const workbook = new ExcelJS.Workbook();
    for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows.map((row) => [...row]));
    await workbook.xlsx.writeFile(path);
    return path;
  }

  /** A copy of a workbook with rows put under its headings, as a person does it. */
  async edit(path: string, rows: Record<string, Record<string, unknown>[]>): Promise<string> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    for (const [name, added] of Object.entries(rows)) {
      const sheet = workbook.getWorksheet(name);
      if (sheet === undefined) throw new Error(`no sheet ${name}`);
      const headings = sheet.getRow(1).values as unknown[];
      added.forEach((cells, index) => {
        for (const [heading, value] of Object.entries(cells)) {
          const column = headings.indexOf(heading);
          if (column === -1) throw new Error(`no column ${heading} in ${name}`);
          sheet.getRow(index + 2).getCell(column).value = value as ExcelJS.CellValue;
        }
      });
    }
    const copy = this.path('xlsx');
    await workbook.xlsx.writeFile(copy);
    return copy;
  }

  /** The cells of a row that hold anything, as a spreadsheet program sees them. */
  async cells(path: string, sheet: string, row: number): Promise<{ value: unknown; format: string }[]> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const cells: { value: unknown; format: string }[] = [];
    workbook.getWorksheet(sheet)?.getRow(row).eachCell((cell) => cells.push({ value: cell.value, format: cell.numFmt }));
    return cells;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function importFile(pool: DatabasePool, path: string, options: Partial<ImportOptions> = {}): Promise<ImportSummary> {
  return importGuides(pool, await openGuideFile(path), { clock: new SettableClock(), rejectedRowsPath: `${path}.errors.csv`, ...options });
}

/** The message with which a file as a whole is refused. */
export async function refusal(pool: DatabasePool, path: string): Promise<string> {
  try {
    await importFile(pool, path);
  } catch (error) {
    if (error instanceof Error && error.name.endsWith('Error')) return `${error.name}: ${error.message}`;
    throw error;
  }
  return 'imported';
}

/** Errors as people read them, without their prose. */
export function places(summary: ImportSummary): string[] {
  return summary.errors.map(({ row, column }) => `${row} ${column ?? ''}`.trim());
}

/** Every guide as the contract has it, with its code and department. */
export async function storedGuides(pool: DatabasePool): Promise<Record<string, unknown>[]> {
  const { rows } = await pool.query<{ code: string; department: string; content: object }>(
    `select g.implementation_code as code, d.name as department, g.content
     from service_guides g join departments d on d.id = g.department_id order by implementation_code`,
  );
  return rows.map(({ code, department, content }) => ({ implementationCode: code, department, ...content }));
}

export async function emptyTables(pool: DatabasePool): Promise<void> {
  await pool.query('truncate service_guides, departments, offices, window_counters, search_synonyms, stored_files restart identity cascade');
}
