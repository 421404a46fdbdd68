import { sql } from 'kysely';
import type { Database } from '../../database/database';

/** What has something to read: years by China's time, newest first; departments and topics in their order. */
export async function findFilters(db: Database, archived: boolean) {
  const status = archived ? sql`status = 'archived'` : sql`status = 'published'`;
  const [years, departments, topics] = await Promise.all([
    sql<{ year: number; count: number }>`select extract(year from (first_published_at at time zone 'UTC') + interval '8 hours')::int as year, count(*)::int as count
      from announcements where ${status} group by 1 order by 1 desc`.execute(db),
    sql<{ id: number; name: string; count: number }>`select d.id, d.name, a.count from departments d
      join (select department_id, count(*)::int as count from announcements where ${status} group by 1) a on a.department_id = d.id order by d.sort_order, d.id`.execute(db),
    sql<{ code: string; name: string; count: number }>`select t.code, t.name, a.count from topics t
      join (select topic, count(*)::int as count from announcements, unnest(topics) as topic where ${status} group by 1) a on a.topic = t.code order by t.kind desc, t.sort_order`.execute(db),
  ]);
  return { years: years.rows, departments: departments.rows, topics: topics.rows };
}
