import { setImmediate } from 'node:timers/promises';
import type { Database } from '../database/database';
import type { FieldEncryption } from '../encryption/fieldEncryption';
import { staffNameContext } from './inviteStaffMember';

/** More staff than a city has; names are opened one by one, which takes about a tenth of a second for so many. */
const mostSearched = 5_000;
const openedAtOnce = 250;

/**
 * The members whose name has these characters in it. Names are encrypted, so they are opened here: a blind index would find whole
 * names only. Other requests are answered in between.
 */
export async function findStaffByName(db: Database, encryption: FieldEncryption, words: string): Promise<string[]> {
  const rows = await db.selectFrom('staff_members').select(['id', 'name_encrypted']).orderBy('created_at', 'desc').limit(mostSearched).execute();
  const sought = words.trim();
  const found: string[] = [];
  for (const [index, { id, name_encrypted: name }] of rows.entries()) {
    if (index % openedAtOnce === openedAtOnce - 1) await setImmediate();
    if (encryption.decrypt(name, staffNameContext).includes(sought)) found.push(id);
  }
  return found;
}
