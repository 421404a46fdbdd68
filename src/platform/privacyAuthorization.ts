import { agreeButtonId } from '../components/agreeButtonId';
import type { PrivacyStore } from '../stores/PrivacyStore';

/** What WeChat calls; its published types leave the argument out. */
type Listener = (resolve: (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void) => void;

/**
 * WeChat stops its own function until the person has agreed to the privacy policy, and tells us here. Our sheet asks;
 * the function then goes on or fails. Nothing to do in the browser, nor in base libraries before 2.32.3.
 */
export const watchPrivacyAuthorization = (privacy: PrivacyStore): void => {
  if (process.env.TARO_ENV !== 'weapp' || typeof wx.onNeedPrivacyAuthorization !== 'function') return;
  const listen = wx.onNeedPrivacyAuthorization as unknown as (listener: Listener) => void;
  listen((resolve) => {
    void privacy.ask('wechat').then((hasAgreed) => {
      resolve(hasAgreed ? { event: 'agree', buttonId: agreeButtonId } : { event: 'disagree' });
      privacy.close();
    });
  });
};
