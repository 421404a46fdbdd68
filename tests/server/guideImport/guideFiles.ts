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

export async function storedGuides(pool: DatabasePool): Promise<Record<string, unknown>[]> {
  const { rows } = await pool.query(
    `select g.implementation_code, g.name, d.name as department, item_type, audiences, handling_type, statutory_days, committed_days, visits, summary,
       eligibility, fee, required_materials, address, opening_hours, consultation_phone, supervision_phone
     from service_guides g join departments d on d.id = g.department_id order by implementation_code`,
  );
  return rows;
}

export async function emptyTables(pool: DatabasePool): Promise<void> {
  await pool.query('truncate service_guides, departments restart identity cascade');
}
