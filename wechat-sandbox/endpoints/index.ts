import type { WeChatEndpoint } from '../weChatEndpoint';
import { checkSession } from './checkSession';
import { code2Session } from './code2Session';
import { getAccessToken } from './getAccessToken';
import { getOAuthAccessToken } from './getOAuthAccessToken';
import { getSnsUserInfo } from './getSnsUserInfo';
import { getStableAccessToken } from './getStableAccessToken';
import { getUserInfo } from './getUserInfo';
import { getUserPhoneNumber } from './getUserPhoneNumber';
import { refreshOAuthToken } from './refreshOAuthToken';

/** The paths of WeChat's server API that the product calls. */
export const weChatEndpoints: readonly WeChatEndpoint[] = [
  code2Session,
  checkSession,
  getAccessToken,
  getStableAccessToken,
  getUserPhoneNumber,
  getOAuthAccessToken,
  refreshOAuthToken,
  getSnsUserInfo,
  getUserInfo,
];
