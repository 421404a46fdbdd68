import { departmentsEdited } from '../../guideDrafts/guideDraftPolicy';
import { findGuidesToReview, noticeDays } from '../../guideReviews/guideReviews';
import { mostWorkItems, type WorkSource } from '../../work/workSource';

/** Until the end of that day in China. */
const endOfDay = (date: string): Date => new Date(`${date}T23:59:59+08:00`);
const askedSince = (dueOn: string): Date => new Date(Date.parse(`${dueOn}T00:00:00+08:00`) - noticeDays * 86_400_000);

/** The yearly look at a guide waits for every editor of its department: nobody owns it. */
export const guideReviewWork: WorkSource = {
  kind: 'guide_review',
  find: async (db, staff, now) => {
    const { rows } = await findGuidesToReview(db, departmentsEdited(staff), now, undefined, mostWorkItems);
    return rows.map((row) => ({
      kind: 'guide_review',
      id: String(row.id),
      title: row.name,
      note: '一年到了，请核对是不是仍然准确',
      department: { id: String(row.department_id), name: row.department_name },
      waitingSince: askedSince(row.review_due_on),
      dueAt: endOfDay(row.review_due_on),
    }));
  },
  countOwned: async () => 0,
  handOver: async () => 0,
};
