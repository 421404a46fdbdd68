import { ApiError } from '../../apiError';
import type { Database, DatabaseTransaction } from '../../database/database';
import { mayEditGuides, maySeeGuides } from '../../guideDrafts/guideDraftPolicy';
import { findPublished, type PublishedGuide } from '../../guideDrafts/guideDraftRepository';
import type { StaffSession } from '../../staff/staffSession';

/** @throws ApiError guide_not_found, also for another department's; not_allowed for who may only approve */
export async function findGuideToEdit(db: Database | DatabaseTransaction, staff: StaffSession, guideId: string): Promise<PublishedGuide> {
  const guide = await findPublished(db, Number(guideId));
  if (guide === undefined || !maySeeGuides(staff, guide.department_id)) throw new ApiError('guide_not_found');
  if (!mayEditGuides(staff, guide.department_id)) throw new ApiError('not_allowed');
  return guide;
}
