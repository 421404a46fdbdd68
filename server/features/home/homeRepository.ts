import { sql } from 'kysely';
import type { Topic } from '../../contract/topics';
import type { Database } from '../../database/database';
import { isPointedOut } from '../../presenters/announcementNotices';
import { guideSummaryColumns, type GuideSummaryRow } from '../../presenters/serviceGuideSummary';

/** The topics of the first page in their order; those without a guide lead nowhere and are left out. */
export async function findHomeTopics(db: Database, limit: number): Promise<Topic[]> {
  const counted = sql<number>`(select count(*) from service_guides g where g.topics @> array[topics.code] and g.status <> 'cancelled')`;
  return db
    .selectFrom(db.selectFrom('topics').where('home_order', 'is not', null).select(['code', 'kind', 'name', 'home_order']).select(counted.as('guideCount')).as('listed'))
    .where('guideCount', '>', 0)
    .select(['code', 'kind', 'name', 'guideCount'])
    .orderBy('home_order')
    .limit(limit)
    .execute();
}

/** The guides that were read most since the given date, most first. */
export async function findMostUsed(db: Database, since: string, limit: number): Promise<GuideSummaryRow[]> {
  return db
    .selectFrom(
      db
        .selectFrom('guide_views')
        .where('viewed_on', '>=', since)
        .groupBy('guide_id')
        .select((eb) => ['guide_id', eb.fn.sum<number>('views').as('views')])
        .as('viewed'),
    )
    .innerJoin('service_guides', 'service_guides.id', 'viewed.guide_id')
    .innerJoin('departments', 'departments.id', 'service_guides.department_id')
    .where('service_guides.status', '=', 'in_effect')
    .select(guideSummaryColumns)
    .orderBy('viewed.views', 'desc')
    .orderBy('service_guides.id')
    .limit(limit)
    .execute();
}

const announcementRefColumns = ['announcements.id', 'announcements.kind', 'announcements.title', 'announcements.first_published_at'] as const;

/** Urgent notices that are to be pointed out on this day, newest first. */
export async function findUrgentNotices(db: Database, today: string, limit: number) {
  return db
    .selectFrom('announcements')
    .where(sql<boolean>`announcements.status = 'published' and announcements.kind = 'urgent_notice'`)
    .where(isPointedOut(today))
    .select(announcementRefColumns)
    .orderBy('announcements.first_published_at', 'desc')
    .orderBy('announcements.id', 'desc')
    .limit(limit)
    .execute();
}

export async function findNewestAnnouncements(db: Database, limit: number) {
  return db
    .selectFrom('announcements')
    .where(sql<boolean>`announcements.status = 'published'`)
    .select(announcementRefColumns)
    .orderBy('announcements.first_published_at', 'desc')
    .orderBy('announcements.id', 'desc')
    .limit(limit)
    .execute();
}
