import type { FastifyBaseLogger } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '../database/database';
import { findDraft, lockAnnouncement } from './draftRepository';
import { publishDraft } from './publishDraft';

/**
 * Publishes every approved draft whose time has come, each in a transaction of its own: one that fails does not hold up the others,
 * and is tried again by the next sweep. Any number of processes may do it at once; each draft is taken by one of them.
 *
 * @returns the ids of the drafts that this call has published.
 */
export async function publishDue(db: Database, now: Date, log?: Pick<FastifyBaseLogger, 'error'>): Promise<string[]> {
  const published: string[] = [];
  const failed: string[] = [];
  for (;;) {
    let taken: string | undefined;
    try {
      const id = await db.transaction().execute(async (tx) => {
        // Both rows in one go, and none that anybody else holds: whoever waits for nothing cannot wait for ever.
        const { rows } = await sql<{ id: string; announcement_id: number }>`
          select d.id, d.announcement_id from announcement_drafts d join announcements a on a.id = d.announcement_id
          where d.status = 'scheduled' and d.publish_at <= ${now} and d.id <> all(${failed}::uuid[])
          order by d.publish_at, d.id limit 1 for update of a, d skip locked`.execute(tx);
        taken = rows[0]?.id;
        if (rows[0] === undefined) return undefined;
        const [draft, announcement] = [await findDraft(tx, rows[0].id), await lockAnnouncement(tx, rows[0].announcement_id)];
        if (draft === undefined || announcement === undefined) return undefined;
        await publishDraft(tx, { draft, announcement }, 'publish_when_due', undefined, now);
        return draft.id;
      });
      if (id === undefined) return published;
      published.push(id);
    } catch (error) {
      if (taken === undefined) throw error;
      log?.error({ err: error, draftId: taken }, 'a draft could not be published at its time');
      failed.push(taken);
    }
  }
}
