import { sql } from 'kysely';
import type { Database } from '../database/database';
import type { Audience } from '../database/tables/outbox';
import { findPeople } from './audience';

/** How many people a step finds: done within a fraction of a second, so that little is lost when a process dies. */
export const defaultPeopleAtOnce = 2_000;

interface Unexpanded {
  id: number;
  key: string;
  occurred_at: Date;
  audience: Audience;
  found_up_to: string | null;
}

/**
 * Takes one step: finds the next people of the oldest notice that has not found all of its own, and puts down a delivery for each of
 * them and each channel. Only ever the oldest, and by one process at a time: deliveries are numbered in the order of notices.
 *
 * @returns false when there is nothing to do, or another process is doing it.
 */
export async function expandStep(db: Database, channels: readonly string[], now: Date, peopleAtOnce = defaultPeopleAtOnce): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<Unexpanded>`
      select id, key, occurred_at, audience, found_up_to from outbox_notices
      where id = (select min(id) from outbox_notices where expanded_at is null) and expanded_at is null
      for update skip locked`.execute(tx);
    const [notice] = rows;
    if (notice === undefined) return false;
    const people = await findPeople(tx, notice.audience, notice.occurred_at, now, notice.found_up_to, peopleAtOnce);
    const last = people.at(-1);
    if (last !== undefined) {
      // Locked, so that nobody closes their account in between and takes the whole step down.
      await sql`
        insert into outbox_deliveries (citizen_id, channel, key, notice_id, due_at)
        select person.id, channel, ${notice.key}, ${notice.id}::bigint, ${now}
        from (select id from citizens where id = any(${people}::uuid[]) for key share) as person cross join unnest(${channels}::text[]) as channel
        on conflict (citizen_id, channel, key) do nothing`.execute(tx);
    }
    const update = tx.updateTable('outbox_notices').where('id', '=', notice.id);
    if (last !== undefined && people.length === peopleAtOnce) await update.set({ found_up_to: last }).execute();
    else await update.set({ expanded_at: now, audience: null }).execute();
    return true;
  });
}
