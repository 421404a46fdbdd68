import Taro from '@tarojs/taro';
import { ApiError } from '../api/ApiError';
import type { MiniProgramDoor } from './SignInDoor';

const loginFailed = () => new ApiError({ code: 'wechat_login_failed', message: '微信登录没有成功，请重试。' });

/** Brand and model, for the person to recognise the device in the list of sessions. */
const deviceName = (): string => {
  const info = typeof wx !== 'undefined' && typeof wx.getDeviceInfo === 'function' ? wx.getDeviceInfo() : null;
  return info === null ? '微信小程序' : `${info.brand} ${info.model}`.trim().slice(0, 60) || '微信小程序';
};

/** The door of the mini-program: wx.login. */
export const miniProgramDoor = (): MiniProgramDoor => ({
  kind: 'mini_program',
  deviceLabel: deviceName(),
  requestCode: async () => {
    let code: string | undefined;
    try {
      code = (await Taro.login()).code;
    } catch {
      throw loginFailed();
    }
    if (!code) throw loginFailed();
    return code;
  },
});
