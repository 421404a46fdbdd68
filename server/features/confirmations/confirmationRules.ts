import { randomInt } from 'node:crypto';
import type { ConfirmationState, Decision } from '../../contract/confirmations';

/**
 * How long a request waits for the phone. Taking out a phone, opening WeChat and reading the page takes most people under a
 * minute; a picture of the code that is sent around is worthless soon after. Once confirmed, the browser has as long again to
 * fetch its session over a bad connection.
 */
export const requestMilliseconds = 2 * 60_000;

/** Eight digits: typed on a phone's number pad. Guessing is limited by the hour, and finds nothing that signs the guesser in. */
export const newCode = (): string => String(randomInt(100_000_000)).padStart(8, '0');

/** Two digits to be compared on both screens. */
export const newNumber = (): number => randomInt(10, 100);

export interface RequestTimes {
  expires_at: Date;
  scanned_at: Date | null;
  decision: 'confirmed' | 'refused' | null;
}

export function stateOf(request: RequestTimes, now: Date): ConfirmationState {
  if (request.decision !== null) return request.decision;
  if (request.expires_at <= now) return 'expired';
  return request.scanned_at === null ? 'waiting' : 'scanned';
}

export const isWaiting = (state: ConfirmationState): boolean => state === 'waiting' || state === 'scanned';

export const decisionsAs = { confirm: 'confirmed', refuse: 'refused' } as const satisfies Record<Decision, RequestTimes['decision']>;
