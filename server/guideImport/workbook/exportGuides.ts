import { extname, join, dirname, basename } from 'node:path';
import type { GuideContent } from '../../contract/guideContent';
import type { DatabasePool, Queryable } from '../../database/pool';
import type { FileStorage } from '../../files/fileStorage';
import { sheetKeys, type SheetKey } from '../columns/sheets';
import { loadTopics } from '../topics';
import type { ValueContext } from '../values/valueKind';
import { ExportedFiles } from './exportedFiles';
import { guidanceSheet } from './guidanceSheet';
import { rowOf, rowsOfGuide, type WrittenCell, type WrittenGuide } from './sheetRows';
import { dataSheet, writeWorkbook } from './writeWorkbook';

export interface ExportSummary {
  guides: number;
  files: number;
  /** Names of files whose bytes the storage does not have. */
  missingFiles: string[];
  filesFolder: string;
}

/** Where the files of a workbook lie when nobody says otherwise. */
export function filesFolderOf(path: string): string {
  return join(dirname(path), `${basename(path, extname(path))}-附件`);
}

/**
 * Writes all guides, offices, windows and synonyms to a workbook and their files to a folder beside it; importing it again changes
 * nothing. Holds everything in memory, as the writer of workbooks does.
 */
export async function exportGuides(pool: DatabasePool, storage: FileStorage, path: string): Promise<ExportSummary> {
  const stored = await readInOneMoment(pool);
  const files = new ExportedFiles(stored.guides);
  await writeWorkbookOf(stored, files, path);
  const filesFolder = filesFolderOf(path);
  const { written, missing } = await files.write(filesFolder, storage);
  return { guides: stored.guides.length, files: written, missingFiles: missing, filesFolder };
}

/** The workbook alone, for who has the files' storage behind the same server: importing it again finds them there by their names. */
export async function exportWorkbook(pool: DatabasePool, path: string): Promise<void> {
  const stored = await readInOneMoment(pool);
  const files = new ExportedFiles(stored.guides);
  await writeWorkbookOf(stored, files, path);
}

interface Stored {
  topics: ValueContext['topics'];
  guides: WrittenGuide[];
  offices: Record<string, unknown>[];
  windows: Record<string, unknown>[];
  synonyms: Record<string, unknown>[];
}

async function writeWorkbookOf(stored: Stored, files: ExportedFiles, path: string): Promise<void> {
  const context: ValueContext = { topics: stored.topics, pathOf: files.pathOf };
  await writeWorkbook(path, [guidanceSheet({ ...context, pathOf: ({ name }) => name }), ...sheetKeys.map((key) => dataSheet(key, rowsOfSheet(key, stored, context)))]);
}

async function readInOneMoment(pool: DatabasePool): Promise<Stored> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('begin isolation level repeatable read read only');
    const stored = await readStored(client);
    await client.query('commit');
    return stored;
  } catch (error) {
    // Not to be used again in the middle of a transaction.
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(failure);
  }
}

async function readStored(client: Queryable): Promise<Stored> {
  const topics = await loadTopics(client);
  const guides = await client.query<{ code: string; department: string; content: GuideContent }>(
    `select g.implementation_code as code, d.name as department, g.content from service_guides g join departments d on d.id = g.department_id order by g.id`,
  );
  const offices = await client.query('select code, name, address, opening_hours, phone, transport, accessibility, latitude, longitude from offices order by sort_order, id');
  const windows = await client.query(
    `select o.code as "officeCode", w.number, w.name, w.floor from window_counters w join offices o on o.id = w.office_id order by o.sort_order, o.id, w.sort_order, w.id`,
  );
  const synonyms = await client.query('select phrase, official_terms as terms from search_synonyms order by phrase');
  return {
    topics,
    guides: guides.rows.map(({ code, department, content }) => ({ implementationCode: code, department, content })),
    offices: offices.rows,
    windows: windows.rows,
    synonyms: synonyms.rows,
  };
}

function rowsOfSheet(key: SheetKey, stored: Stored, context: ValueContext): WrittenCell[][] {
  if (key === 'offices' || key === 'windows' || key === 'synonyms') return stored[key].map((record) => rowOf(key, record, context));
  return stored.guides.flatMap((guide) => rowsOfGuide(key, guide, context));
}
