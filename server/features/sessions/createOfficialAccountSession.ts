import { ApiError } from '../../apiError';
import { SignedIn, SignInBody } from '../../contract/sessions';
import { publicEndpoint } from '../../endpoint';
import { requireConsent, signIn } from './signIn';

export const createOfficialAccountSession = publicEndpoint(
  {
    method: 'POST',
    url: '/sessions/official-account',
    summary: '用公众号网页授权的凭证登录网页版',
    body: SignInBody,
    reply: SignedIn,
    status: 201,
    errors: ['privacy_consent_required', 'feature_unavailable', 'snapshot_user_refused', 'wechat_code_invalid', 'wechat_code_used', 'wechat_unavailable', 'wechat_misconfigured'],
    limits: [{ per: 'address', limit: 600, windowSeconds: 60 }],
  },
  async ({ app, body }) => {
    const appId = app.config.WECHAT_OFFICIAL_ACCOUNT_APP_ID;
    if (appId === undefined) throw new ApiError('feature_unavailable');
    requireConsent(body);
    const { openId, unionId } = await app.wechat.exchangeOfficialAccountCode(body.code);
    return signIn(app, 'h5', { appId, openId, unionId }, body);
  },
);
