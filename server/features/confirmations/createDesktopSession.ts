import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../apiError';
import { DesktopSessionBody, RequestIdParams, SignInProgress } from '../../contract/confirmations';
import type { SignedIn } from '../../contract/sessions';
import { hashToken } from '../../encryption/tokens';
import { publicEndpoint } from '../../endpoint';
import { presentCitizen } from '../../presenters/citizenPresenter';
import { findRequest, lockRequest } from './confirmationRepository';
import { stateOf } from './confirmationRules';

/** Asked every two seconds; the session is made by the first call after the confirmation. */
export const createDesktopSession = publicEndpoint(
  {
    method: 'POST',
    url: '/sign-in-requests/:requestId/session',
    summary: '请求登录的浏览器询问结果；确认后取得登录，同一浏览器可以安全地重复询问',
    params: RequestIdParams,
    body: DesktopSessionBody,
    reply: SignInProgress,
    errors: ['confirmation_request_not_found'],
    limits: [{ per: 'address', limit: 1_800, windowSeconds: 60 }],
  },
  async ({ app, params, body }): Promise<SignInProgress> => {
    const row = await findRequest(app.db, params.requestId);
    if (row?.secret_hash?.equals(hashToken(body.secret)) !== true) throw new ApiError('confirmation_request_not_found');
    const state = stateOf(row, app.clock.now());
    if (state !== 'confirmed') return { state, signedIn: null };
    const signedIn = await openSession(app, row.id, body.secret);
    return { state: signedIn === undefined ? 'expired' : state, signedIn: signedIn ?? null };
  },
);

/**
 * The session's token is computed from the browser's secret with the server's key: asking again after a lost answer gives the
 * same token, while the database holds only hashes of both and whoever reads it can compute neither. The session itself
 * is made once; if it was ended meanwhile, asking again does not bring it back.
 *
 * @returns undefined when it is too late, when the session was ended, or the member is no longer in office.
 */
function openSession(app: FastifyInstance, requestId: string, secret: string): Promise<SignedIn | undefined> {
  const token = app.encryption.blindIndex(secret, 'confirmation_requests.session_token');
  return app.db.transaction().execute(async (tx) => {
    const now = app.clock.now();
    const row = await lockRequest(tx, requestId);
    if (row === undefined || row.decided_by === null || row.expires_at <= now) return undefined;
    const citizen = await tx
      .selectFrom('staff_members')
      .innerJoin('citizens', 'citizens.id', 'staff_members.citizen_id')
      .where('staff_members.id', '=', row.decided_by)
      .where('staff_members.status', '=', 'active')
      .selectAll('citizens')
      .executeTakeFirst();
    if (citizen === undefined) return undefined;
    if (row.opened_at === null) {
      await tx
        .insertInto('sessions')
        .values({
          token_hash: hashToken(token),
          citizen_id: citizen.id,
          client: 'desktop',
          device_label: row.browser,
          created_at: now,
          last_seen_at: now,
          expires_at: app.sessions.expiry(now, now, 'desktop'),
        })
        .execute();
      await tx.updateTable('confirmation_requests').set({ opened_at: now }).where('id', '=', row.id).execute();
    }
    const session = await tx.selectFrom('sessions').where('token_hash', '=', hashToken(token)).select('expires_at').executeTakeFirst();
    if (session === undefined) return undefined;
    return { token, expiresAt: session.expires_at.toISOString(), citizen: presentCitizen(citizen, true, app.encryption) };
  });
}
