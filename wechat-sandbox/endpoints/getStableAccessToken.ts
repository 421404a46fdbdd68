import { requireAccount, requireGrantType } from '../credentials';
import { WeChatError } from '../errors';
import type { WeChatEndpoint } from '../weChatEndpoint';

/** The stable token: the same one for all callers until its last five minutes. */
export const getStableAccessToken: WeChatEndpoint = {
  method: 'POST',
  path: '/cgi-bin/stable_token',
  contentType: 'application/json; encoding=utf-8',
  query: [],
  bodyFields: ['grant_type', 'appid', 'secret', 'force_refresh'],
  answer({ state, body }) {
    const { force_refresh: force = false } = body;
    if (typeof force !== 'boolean') throw new WeChatError(47001);
    requireGrantType(body['grant_type'], 'client_credential');
    const { appId } = requireAccount(state, body['appid'], body['secret']);
    if (!state.quotas.take(`stable_token:${appId}`, state.limits.stableTokenPerMinute, 'minute')) throw new WeChatError(45011);
    if (!state.quotas.take(`stable_token:${appId}`, state.limits.stableTokenPerDay, 'day')) throw new WeChatError(45009);
    return force ? state.accessTokens.forceStable(appId) : state.accessTokens.getStable(appId);
  },
};
