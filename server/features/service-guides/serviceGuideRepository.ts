import { sql, type ExpressionBuilder } from 'kysely';
import type { ServiceGuideQuery } from '../../contract/serviceGuides';
import { exactCountLimit } from '../../contract/pagination';
import type { Database } from '../../database/database';
import type { Tables } from '../../database/tables';
import { guideSummaryColumns } from '../../presenters/serviceGuideSummary';

type Filter = Pick<ServiceGuideQuery, 'query' | 'departmentId' | 'audience'>;

/** Lower comes first: the name itself, then names that begin with the words, then names that contain them. */
const matchRank = (words: string) =>
  sql<number>`case when service_guides.name = ${words} then 0 when service_guides.name like ${`${escapeLike(words)}%`} then 1 else 2 end`;

function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&');
}

function matching(filter: Filter) {
  return (eb: ExpressionBuilder<Tables, 'service_guides'>) =>
    eb.and([
      ...(filter.departmentId === undefined ? [] : [eb('service_guides.department_id', '=', Number(filter.departmentId))]),
      ...(filter.audience === undefined ? [] : [sql<boolean>`service_guides.audiences @> array[${filter.audience}]::text[]`]),
      // Every word must stand somewhere in the name.
      ...wordsOf(filter.query).map((word) => eb('service_guides.name', 'ilike', `%${escapeLike(word)}%`)),
    ]);
}

function wordsOf(query: string | undefined): string[] {
  return (query ?? '').split(/\s+/u).filter((word) => word !== '');
}

/** One page of guides after the given key, plus how many there are (counting stops past 1,000). */
export async function findServiceGuides(
  db: Database,
  filter: Filter,
  after: readonly [number, number] | undefined,
  limit: number,
) {
  const words = wordsOf(filter.query).join(' ');
  const ranked = db
    .selectFrom('service_guides')
    .innerJoin('departments', 'departments.id', 'service_guides.department_id')
    .where(matching(filter))
    .select([...guideSummaryColumns, (words === '' ? sql<number>`0` : matchRank(words)).as('rank')]);
  const rows = await db
    .selectFrom(ranked.as('ranked'))
    .selectAll()
    .$if(after !== undefined, (query) => query.where((eb) => eb(eb.refTuple('rank', 'id'), '>', eb.tuple(after?.[0] ?? 0, after?.[1] ?? 0))))
    .orderBy('rank')
    .orderBy('id')
    .limit(limit)
    .execute();
  const counted = await db
    .selectFrom(db.selectFrom('service_guides').where(matching(filter)).select('id').limit(exactCountLimit + 1).as('counted'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: counted.n };
}

export async function findServiceGuide(db: Database, id: number) {
  return db
    .selectFrom('service_guides')
    .innerJoin('departments', 'departments.id', 'service_guides.department_id')
    .where('service_guides.id', '=', id)
    .selectAll('service_guides')
    .select('departments.name as department_name')
    .executeTakeFirst();
}

export type ServiceGuideRow = NonNullable<Awaited<ReturnType<typeof findServiceGuide>>>;
