import Taro from '@tarojs/taro';
import { taroTransport } from '../api/taroTransport';
import { paths } from '../paths';
import type { Surroundings } from '../stores/RootStore';
import { browserDoor } from './browserDoor';
import { taroStorage } from './DeviceStorage';
import { miniProgramDoor } from './miniProgramDoor';
import { openPage } from './navigation';

/** WeChat's own text size. Old base libraries do not tell it. */
const weChatTextFactor = (): number => {
  if (process.env.TARO_ENV !== 'weapp' || typeof wx.getAppBaseInfo !== 'function') return 1;
  return (wx.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor ?? 1;
};

/** The real outside world of the running app. */
export const appSurroundings = (): Surroundings => ({
  baseUrl: API_BASE_URL,
  transport: taroTransport,
  storage: taroStorage,
  door: process.env.TARO_ENV === 'weapp' ? miniProgramDoor() : browserDoor(),
  now: () => Date.now(),
  weChatTextFactor: weChatTextFactor(),
  // After the current page has been drawn: on the way back from authorisation there is none yet.
  openSignInPage: (from) => Taro.nextTick(() => openPage(paths.signIn(from))),
});
