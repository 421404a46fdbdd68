import type { ConfirmationRequest } from '../../contract/confirmations';
import type { RequestRow } from './confirmationRepository';
import { isWaiting, stateOf } from './confirmationRules';

/** A request for the staff member who is asked. */
export function presentRequest(row: RequestRow & { number: number }, siteName: string, now: Date): ConfirmationRequest {
  const state = stateOf(row, now);
  return {
    id: row.id,
    kind: row.kind,
    act: row.act,
    siteName,
    browser: row.browser,
    clientAddress: row.client_address,
    askedAt: row.asked_at.toISOString(),
    number: row.number,
    state,
    allowedActions: isWaiting(state) ? ['confirm', 'refuse'] : [],
  };
}
