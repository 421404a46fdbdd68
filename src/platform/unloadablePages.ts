import Taro from '@tarojs/taro';

const reloadedKey = 'gov-counter:reloaded-at';
/** A second failure within this time is not cured by loading again. */
const reloadAgainMs = 30_000;

/**
 * In the browser a page's script is fetched when the page is first opened. Where that fails the tap would seem to do
 * nothing. Without a network the person is told; with one, the app was renewed on the server and its old files are
 * gone: it is loaded again, once. WeChat loads its packages itself and says so itself.
 */
export const watchUnloadablePages = (): void => {
  if (process.env.TARO_ENV !== 'h5') return;
  window.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => {
    if (!(reason instanceof Error) || !/loading (css )?chunk/i.test(reason.message)) return;
    const reloadedAt = Number(sessionStorage.getItem(reloadedKey) ?? 0);
    if (navigator.onLine && Date.now() - reloadedAt > reloadAgainMs) {
      sessionStorage.setItem(reloadedKey, String(Date.now()));
      window.location.reload();
      return;
    }
    void Taro.showToast({ title: navigator.onLine ? '页面没有打开，请稍后再试' : '网络没有连上，请连上后再打开', icon: 'none', duration: 4000 });
  });
};
