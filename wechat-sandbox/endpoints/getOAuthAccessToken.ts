import { requireAccount, requireGrantType, requireText } from '../credentials';
import { openIdOf, unionIdOf } from '../demoCitizens';
import { WeChatError } from '../errors';
import type { WeChatEndpoint } from '../weChatEndpoint';

const refusals = { unknown: 40029, used: 40163, expired: 42003 } as const;

/** Exchanges the code of the authorisation page for the follower's openid and a web token. */
export const getOAuthAccessToken: WeChatEndpoint = {
  method: 'GET',
  path: '/sns/oauth2/access_token',
  contentType: 'text/plain',
  query: ['appid', 'secret', 'code', 'grant_type'],
  answer({ state, query }) {
    const account = requireAccount(state, query['appid'], query['secret']);
    if (account.kind !== 'official_account') throw new WeChatError(48001);
    const code = requireText(query['code'], 41008);
    requireGrantType(query['grant_type'], 'authorization_code');
    if (!state.quotas.take(`oauth:${account.appId}`, state.limits.oauthTokenPerMinute, 'minute')) throw new WeChatError(45011);
    const found = state.oauthCodes.find(code);
    if (found.status !== 'good') throw new WeChatError(refusals[found.status]);
    if (found.grant.appId !== account.appId) throw new WeChatError(40029);
    const citizen = state.findCitizen(found.grant.citizenId);
    if (citizen === undefined) throw new WeChatError(40029);
    state.oauthCodes.use(code);
    const { scope } = found.grant;
    // Sent for both scopes, so that a caller that asks for the silent one meets the virtual user too.
    const snapshot = citizen.isSnapshotUser ? { is_snapshotuser: 1 } : {};
    const unionid = scope === 'snsapi_userinfo' ? unionIdOf(citizen, account) : undefined;
    return {
      ...state.webTokens.issue(found.grant),
      openid: openIdOf(citizen, account),
      scope,
      ...snapshot,
      ...(unionid === undefined ? {} : { unionid }),
    };
  },
};
