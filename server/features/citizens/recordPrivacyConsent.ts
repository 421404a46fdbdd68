import { Type } from 'typebox';
import { ApiError } from '../../apiError';
import { citizenEndpoint } from '../../endpoint';
import { privacyPolicyVersion } from '../../privacyPolicy';

export const recordPrivacyConsent = citizenEndpoint(
  {
    method: 'PUT',
    url: '/citizens/current/privacy-consent',
    summary: '同意当前版本的隐私保护指引',
    body: Type.Object({ privacyPolicyVersion: Type.String({ minLength: 1, maxLength: 20 }) }, { additionalProperties: false }),
    errors: ['privacy_consent_required'],
  },
  async ({ app, body, citizen }) => {
    if (body.privacyPolicyVersion !== privacyPolicyVersion) throw new ApiError('privacy_consent_required');
    await app.db
      .updateTable('citizens')
      .set({ privacy_policy_version: body.privacyPolicyVersion, privacy_policy_agreed_at: app.clock.now() })
      .where('id', '=', citizen.citizenId)
      .execute();
  },
);
