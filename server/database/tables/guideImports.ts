import type { ColumnType } from 'kysely';
import type { GuideImportStatus, ImportCounts, ImportRowKind } from '../../contract/guideImports';

type Later<Value> = ColumnType<Value, undefined, Value>;

export interface GuideImportsTable {
  id: string;
  file_hash: string;
  file_name: string;
  requested_by: string | null;
  requested_at: Date;
  status: GuideImportStatus;
  preview: Later<number>;
  is_remade: Later<boolean>;
  submitted_at: Later<Date | null>;
  rows_read: Later<number>;
  row_word: Later<string>;
  unknown_headers: Later<string[]>;
  notes: Later<string[]>;
  counts: ColumnType<ImportCounts | null, undefined, string | null>;
  department_ids: Later<number[]>;
  refused_rows_hash: Later<string | null>;
  problem: Later<string | null>;
  decided_by: Later<string | null>;
  decided_at: Later<Date | null>;
}

export interface GuideImportRowsTable {
  import_id: string;
  position: number;
  kind: ImportRowKind;
  sheet: string;
  row_number: number;
  code: string | null;
  name: string | null;
  guide_id: number | null;
  guide_version: number | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reasons: { column: string | null; message: string }[] | null;
}

export interface GuideImportTables {
  guide_imports: GuideImportsTable;
  guide_import_rows: GuideImportRowsTable;
}
