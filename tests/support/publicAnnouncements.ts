import type { AnnouncementContent } from '../../server/contract/announcementContent';
import type { TestDatabase } from './testDatabase';

let inserted = 0;

/** An announcement as the public reads it after somebody has published it. */
export async function insertAnnouncement(
  database: TestDatabase,
  values: { department?: string; publishedAt?: string; content?: Partial<AnnouncementContent> } = {},
): Promise<string> {
  inserted += 1;
  const name = values.department ?? '云岫县人民政府办公室';
  await database.db.insertInto('departments').values({ name }).onConflict((conflict) => conflict.doNothing()).execute();
  const content: AnnouncementContent = { kind: 'notice', title: `公告${inserted}`, body: '<p>正文</p>', ...values.content };
  const { rows } = await database.pool.query<{ id: number }>(
    `with made as (
       insert into announcements (department_id, status, content, version, first_published_at, published_at, created_at)
       select id, 'published', $2::jsonb, 1, $3, $3, $3 from departments where name = $1 returning id, content, published_at
     ), kept as (insert into announcement_versions (announcement_id, version, content, published_at) select id, 1, content, published_at from made)
     select id from made`,
    [name, JSON.stringify(content), values.publishedAt ?? '2026-11-20T02:00:00Z'],
  );
  return String(rows[0]?.id);
}

/** Publishes another version of it, as an approved correction does. */
export async function correctAnnouncement(database: TestDatabase, id: string, changes: Partial<AnnouncementContent>, reason: string, at: string): Promise<void> {
  await database.pool.query(
    `with made as (
       update announcements set content = content || $2::jsonb, version = version + 1, published_at = $4 where id = $1 returning id, version, content, published_at
     ) insert into announcement_versions (announcement_id, version, content, published_at, correction_reason) select id, version, content, published_at, $3 from made`,
    [id, JSON.stringify(changes), reason, at],
  );
}

export async function withdrawAnnouncement(database: TestDatabase, id: string, reason: string, at = '2026-11-22T02:00:00Z'): Promise<void> {
  await database.pool.query(`update announcements set status = 'withdrawn', withdrawn_at = $2, withdrawal_reason = $3 where id = $1`, [id, at, reason]);
}

export async function archiveAnnouncement(database: TestDatabase, id: string, at = '2026-11-22T02:00:00Z'): Promise<void> {
  await database.pool.query(`update announcements set status = 'archived', archived_at = $2 where id = $1`, [id, at]);
}
