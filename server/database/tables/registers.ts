import type { StaffFilePurpose } from '../../contract/staffFiles';

export interface StaffFilesTable {
  hash: string;
  staff_id: string;
  purpose: StaffFilePurpose;
  name: string;
  uploaded_at: Date;
}

export interface SearchesDealtWithTable {
  query: string;
  dealt_with_on: string;
  dealt_with_by: string | null;
}

/** What staff keep: files they send, searches they have seen to. */
export interface RegisterTables {
  staff_files: StaffFilesTable;
  searches_dealt_with: SearchesDealtWithTable;
}
