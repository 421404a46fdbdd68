import { requireAccessToken, requireText } from '../credentials';
import { openIdOf } from '../demoCitizens';
import { WeChatError } from '../errors';
import type { WeChatEndpoint } from '../weChatEndpoint';

/** Exchanges the code of the phone button for the phone number. */
export const getUserPhoneNumber: WeChatEndpoint = {
  method: 'POST',
  path: '/wxa/business/getuserphonenumber',
  contentType: 'application/json; encoding=utf-8',
  query: ['access_token'],
  bodyFields: ['code', 'openid'],
  answer({ state, query, body }) {
    const account = requireAccessToken(state, query, 'mini_program');
    const code = requireText(body['code'], 41008);
    const openId = body['openid'];
    if (openId !== undefined && typeof openId !== 'string') throw new WeChatError(47001);
    if (!state.quotas.take(`phone:${account.appId}`, state.limits.phoneNumberPerMinute, 'minute')) throw new WeChatError(45011);
    // This endpoint's table has one code for unknown, expired and used ones alike.
    const invalid = new WeChatError(40029, `invalid code hint: [${code.slice(0, 6)}]`);
    const found = state.phoneCodes.find(code);
    if (found.status !== 'good') throw invalid;
    if (found.grant.appId !== account.appId) throw new WeChatError(40013);
    const citizen = state.findCitizen(found.grant.citizenId);
    if (citizen === undefined) throw invalid;
    if (openId !== undefined && openId !== openIdOf(citizen, account)) throw invalid;
    state.phoneCodes.use(code);
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: citizen.phoneNumber,
        purePhoneNumber: citizen.phoneNumber,
        countryCode: '86',
        watermark: { timestamp: state.nowSeconds(), appid: account.appId },
      },
    };
  },
};
