import { createHmac, randomBytes } from 'node:crypto';
import type { Account } from '../accounts';
import { requireAccount, requireGrantType, requireText } from '../credentials';
import { openIdOf, unionIdOf, type DemoCitizen } from '../demoCitizens';
import { WeChatError } from '../errors';
import type { SandboxState } from '../state';
import type { WeChatEndpoint } from '../weChatEndpoint';

/** Exchanges the code of wx.login for the user's openid. */
export const code2Session: WeChatEndpoint = {
  method: 'GET',
  path: '/sns/jscode2session',
  contentType: 'text/plain',
  query: ['appid', 'secret', 'js_code', 'grant_type'],
  // Called by POST it looks into the body, and finds no appid.
  wrongMethodCode: 41002,
  answer({ state, query }) {
    const account = requireAccount(state, query['appid'], query['secret']);
    if (account.kind !== 'mini_program') throw new WeChatError(40013);
    const code = requireText(query['js_code'], 41008);
    requireGrantType(query['grant_type'], 'authorization_code');
    const citizen = redeem(state, account, code);
    const openid = openIdOf(citizen, account);
    const sessionKey = randomBytes(16).toString('base64');
    state.sessionKeys.set(openid, sessionKey);
    const unionid = unionIdOf(citizen, account);
    return { openid, session_key: sessionKey, ...(unionid === undefined ? {} : { unionid }) };
  },
};

function redeem(state: SandboxState, account: Account, code: string): DemoCitizen {
  const found = state.loginCodes.find(code);
  if (found.status === 'used') throw new WeChatError(40163);
  if (found.status === 'expired') throw new WeChatError(40029);
  const citizenId = found.status === 'good' ? found.grant.citizenId : state.acceptForeignCodes;
  const citizen = citizenId === null ? undefined : state.findCitizen(citizenId);
  if (citizen === undefined) throw new WeChatError(40029);
  // The code stays good for the account it was made in.
  if (found.status === 'good' && found.grant.appId !== account.appId) throw new WeChatError(40029);
  if (citizen.isHighRisk) throw new WeChatError(40226);
  const quota = `jscode2session:${openIdOf(citizen, account)}`;
  if (!state.quotas.take(quota, state.limits.code2SessionPerUserPerMinute, 'minute')) throw new WeChatError(45011);
  if (found.status === 'good') state.loginCodes.use(code);
  else state.loginCodes.rememberAsUsed(code, { citizenId: citizen.id, appId: account.appId });
  return citizen;
}

/** What `/wxa/checksession` wants as its signature. */
export function signSessionKey(sessionKey: string): string {
  return createHmac('sha256', sessionKey).update('').digest('hex');
}
