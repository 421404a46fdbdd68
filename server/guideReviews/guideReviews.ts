import { sql, type ExpressionBuilder } from 'kysely';
import { dateInShanghai } from '../clock';
import { exactCountLimit } from '../contract/pagination';
import type { Database, DatabaseTransaction } from '../database/database';
import type { Tables } from '../database/tables';
import { openStatuses } from '../guideDrafts/guideDraftFlow';

/** So long before the year is over a guide asks to be looked at. */
export const noticeDays = 30;
const day = 86_400_000;

/** The day it was published or confirmed last: the newest of both. */
export const reviewedOn = sql<string>`greatest((service_guides.updated_at at time zone 'Asia/Shanghai')::date, guide_reviews.confirmed_on)`;
/** A year after that. */
export const reviewDueOn = sql<string>`(${reviewedOn} + interval '1 year')::date`;

/** Guides due by this date are asked for today. */
export const lastDayAskedFor = (now: Date): string => dateInShanghai(new Date(now.getTime() + noticeDays * day));

export const isReviewDue = (now: Date) => sql<boolean>`${reviewDueOn} <= ${lastDayAskedFor(now)}::date and service_guides.status <> 'cancelled'`;

export function selectStaffGuides(db: Database | DatabaseTransaction) {
  return db
    .selectFrom('service_guides')
    .innerJoin('departments', 'departments.id', 'service_guides.department_id')
    .leftJoin('guide_reviews', 'guide_reviews.guide_id', 'service_guides.id')
    .leftJoin('guide_drafts', (join) => join.onRef('guide_drafts.guide_id', '=', 'service_guides.id').on('guide_drafts.status', 'in', openStatuses))
    .select(['service_guides.id', 'service_guides.name', 'service_guides.implementation_code', 'service_guides.department_id', 'service_guides.status', 'service_guides.version'])
    .select(['departments.name as department_name', 'guide_drafts.id as open_draft_id'])
    .select([sql<string>`${reviewedOn}::text`.as('reviewed_on'), sql<string>`${reviewDueOn}::text`.as('review_due_on')]);
}
export type StaffGuideRow = Awaited<ReturnType<ReturnType<typeof selectStaffGuides>['execute']>>[number];

const inDepartments = (ids: readonly number[]) => sql<boolean>`service_guides.department_id = any(${ids}::bigint[])`;

/** Guides of these departments whose yearly review has come, the longest due first. */
export async function findGuidesToReview(db: Database, departmentIds: readonly number[], now: Date, after: readonly [string, number] | undefined, limit: number) {
  const rows = await selectStaffGuides(db)
    .where(inDepartments(departmentIds))
    .where(isReviewDue(now))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(${reviewDueOn}, service_guides.id) > (${after?.[0]}::date, ${after?.[1]}::bigint)`))
    .orderBy(reviewDueOn)
    .orderBy('service_guides.id')
    .limit(limit)
    .execute();
  return { rows, counted: await countGuidesToReview(db, departmentIds, now) };
}

export async function countGuidesToReview(db: Database, departmentIds: readonly number[], now: Date): Promise<number> {
  const { n } = await db
    .selectFrom(
      db
        .selectFrom('service_guides')
        .leftJoin('guide_reviews', 'guide_reviews.guide_id', 'service_guides.id')
        .where(inDepartments(departmentIds))
        .where(isReviewDue(now))
        .select('service_guides.id')
        .limit(exactCountLimit + 1)
        .as('counted'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** Guides of these departments, those whose name or code has the words; in the order of their ids. */
export async function findDepartmentGuides(db: Database, departmentIds: readonly number[], words: string | undefined, after: number | undefined, limit: number) {
  const matching = (eb: ExpressionBuilder<Tables, 'service_guides'>) =>
    eb.and([
      inDepartments(departmentIds),
      ...(words === undefined ? [] : [sql<boolean>`strpos(lower(service_guides.name || ' ' || service_guides.implementation_code), lower(${words})) > 0`]),
    ]);
  const rows = await selectStaffGuides(db)
    .where(matching)
    .$if(after !== undefined, (query) => query.where('service_guides.id', '>', after ?? 0))
    .orderBy('service_guides.id')
    .limit(limit)
    .execute();
  const { n } = await db
    .selectFrom(db.selectFrom('service_guides').where(matching).select('id').limit(exactCountLimit + 1).as('counted'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: n };
}

/**
 * Notes that somebody looked at this version and found it right. Twice on a day is once.
 *
 * @returns false when it was noted already
 */
export async function confirmGuide(tx: DatabaseTransaction, guideId: number, version: number, staffId: string, now: Date): Promise<boolean> {
  const today = dateInShanghai(now);
  const confirmed = await tx
    .insertInto('guide_reviews')
    .values({ guide_id: guideId, confirmed_on: today, confirmed_version: version, confirmed_by: staffId })
    .onConflict((conflict) =>
      conflict
        .column('guide_id')
        .doUpdateSet({ confirmed_on: today, confirmed_version: version, confirmed_by: staffId })
        .where((eb) => eb.or([eb('guide_reviews.confirmed_on', 'is', null), eb('guide_reviews.confirmed_on', '<', today), eb('guide_reviews.confirmed_version', '<>', version)])),
    )
    .executeTakeFirst();
  return confirmed.numInsertedOrUpdatedRows === 1n;
}
