import type { FastifyRequest } from 'fastify';
import { ApiError } from '../apiError';
import type { Clock } from '../clock';
import type { SessionClient } from '../contract/sessions';
import type { DatabasePool } from '../database/pool';
import { hashToken } from '../encryption/tokens';

/** Whoever made the request, as known from the session's token. */
export interface CitizenSession {
  citizenId: string;
  sessionId: string;
  client: SessionClient;
}

const hour = 3_600_000;
const day = 24 * hour;

/** However busy, a session ends half a year after signing in. */
const longestSessionDays = 180;

/** An office computer has more than one user: what is forgotten there overnight is over, and a week is the end in any case. */
const idleOfDesktop = 12 * hour;
const longestOfDesktop = 7 * day;

/**
 * Finds the session of a request by one indexed look-up, so that an ended session is refused by every process at once.
 *
 * @throws ApiError `sign_in_required` without a token, `session_expired` with one that is unknown, ended or too old.
 */
export class Sessions {
  constructor(
    private readonly pool: DatabasePool,
    private readonly clock: Clock,
    private readonly idleDays: number,
  ) {}

  async require(request: FastifyRequest): Promise<CitizenSession> {
    const token = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new ApiError(request.headers.authorization === undefined ? 'sign_in_required' : 'session_expired');
    const now = this.clock.now();
    const found = await this.pool.query<{ id: string; citizen_id: string; client: SessionClient; created_at: Date; last_seen_at: Date }>({
      name: 'find_session',
      text: 'select id, citizen_id, client, created_at, last_seen_at from sessions where token_hash = $1 and expires_at > $2',
      values: [hashToken(token), now],
    });
    const session = found.rows[0];
    if (session === undefined) throw new ApiError('session_expired');
    // Once an hour is enough to keep the expiry sliding; more would make every read a write.
    if (now.getTime() - session.last_seen_at.getTime() >= hour) {
      await this.pool.query('update sessions set last_seen_at = $2, expires_at = $3 where id = $1', [
        session.id,
        now,
        this.expiry(session.created_at, now, session.client),
      ]);
    }
    return { citizenId: session.citizen_id, sessionId: session.id, client: session.client };
  }

  /** When a session that was opened at `createdAt` and is used now will end. */
  expiry(createdAt: Date, now: Date, client: SessionClient): Date {
    if (client === 'desktop') return new Date(Math.min(now.getTime() + idleOfDesktop, createdAt.getTime() + longestOfDesktop));
    return new Date(Math.min(now.getTime() + this.idleDays * day, createdAt.getTime() + longestSessionDays * day));
  }
}
