import { ApiError } from '../../apiError';
import type { CitizenSession } from '../../plugins/authentication';
import type { StaffSession } from '../../staff/staffSession';
import type { RequestRow } from './confirmationRepository';

/**
 * Who may see and decide about a request: for signing in any staff member, who then signs in as themselves; for an act only
 * the member who asked. Never from a desktop session, so that one that was left open cannot open more, nor from the session that asked.
 *
 * @throws ApiError `confirmation_request_not_found`, also for another member's request; `confirmation_needs_phone`.
 */
export function requireDecider(row: RequestRow | undefined, staff: StaffSession, session: CitizenSession): asserts row is RequestRow & { number: number } {
  if (row === undefined || row.number === null || (row.kind === 'act' && row.asked_by !== staff.staffId)) throw new ApiError('confirmation_request_not_found');
  if (session.client === 'desktop' || row.session_id === session.sessionId) throw new ApiError('confirmation_needs_phone');
}
