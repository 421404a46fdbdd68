import type { Clock } from '../clock';
import type { Database, DatabaseTransaction } from '../database/database';
import type { FieldEncryption } from '../encryption/fieldEncryption';
import type { FileStorage } from '../files/fileStorage';
import type { StaffSession } from '../staff/staffSession';

/** What the steps of announcements stand on; a request and the demo seeder hand in the same. */
export interface Announcing {
  db: Database;
  clock: Clock;
  encryption: FieldEncryption;
  files: FileStorage;
  /** Host of the pages of this installation, by which links to them are known; undefined when it is not told. */
  ownHost: string | undefined;
  /** Sees to it, in the transaction, that `publishDue` runs at that time. */
  schedulePublication(tx: DatabaseTransaction, at: Date): Promise<void>;
}

/** Who takes a step, and where the call came from. */
export interface By {
  staff: StaffSession;
  clientAddress?: string;
  requestId?: string;
}
