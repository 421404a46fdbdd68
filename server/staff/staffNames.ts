import type { Database, DatabaseTransaction } from '../database/database';
import type { FieldEncryption } from '../encryption/fieldEncryption';
import { staffNameContext } from './inviteStaffMember';

export type StaffNames = (id: string) => { id: string; name: string };

/** The names of members, for colleagues of theirs; of those who have left too. */
export async function findStaffNames(db: Database | DatabaseTransaction, encryption: FieldEncryption, ids: readonly (string | null)[]): Promise<StaffNames> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = wanted.length === 0 ? [] : await db.selectFrom('staff_members').where('id', 'in', wanted).select(['id', 'name_encrypted']).execute();
  const names = new Map(rows.map((row) => [row.id, encryption.decrypt(row.name_encrypted, staffNameContext)]));
  return (id) => ({ id, name: names.get(id) ?? '' });
}
