import { sql, type ExpressionBuilder } from 'kysely';
import { exactCountLimit } from '../contract/pagination';
import type { GuideContent } from '../contract/guideContent';
import type { DraftList } from '../contract/guideDrafts';
import type { Database, DatabaseTransaction } from '../database/database';
import type { Tables } from '../database/tables';
import { staffIdsOf, type StaffSession } from '../staff/staffSession';
import { openStatuses } from './guideDraftFlow';
import { departmentsApproved, departmentsOfGuides } from './guideDraftPolicy';

function selectDrafts(db: Database | DatabaseTransaction) {
  return db
    .selectFrom('guide_drafts')
    .innerJoin('departments', 'departments.id', 'guide_drafts.department_id')
    .leftJoin('staff_members as owner', 'owner.id', 'guide_drafts.owner_id')
    .select(['departments.name as department_name', 'owner.name_encrypted as owner_name_encrypted']);
}

export async function findDraft(db: Database | DatabaseTransaction, id: string) {
  return selectDrafts(db).where('guide_drafts.id', '=', id).selectAll('guide_drafts').executeTakeFirst();
}
export type DraftRow = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/** The draft, kept for this transaction: two who take a step at once take it one after the other. */
export async function lockDraft(tx: DatabaseTransaction, id: string) {
  return tx.selectFrom('guide_drafts').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();
}
export type LockedDraft = NonNullable<Awaited<ReturnType<typeof lockDraft>>>;

/** The draft in which a guide is being changed. */
export async function findOpenDraftId(db: Database | DatabaseTransaction, guideId: number): Promise<string | undefined> {
  const row = await db.selectFrom('guide_drafts').where('guide_id', '=', guideId).where('status', 'in', openStatuses).select('id').executeTakeFirst();
  return row?.id;
}

function listed(list: DraftList, staff: StaffSession) {
  const among = (ids: readonly number[]) => sql<boolean>`guide_drafts.department_id = any(${ids}::bigint[])`;
  return (eb: ExpressionBuilder<Tables, 'guide_drafts'>) => {
    const isOpen = eb('guide_drafts.status', 'in', openStatuses);
    switch (list) {
      case 'mine':
        return eb.and([eb('guide_drafts.owner_id', 'in', staffIdsOf(staff)), isOpen, among(departmentsOfGuides(staff))]);
      case 'to_approve':
        return eb.and([eb('guide_drafts.status', '=', 'submitted'), among(departmentsApproved(staff))]);
      case 'open':
        return eb.and([isOpen, among(departmentsOfGuides(staff))]);
      case 'finished':
        return eb.and([eb.not(isOpen), among(departmentsOfGuides(staff))]);
    }
  };
}

/** Newest first, below `before`. */
export async function findDrafts(db: Database, list: DraftList, staff: StaffSession, before: readonly [string, string] | undefined, limit: number) {
  const rows = await selectDrafts(db)
    .where(listed(list, staff))
    .$if(before !== undefined, (query) => query.where(sql<boolean>`(guide_drafts.updated_at, guide_drafts.id) < (${before?.[0]}::timestamptz, ${before?.[1]}::uuid)`))
    .select(['guide_drafts.id', 'guide_drafts.guide_id', 'guide_drafts.implementation_code', 'guide_drafts.department_id', 'guide_drafts.status', 'guide_drafts.owner_id', 'guide_drafts.updated_at'])
    .select([sql<string>`guide_drafts.content ->> 'name'`.as('name'), sql<string>`guide_drafts.updated_at::text`.as('updated_at_exactly')])
    .orderBy('guide_drafts.updated_at', 'desc')
    .orderBy('guide_drafts.id', 'desc')
    .limit(limit)
    .execute();
  const { n } = await db
    .selectFrom(db.selectFrom('guide_drafts').where(listed(list, staff)).select('id').limit(exactCountLimit + 1).as('counted'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, counted: n };
}

/** What a guide says now. */
export async function findPublished(db: Database | DatabaseTransaction, guideId: number) {
  return db
    .selectFrom('service_guides')
    .where('id', '=', guideId)
    .select(['id', 'implementation_code', 'department_id', 'version', 'content', 'updated_at'])
    .executeTakeFirst();
}
export type PublishedGuide = NonNullable<Awaited<ReturnType<typeof findPublished>>>;

/** What a guide said in one of its versions; the newest one is not in the history. */
export async function findVersion(db: Database | DatabaseTransaction, published: PublishedGuide, version: number): Promise<GuideContent | undefined> {
  if (published.version === version) return published.content;
  const row = await db.selectFrom('service_guide_history').where('guide_id', '=', published.id).where('version', '=', version).select('content').executeTakeFirst();
  return row?.content;
}

export async function findTopicNames(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('topics').select(['code', 'name']).execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}
