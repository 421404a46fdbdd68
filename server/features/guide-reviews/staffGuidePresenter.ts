import type { StaffGuide } from '../../contract/guideReviews';
import { mayEditGuides } from '../../guideDrafts/guideDraftPolicy';
import { lastDayAskedFor, type StaffGuideRow } from '../../guideReviews/guideReviews';
import type { StaffSession } from '../../staff/staffSession';

export function presentStaffGuide(row: StaffGuideRow, staff: StaffSession, now: Date): StaffGuide {
  const isReviewDue = row.status !== 'cancelled' && row.review_due_on <= lastDayAskedFor(now);
  const isEditor = mayEditGuides(staff, row.department_id);
  return {
    id: String(row.id),
    name: row.name,
    implementationCode: row.implementation_code,
    department: { id: String(row.department_id), name: row.department_name },
    status: row.status,
    version: row.version,
    reviewedOn: row.reviewed_on,
    reviewDueOn: row.review_due_on,
    isReviewDue,
    openDraftId: row.open_draft_id,
    allowedActions: isEditor ? (isReviewDue ? ['edit', 'confirm'] : ['edit']) : [],
  };
}
