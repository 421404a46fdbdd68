import { requireText } from '../credentials';
import { openIdOf, unionIdOf } from '../demoCitizens';
import { WeChatError } from '../errors';
import type { SandboxState } from '../state';
import type { WebGrant } from '../webTokens';
import type { WeChatEndpoint } from '../weChatEndpoint';

/** Name and unionid of a person who allowed it (snsapi_userinfo). */
export const getSnsUserInfo: WeChatEndpoint = {
  method: 'GET',
  path: '/sns/userinfo',
  contentType: 'text/plain',
  query: ['access_token', 'openid', 'lang'],
  answer({ state, query }) {
    const grant = requireWebToken(state, requireText(query['access_token'], 41001));
    const account = state.findAccount(grant.appId);
    const citizen = state.findCitizen(grant.citizenId);
    if (account === undefined || citizen === undefined) throw new WeChatError(40003);
    if (query['openid'] !== openIdOf(citizen, account)) throw new WeChatError(40003);
    if (grant.scope !== 'snsapi_userinfo') throw new WeChatError(48001);
    const unionid = unionIdOf(citizen, account);
    return {
      openid: openIdOf(citizen, account),
      nickname: citizen.name,
      // Sex and region have been blank since 2021-10-20.
      sex: 0,
      province: '',
      city: '',
      country: '',
      headimgurl: '',
      privilege: [],
      ...(unionid === undefined ? {} : { unionid }),
    };
  },
};

function requireWebToken(state: SandboxState, token: string): WebGrant {
  const found = state.webTokens.findAccess(token);
  if (found.status === 'good') return found.grant;
  if (found.status === 'expired') throw new WeChatError(42001);
  // The API's own token here is the usual mix-up: a real token, and not one for this.
  throw new WeChatError(state.accessTokens.find(token).status === 'unknown' ? 40014 : 40001);
}
