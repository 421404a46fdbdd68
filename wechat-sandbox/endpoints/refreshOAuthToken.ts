import { requireGrantType, requireText } from '../credentials';
import { openIdOf } from '../demoCitizens';
import { WeChatError } from '../errors';
import type { WeChatEndpoint } from '../weChatEndpoint';

const refusals = { unknown: 40030, expired: 42002 } as const;

/** A new web token for the refresh token, without the person. */
export const refreshOAuthToken: WeChatEndpoint = {
  method: 'GET',
  path: '/sns/oauth2/refresh_token',
  contentType: 'text/plain',
  query: ['appid', 'grant_type', 'refresh_token'],
  answer({ state, query }) {
    const account = state.findAccount(requireText(query['appid'], 41002));
    if (account === undefined) throw new WeChatError(40013);
    requireGrantType(query['grant_type'], 'refresh_token');
    const refreshToken = requireText(query['refresh_token'], 40030);
    const found = state.webTokens.findRefresh(refreshToken);
    if (found.status !== 'good') throw new WeChatError(refusals[found.status]);
    if (found.grant.appId !== account.appId) throw new WeChatError(40030);
    const citizen = state.findCitizen(found.grant.citizenId);
    if (citizen === undefined) throw new WeChatError(40030);
    return {
      ...state.webTokens.issueAccess(found.grant),
      refresh_token: refreshToken,
      openid: openIdOf(citizen, account),
      scope: found.grant.scope,
    };
  },
};
