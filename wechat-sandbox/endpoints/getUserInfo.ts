import { requireAccessToken, requireText } from '../credentials';
import { unionIdOf } from '../demoCitizens';
import { WeChatError } from '../errors';
import type { WeChatEndpoint } from '../weChatEndpoint';

/** Whether an openid follows the official account, and its unionid. */
export const getUserInfo: WeChatEndpoint = {
  method: 'GET',
  path: '/cgi-bin/user/info',
  contentType: 'application/json; encoding=utf-8',
  query: ['access_token', 'openid', 'lang'],
  answer({ state, query }) {
    const account = requireAccessToken(state, query, 'official_account');
    const openId = requireText(query['openid'], 40003);
    const citizen = state.findCitizenByOpenId(openId, account);
    if (citizen === undefined) throw new WeChatError(40003);
    const unionid = unionIdOf(citizen, account);
    const bound = unionid === undefined ? {} : { unionid };
    const followsSince = state.followers.get(citizen.id);
    if (followsSince === undefined) return { subscribe: 0, openid: openId, ...bound };
    return {
      subscribe: 1,
      openid: openId,
      language: 'zh_CN',
      subscribe_time: followsSince,
      ...bound,
      remark: '',
      groupid: 0,
      tagid_list: [],
      subscribe_scene: 'ADD_SCENE_SEARCH',
      qr_scene: 0,
      qr_scene_str: '',
    };
  },
};
