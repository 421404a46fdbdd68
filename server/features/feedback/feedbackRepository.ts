import type { Insertable } from 'kysely';
import type { Database } from '../../database/database';
import type { FeedbackTable } from '../../database/tables';

/** The guide that a feedback is about: the version that holds now, and whose it is. */
export async function findGuideOfFeedback(db: Database, guideId: number) {
  return db
    .selectFrom('service_guides')
    .innerJoin('departments', 'departments.id', 'service_guides.department_id')
    .where('service_guides.id', '=', guideId)
    .select(['service_guides.id', 'service_guides.version', 'service_guides.department_id', 'departments.name as department_name'])
    .executeTakeFirst();
}

/** Keeps a feedback unless one with its id, or with its reference number, is there. @returns whether it was kept */
export async function insertFeedback(db: Database, row: Insertable<FeedbackTable>): Promise<boolean> {
  const result = await db
    .insertInto('feedback')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** What was answered when the feedback with this id was first received. */
export async function findReceipt(db: Database, id: string) {
  return db
    .selectFrom('feedback')
    .leftJoin('departments', 'departments.id', 'feedback.department_id')
    .where('feedback.id', '=', id)
    .select(['feedback.reference_number', 'feedback.received_at', 'departments.name as department_name'])
    .executeTakeFirst();
}
