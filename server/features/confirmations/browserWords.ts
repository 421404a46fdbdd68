/** Later ones are named inside the user agents of earlier ones. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/wxwork\//i, '企业微信'],
  [/MicroMessenger/i, '微信'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/QQBrowser\//, 'QQ 浏览器'],
  [/360SE|360EE|QIHU/i, '360 浏览器'],
  [/MetaSr|SogouMobileBrowser/, '搜狗浏览器'],
  [/UCBrowser\/|UBrowser\//, 'UC 浏览器'],
  [/HuaweiBrowser\//, '华为浏览器'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const devices: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPod/, '苹果手机'],
  [/iPad/, '苹果平板'],
  [/OpenHarmony|HarmonyOS/, '鸿蒙设备'],
  [/Android/, '安卓手机'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/CrOS/, 'ChromeOS 电脑'],
  [/UOS|Deepin|Kylin/i, '国产系统电脑'],
  [/Linux/, 'Linux 电脑'],
];

const first = (list: readonly (readonly [RegExp, string])[], text: string): string | undefined => list.find(([pattern]) => pattern.test(text))?.[1];

/** Windows 电脑上的 Chrome. A browser says of itself what it likes: this helps the owner to recognise it, and proves nothing. */
export function browserInWords(userAgent: string | undefined): string {
  const device = first(devices, userAgent ?? '') ?? '未知设备';
  const browser = first(browsers, userAgent ?? '') ?? '浏览器';
  return `${device}上的${/^[A-Z]/.test(browser) ? ' ' : ''}${browser}`;
}
