import { requireGrantType, requireText } from '../credentials';
import { WeChatError } from '../errors';
import type { WeChatEndpoint } from '../weChatEndpoint';

const secretShape = /^[0-9a-f]{32}$/;

/** The plain token: every call makes a new one. */
export const getAccessToken: WeChatEndpoint = {
  method: 'GET',
  path: '/cgi-bin/token',
  contentType: 'application/json; encoding=utf-8',
  query: ['grant_type', 'appid', 'secret'],
  answer({ state, query }) {
    requireGrantType(query['grant_type'], 'client_credential');
    const account = state.findAccount(requireText(query['appid'], 41002));
    if (account === undefined) throw new WeChatError(40013);
    const secret = requireText(query['secret'], 41004);
    // Both codes stand in this endpoint's table for a bad secret, with no word on which is when.
    if (secret !== account.secret) {
      throw secretShape.test(secret) ? new WeChatError(40001, 'invalid credential,') : new WeChatError(40125);
    }
    return state.accessTokens.issuePlain(account.appId);
  },
};
