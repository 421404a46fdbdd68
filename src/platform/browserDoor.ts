import type { BrowserDoor, Departure } from './SignInDoor';

const storageName = 'gov-counter:departure';

const deviceName = (agent: string): string => {
  const system = /iPhone|iPad/.test(agent) ? '苹果手机' : /HarmonyOS|OpenHarmony/.test(agent) ? '鸿蒙手机' : /Android/.test(agent) ? '安卓手机' : '电脑';
  return `${system} · ${/MicroMessenger/i.test(agent) ? '微信网页' : '浏览器'}`;
};

const readDeparture = (): Departure | null => {
  const text = window.sessionStorage.getItem(storageName);
  // Only `remember` writes under this name.
  return text === null ? null : (JSON.parse(text) as Departure);
};

/** The door of the H5: OAuth of the official account. */
export const browserDoor = (): BrowserDoor => ({
  kind: 'browser',
  deviceLabel: deviceName(window.navigator.userAgent),
  isInsideWeChat: /MicroMessenger/i.test(window.navigator.userAgent),
  newState: () => Array.from(window.crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  remember: (departure) => window.sessionStorage.setItem(storageName, JSON.stringify(departure)),
  departure: readDeparture,
  forget: () => window.sessionStorage.removeItem(storageName),
  takeReply: () => {
    const address = new URL(window.location.href);
    const code = address.searchParams.get('code');
    const state = address.searchParams.get('state');
    if (code === null || state === null) return null;
    address.searchParams.delete('code');
    address.searchParams.delete('state');
    // The fragment is WeChat's (#wechat_redirect). The code is used up once: it must not
    // be sent again by a reload, nor be shared with the page.
    window.history.replaceState(window.history.state, '', address.pathname + address.search);
    return { code, state };
  },
  absoluteUrl: (path) => window.location.origin + path,
  // Replaces the entry, so that "back" does not lead to the authorisation page.
  leaveFor: (url) => window.location.replace(url),
});
