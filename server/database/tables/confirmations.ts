import type { ColumnType } from 'kysely';
import type { ConfirmedAct } from '../../contract/confirmations';

export interface ConfirmationRequestsTable {
  id: string;
  kind: 'sign_in' | 'act';
  act: ConfirmedAct | null;
  asked_by: string | null;
  session_id: string | null;
  secret_hash: Buffer | null;
  code_index: string | null;
  number: number | null;
  browser: string;
  client_address: string;
  asked_at: Date;
  expires_at: Date;
  scanned_at: ColumnType<Date | null, undefined, Date>;
  decision: ColumnType<'confirmed' | 'refused' | null, 'confirmed' | undefined, 'confirmed' | 'refused'>;
  decided_at: ColumnType<Date | null, Date | undefined, Date>;
  decided_by: ColumnType<string | null, string | undefined, string>;
  opened_at: ColumnType<Date | null, undefined, Date>;
  used_for: ColumnType<Buffer | null, undefined, never>;
  uses: ColumnType<number, undefined, never>;
}

export interface ConfirmationTables {
  confirmation_requests: ConfirmationRequestsTable;
}
