import type { Database } from '../../database/database';

const shownEvents = 50;

/** The newest steps first. */
export async function findEvents(db: Database, draftId: string) {
  return db.selectFrom('guide_draft_events').where('draft_id', '=', draftId).selectAll().orderBy('id', 'desc').limit(shownEvents).execute();
}

/** The reports that a draft answers, oldest first. */
export async function findDraftReports(db: Database, draftId: string) {
  return db
    .selectFrom('guide_draft_reports')
    .innerJoin('feedback', 'feedback.id', 'guide_draft_reports.report_id')
    .where('draft_id', '=', draftId)
    .select(['feedback.id', 'reference_number', 'part', 'department_id', 'description_encrypted', 'closed_at', 'closes_when_published'])
    .orderBy('received_at')
    .orderBy('feedback.id')
    .execute();
}
