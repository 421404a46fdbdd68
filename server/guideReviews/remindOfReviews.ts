import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { dateInShanghai } from '../clock';
import type { DatabaseTransaction } from '../database/database';
import { tell } from '../outbox/tell';
import { isReviewDue, reviewDueOn } from './guideReviews';

/** As many guides at a time: what is left follows the next night. */
const mostAtOnce = 5_000;

/** Every night: whoever mends a department's guides is told, once for each due date, that guides of theirs are to be looked at. */
export function scheduleReviewReminders(app: FastifyInstance): void {
  app.jobs.define('remind-of-guide-reviews', { apply: (tx) => remindOfReviews(tx, app.clock.now()) });
  app.jobs.schedule('remind-of-guide-reviews', '15 8 * * *');
}

export async function remindOfReviews(tx: DatabaseTransaction, now: Date): Promise<void> {
  const due = await tx
    .selectFrom('service_guides')
    .leftJoin('guide_reviews', 'guide_reviews.guide_id', 'service_guides.id')
    .where(isReviewDue(now))
    .where(sql<boolean>`guide_reviews.reminded_of is distinct from ${reviewDueOn}`)
    .select(['service_guides.id', 'service_guides.department_id', 'service_guides.name', sql<string>`${reviewDueOn}::text`.as('due_on')])
    .orderBy('service_guides.department_id')
    .orderBy(reviewDueOn)
    .orderBy('service_guides.id')
    .limit(mostAtOnce)
    .execute();
  const departments = new Map<number, typeof due>();
  for (const guide of due) departments.set(guide.department_id, [...(departments.get(guide.department_id) ?? []), guide]);
  for (const [departmentId, guides] of departments) {
    const [first] = guides;
    if (first === undefined) continue;
    await tell(tx, {
      key: `guide_reviews:${departmentId}:${dateInShanghai(now)}`,
      kind: 'staff_task',
      to: { roles: ['editor', 'administrator'], departmentId },
      title: guides.length === 1 ? `“${first.name}”该核对了` : `${guides.length} 份办事指南该核对了`,
      body: `每份指南每年要核对一遍。最早的是“${first.name}”，最晚 ${first.due_on} 前核对。仍然准确的点一下就行，不准的请修改。`,
      path: '/features/staff/pages/guide-review/index',
      at: now,
    });
  }
  for (const { id, due_on: dueOn } of due) {
    await tx
      .insertInto('guide_reviews')
      .values({ guide_id: id, confirmed_on: null, confirmed_version: null, confirmed_by: null, reminded_of: dueOn })
      .onConflict((conflict) => conflict.column('guide_id').doUpdateSet({ reminded_of: dueOn }))
      .execute();
  }
}
