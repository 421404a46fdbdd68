import { sql, type ExpressionBuilder } from 'kysely';
import { exactCountLimit } from '../../contract/pagination';
import type { ServiceGuideQuery } from '../../contract/serviceGuides';
import type { Database } from '../../database/database';
import type { Tables } from '../../database/tables';
import { guideSummaryColumns } from '../../presenters/serviceGuideSummary';

type Filter = Pick<ServiceGuideQuery, 'departmentId' | 'audience' | 'topic' | 'officeCode'>;

function matching({ departmentId, audience, topic, officeCode }: Filter) {
  return (eb: ExpressionBuilder<Tables, 'service_guides'>) =>
    eb.and([
      eb('service_guides.status', '<>', 'cancelled'),
      ...(departmentId === undefined ? [] : [eb('service_guides.department_id', '=', Number(departmentId))]),
      ...(audience === undefined ? [] : [sql<boolean>`service_guides.audiences @> array[${audience}]::text[]`]),
      ...(topic === undefined ? [] : [sql<boolean>`service_guides.topics @> array[${topic}]::text[]`]),
      ...(officeCode === undefined ? [] : [sql<boolean>`service_guides.office_codes @> array[${officeCode}]::text[]`]),
    ]);
}

/** One page of guides after the given id, plus how many there are (counting stops past 1,000). */
export async function findServiceGuides(db: Database, filter: Filter, after: number | undefined, limit: number) {
  const rows = await db
    .selectFrom('service_guides')
    .innerJoin('departments', 'departments.id', 'service_guides.department_id')
    .where(matching(filter))
    .$if(after !== undefined, (query) => query.where('service_guides.id', '>', after ?? 0))
    .select(guideSummaryColumns)
    .orderBy('service_guides.id')
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
    .select([
      'service_guides.id',
      'service_guides.implementation_code',
      'service_guides.department_id',
      'service_guides.content',
      'service_guides.version',
      'service_guides.topics',
      'service_guides.updated_at',
      'departments.name as department_name',
    ])
    .executeTakeFirst();
}

export type ServiceGuideRow = NonNullable<Awaited<ReturnType<typeof findServiceGuide>>>;

/** The offices of these codes with all their windows. */
export async function findOfficesWithWindows(db: Database, codes: readonly string[]) {
  if (codes.length === 0) return [];
  return db
    .selectFrom('offices')
    .leftJoin('window_counters', 'window_counters.office_id', 'offices.id')
    .where('offices.code', 'in', codes)
    .selectAll('offices')
    .select(['window_counters.number as window_number', 'window_counters.name as window_name', 'window_counters.floor as window_floor'])
    .orderBy('window_counters.sort_order')
    .orderBy('window_counters.id')
    .execute();
}

export type OfficeWindowRow = Awaited<ReturnType<typeof findOfficesWithWindows>>[number];

/** Guides that others refer to by their implementation codes. */
export async function findGuideRefs(db: Database, codes: readonly string[]) {
  if (codes.length === 0) return [];
  return db
    .selectFrom('service_guides')
    .where('implementation_code', 'in', codes)
    .where('status', '<>', 'cancelled')
    .select(['id', 'implementation_code', 'name'])
    .execute();
}

export async function findTopicNames(db: Database, codes: readonly string[]) {
  if (codes.length === 0) return [];
  return db.selectFrom('topics').where('code', 'in', codes).select(['code', 'name']).execute();
}
