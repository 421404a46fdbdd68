import { sql } from 'kysely';
import type { Database } from '../../database/database';
import type { FeedItem } from './feedRules';

/** What is public now, newest first. */
export async function findFeedItems(db: Database, limit: number): Promise<FeedItem[]> {
  const rows = await db
    .selectFrom('announcements')
    .innerJoin('departments', 'departments.id', 'announcements.department_id')
    .where(sql<boolean>`announcements.status = 'published'`)
    .select(['announcements.id', 'announcements.title', 'announcements.summary', 'announcements.first_published_at', 'departments.name as department_name'])
    .orderBy('announcements.first_published_at', 'desc')
    .orderBy('announcements.id', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ id, title, summary, first_published_at: publishedAt, department_name: departmentName }) =>
    title === null || publishedAt === null ? [] : { id, title, summary, departmentName, publishedAt },
  );
}
