import { sql } from 'kysely';
import type { Topic } from '../../contract/topics';
import type { Database } from '../../database/database';

/** Topics with the number of guides that can be found under them; without any they are left out. */
export async function findTopics(db: Database): Promise<Topic[]> {
  return db
    .selectFrom('topics')
    .innerJoin(
      db
        .selectFrom('service_guides')
        .where('status', '<>', 'cancelled')
        .select((eb) => [sql<string>`unnest(topics)`.as('code'), eb.fn.countAll<number>().as('guide_count')])
        .groupBy('code')
        .as('counted'),
      'counted.code',
      'topics.code',
    )
    .select(['topics.code', 'topics.kind', 'topics.name', 'counted.guide_count as guideCount'])
    .orderBy(sql`case topics.kind when 'natural_person' then 1 when 'legal_person' then 2 else 3 end`)
    .orderBy('topics.sort_order')
    .execute();
}
