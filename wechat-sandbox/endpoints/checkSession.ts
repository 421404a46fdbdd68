import { requireAccessToken, requireText } from '../credentials';
import { WeChatError } from '../errors';
import type { WeChatEndpoint } from '../weChatEndpoint';
import { signSessionKey } from './code2Session';

/** Says whether a stored session key is still the user's present one. */
export const checkSession: WeChatEndpoint = {
  method: 'GET',
  path: '/wxa/checksession',
  contentType: 'application/json; encoding=utf-8',
  query: ['access_token', 'openid', 'signature', 'sig_method'],
  answer({ state, query }) {
    const account = requireAccessToken(state, query, 'mini_program');
    const openId = requireText(query['openid'], 40003);
    if (state.findCitizenByOpenId(openId, account) === undefined) throw new WeChatError(40003);
    if (query['sig_method'] !== 'hmac_sha256') throw new WeChatError(87008);
    const sessionKey = state.sessionKeys.get(openId);
    if (sessionKey === undefined || query['signature'] !== signSessionKey(sessionKey)) throw new WeChatError(87009);
    return { errcode: 0, errmsg: 'ok' };
  },
};
