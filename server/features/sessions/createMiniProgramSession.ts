import { ApiError } from '../../apiError';
import { SignedIn, SignInBody } from '../../contract/sessions';
import { publicEndpoint } from '../../endpoint';
import { requireConsent, signIn } from './signIn';

export const createMiniProgramSession = publicEndpoint(
  {
    method: 'POST',
    url: '/sessions/mini-program',
    summary: '用 wx.login 的凭证登录',
    body: SignInBody,
    reply: SignedIn,
    status: 201,
    errors: ['privacy_consent_required', 'feature_unavailable', 'wechat_code_invalid', 'wechat_code_used', 'wechat_user_blocked', 'wechat_unavailable', 'wechat_misconfigured'],
    limits: [{ per: 'address', limit: 600, windowSeconds: 60 }],
  },
  async ({ app, body }) => {
    const appId = app.config.WECHAT_MINI_PROGRAM_APP_ID;
    if (appId === undefined) throw new ApiError('feature_unavailable');
    requireConsent(body);
    const { openId, unionId } = await app.wechat.exchangeLoginCode(body.code);
    return signIn(app, 'mini_program', { appId, openId, unionId }, body);
  },
);
