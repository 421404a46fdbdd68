import type { FastifyRequest } from 'fastify';
import type { Announcing, By } from '../../announcements/announcing';
import { checkAnnouncement } from '../../announcements/checkAnnouncement';
import { findDraft } from '../../announcements/draftRepository';
import { findDraftEvents } from '../../announcements/history';
import { requireDraft, stepTaker } from '../../announcements/takeDraftStep';
import type { AnnouncementDraft } from '../../contract/announcementDrafts';
import { findStaffNames } from '../../staff/staffNames';
import type { StaffSession } from '../../staff/staffSession';
import { presentDraft } from './announcementPresenter';

export const byOf = (staff: StaffSession, request: FastifyRequest): By => ({ staff, clientAddress: request.ip, requestId: request.id });

/**
 * The draft as it now stands, with what its check finds and what this member may do with it.
 *
 * @throws ApiError `draft_not_found`.
 */
export async function viewDraft(announcing: Announcing, staff: StaffSession, draftId: string): Promise<AnnouncementDraft> {
  const { db, encryption } = announcing;
  const draft = requireDraft(await findDraft(db, draftId), staff);
  const events = await findDraftEvents(db, draft.id);
  const names = await findStaffNames(db, encryption, [draft.owner_id, draft.updated_by, draft.approved_by, ...events.map((event) => event.staff_id)]);
  // What is settled is not mended any more.
  const isSettled = draft.status === 'published' || draft.status === 'discarded';
  return presentDraft(draft, { events, names, findings: isSettled ? [] : await checkAnnouncement(announcing, draft), taker: await stepTaker(db, staff, draft) });
}
