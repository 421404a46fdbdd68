import { exactCountLimit } from '../../contract/pagination';
import type { GuideContent } from '../../contract/guideContent';
import type { Database } from '../../database/database';

export interface GuideVersionRow {
  version: number;
  department_name: string;
  content: GuideContent;
  written_at: Date;
}

/** The current version and those before it, newest first, below `before`; the version that follows the page is its last row. */
export async function findGuideVersions(db: Database, guideId: number, before: number | undefined, limit: number): Promise<{ rows: GuideVersionRow[]; counted: number } | undefined> {
  const current = await db
    .selectFrom('service_guides')
    .innerJoin('departments', 'departments.id', 'service_guides.department_id')
    .where('service_guides.id', '=', guideId)
    .select(['service_guides.version', 'departments.name as department_name', 'service_guides.content', 'service_guides.updated_at as written_at'])
    .executeTakeFirst();
  if (current === undefined) return undefined;
  const earlier = await db
    .selectFrom('service_guide_history')
    .innerJoin('departments', 'departments.id', 'service_guide_history.department_id')
    .where('guide_id', '=', guideId)
    .$if(before !== undefined, (query) => query.where('version', '<', before ?? 0))
    .select(['version', 'departments.name as department_name', 'content', 'written_at'])
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
  const rows = before === undefined || current.version < before ? [current, ...earlier] : earlier;
  // Every change adds one, and none is ever taken away.
  return { rows: rows.slice(0, limit), counted: Math.min(current.version, exactCountLimit + 1) };
}
