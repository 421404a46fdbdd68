import { sql } from 'kysely';
import type { Clock } from '../clock';
import type { Database } from '../database/database';
import type { Channel } from './channel';

/** The inbox in the app. Its unique key keeps a repetition out, and who has closed their account is passed over. */
export function inboxChannel(db: Database, clock: Clock): Channel {
  return {
    name: 'inbox',
    atOnce: 1_000,
    deliver: async (deliveries) => {
      await sql`
        insert into inbox_notices (citizen_id, notice_id, key, arrived_at)
        select given.citizen_id, given.notice_id, given.key, ${clock.now()}
        from unnest(${deliveries.map(({ citizenId }) => citizenId)}::uuid[], ${deliveries.map(({ noticeId }) => noticeId)}::bigint[], ${deliveries.map(({ key }) => key)}::text[])
          as given (citizen_id, notice_id, key)
        where exists (select from citizens where id = given.citizen_id)
        on conflict (citizen_id, key) do nothing`.execute(db);
      return [];
    },
  };
}
