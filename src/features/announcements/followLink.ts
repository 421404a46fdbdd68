import Taro from '@tarojs/taro';
import { openPage } from '../../platform/navigation';
import { ownPath } from './ownPath';

/** In WeChat: a page of ours opens, a number is called, everything else is copied for a browser. */
export const followInWeChat = (href: string, ownAddress: string): void => {
  const path = ownPath(href, ownAddress);
  if (path !== null) return openPage(path);
  if (href.startsWith('tel:')) {
    // Closing the sheet that asks whether to call is no failure.
    Taro.makePhoneCall({ phoneNumber: href.slice(4) }).catch(() => undefined);
    return undefined;
  }
  const isMail = href.startsWith('mailto:');
  const say = (title: string): void => void Taro.showToast({ title, icon: 'none', duration: 3_000 });
  Taro.setClipboardData({ data: isMail ? href.slice(7) : href }).then(
    () => say(isMail ? '邮箱地址已复制' : '链接已复制，请在浏览器里打开'),
    () => say('没有复制成功，请重试'),
  );
  return undefined;
};
