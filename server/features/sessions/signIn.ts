import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../apiError';
import type { SessionClient, SignedIn, SignInBody } from '../../contract/sessions';
import { hashToken, newToken } from '../../encryption/tokens';
import { presentCitizen } from '../../presenters/citizenPresenter';
import { isActiveStaff } from '../../staff/staffSession';
import { privacyPolicyVersion } from '../../privacyPolicy';
import { resolveCitizen, type WeChatIdentity } from './identityRepository';

/** Consent comes before anything is taken from WeChat. @throws ApiError `privacy_consent_required`. */
export function requireConsent(body: SignInBody): void {
  if (body.privacyPolicyVersion !== privacyPolicyVersion) throw new ApiError('privacy_consent_required');
}

/** Opens a session for whoever WeChat says this is. The token is shown once, here. */
export async function signIn(app: FastifyInstance, client: SessionClient, identity: WeChatIdentity, body: SignInBody): Promise<SignedIn> {
  const now = app.clock.now();
  const token = newToken();
  const expiresAt = app.sessions.expiry(now, now, client);
  const citizen = await app.db.transaction().execute(async (tx) => {
    const citizenId = await resolveCitizen(tx, identity, now);
    await tx
      .insertInto('sessions')
      .values({
        token_hash: hashToken(token),
        citizen_id: citizenId,
        client,
        device_label: body.deviceLabel ?? null,
        created_at: now,
        last_seen_at: now,
        expires_at: expiresAt,
      })
      .execute();
    return tx
      .updateTable('citizens')
      .set({ privacy_policy_version: body.privacyPolicyVersion, privacy_policy_agreed_at: now })
      .where('id', '=', citizenId)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
  return { token, expiresAt: expiresAt.toISOString(), citizen: presentCitizen(citizen, await isActiveStaff(app.db, citizen.id), app.encryption) };
}
